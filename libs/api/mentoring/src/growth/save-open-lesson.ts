import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, orRefuse, Refused, Transactions, type Tx } from '@qinglan/api-platform';
import { LessonQueries, lessonSubject } from '@qinglan/api-scheduling';
import type { InputOf, saveOpenLesson } from '@qinglan/contracts';
import {
  type Actor,
  decidePanel,
  isAllowed,
  mayJudgePairing,
  mayRecordInPairing,
  type PersonId,
  runningPairingStates,
} from '@qinglan/domain';
import { type PairingFacts, PairingQueries } from '../pairings/pairing.queries';
import { GrowthViewer } from './growth.viewer';
import { membersOf, type OpenLessonRow } from './open-lesson.sql';
import { type ArrangedLesson, OpenLessonStore } from './open-lesson.store';
import { refusedGrowth } from './refused-growth';

type Given = InputOf<typeof saveOpenLesson>;
type Seated = Given & { readonly panel: readonly PersonId[] };

/**
 * Arranges an open lesson. The two propose it, and those who judge the pairing say who sits on its panel; who has marked
 * stays on it.
 */
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
      const before = await this.openLessons.lock(tx, given.params.openLessonId);
      const panel = panelFor(actor, pairing, { before, named: given.body.panel });
      const wanted = await this.wanted(tx, pairing, { ...given, panel });
      if (!isSentTwice(before, wanted, given.version)) {
        refuseStale(before, wanted, given.version);
        await this.openLessons.arrange(tx, wanted, { at: now, actorId: actor.personId });
      }
      return this.viewer.view(tx, pairingId, { actor, now });
    });
  }

  private async wanted(tx: Tx, pairing: PairingFacts, { params, body, panel }: Seated): Promise<ArrangedLesson> {
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

/** Nobody chooses her own jury: from one of the two it is the panel as it stands, of which she may say nothing. */
function panelFor(
  actor: Actor,
  pairing: PairingFacts,
  { before, named }: { readonly before: OpenLessonRow | null; readonly named: readonly PersonId[] },
): readonly PersonId[] {
  if (isAllowed(mayJudgePairing(actor, pairing))) return orRefuse(decidePanel(named, pairing), refusedGrowth);
  const seated = before?.pairingId === pairing.pairingId ? membersOf(before) : [];
  const isTheirs = named.length === 0 || isSamePanel(seated, named);
  if (!isTheirs) throw new Refused('forbidden');
  return seated;
}

const isSamePanel = (one: readonly PersonId[], other: readonly PersonId[]): boolean =>
  one.toSorted().join() === other.toSorted().join();

function isSentTwice(before: OpenLessonRow | null, wanted: ArrangedLesson, version: number): boolean {
  if (version !== 0 || before?.version !== 1 || before.pairingId !== wanted.pairingId) return false;
  const isSameLesson = before.lessonId === wanted.lessonId && (wanted.onDay === null || before.onDay === wanted.onDay);
  return isSameLesson && isSamePanel(membersOf(before), wanted.panel);
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
