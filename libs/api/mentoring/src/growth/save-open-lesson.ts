import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, orRefuse, Refused, Transactions, type Tx } from '@qinglan/api-platform';
import { LessonQueries, lessonSubject } from '@qinglan/api-scheduling';
import type { InputOf, saveOpenLesson } from '@qinglan/contracts';
import { type Actor, decidePanel, mayRecordInPairing, runningPairingStates } from '@qinglan/domain';
import { type PairingFacts, PairingQueries } from '../pairings/pairing.queries';
import { GrowthViewer } from './growth.viewer';
import type { OpenLessonRow } from './open-lesson.sql';
import { type ArrangedLesson, OpenLessonStore } from './open-lesson.store';
import { refusedGrowth } from './refused-growth';

type Given = InputOf<typeof saveOpenLesson>;

/** Arranges an open lesson and who sits on its panel; who has marked stays on it. */
@Injectable()
export class SaveOpenLesson {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly pairings: PairingQueries,
    private readonly lessons: LessonQueries,
    private readonly openLessons: OpenLessonStore,
    private readonly viewer: GrowthViewer,
  ) {}

  execute(actor: Actor, given: Given) {
    const now = this.clock.now();
    const { pairingId } = given.params;
    return this.transactions.write(async (tx) => {
      const pairing = orNotFound(await this.pairings.lock(tx, pairingId));
      allowOrHide(mayRecordInPairing(actor, pairing));
      if (!runningPairingStates.has(pairing.state)) throw new Refused('pairing-state');
      const wanted = await this.wanted(tx, pairing, given);
      const before = await this.openLessons.lock(tx, wanted.openLessonId);
      if (!isSentTwice(before, wanted, given.version)) {
        refuseStale(before, wanted, given.version);
        await this.openLessons.arrange(tx, wanted, { at: now, actorId: actor.personId });
      }
      return this.viewer.view(tx, pairingId, { actor, now });
    });
  }

  private async wanted(tx: Tx, pairing: PairingFacts, { params, body }: Given): Promise<ArrangedLesson> {
    const panel = orRefuse(decidePanel(body.panel, pairing), refusedGrowth);
    const { held } = body;
    if (held.on === 'day') {
      if (held.onDay < pairing.fromDay) throw new Refused('day-outside-pairing');
      return { ...params, lessonId: null, onDay: held.onDay, topic: held.topic, panel };
    }
    const lesson = await this.lessons.facts(tx, held.lessonId);
    const subject = lesson && lessonSubject(lesson);
    const teaches = [...(subject?.presenterIds ?? []), ...(subject?.localTeacherIds ?? [])].includes(pairing.menteeId);
    if (!teaches) throw new Refused('open-lesson-foreign');
    return { ...params, lessonId: held.lessonId, onDay: null, topic: null, panel };
  }
}

const panelOf = (row: OpenLessonRow) => row.panel.map(({ person }) => person.id).toSorted();

function isSentTwice(before: OpenLessonRow | null, wanted: ArrangedLesson, version: number): boolean {
  if (version !== 0 || before?.version !== 1 || before.pairingId !== wanted.pairingId) return false;
  const isSameLesson = before.lessonId === wanted.lessonId && (wanted.onDay === null || before.onDay === wanted.onDay);
  return isSameLesson && panelOf(before).join() === [...wanted.panel].toSorted().join();
}

/** Is somebody taken off the panel who has given her mark? */
const losesMark = (before: OpenLessonRow, { panel }: ArrangedLesson): boolean =>
  before.panel.some(({ person, mark }) => mark !== null && !panel.includes(person.id));

function refuseStale(before: OpenLessonRow | null, wanted: ArrangedLesson, version: number): void {
  if (!before) {
    if (version > 0) throw new Refused('not-found');
    return;
  }
  if (before.pairingId !== wanted.pairingId) throw new Refused('id-taken');
  if (before.version !== version) throw new Refused('stale');
  if (before.closedAt) throw new Refused('panel-closed');
  if (losesMark(before, wanted)) throw new Refused('panel-marked');
}
