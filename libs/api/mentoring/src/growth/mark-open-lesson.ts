import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, orRefuse, Transactions } from '@qinglan/api-platform';
import type { InputOf, markOpenLesson } from '@qinglan/contracts';
import { type Actor, beijingDayOf, decideMarking, mayMarkOpenLesson } from '@qinglan/domain';
import { PairingQueries } from '../pairings/pairing.queries';
import { membersOf } from './open-lesson.sql';
import { OpenLessonStore } from './open-lesson.store';
import { refusedGrowth } from './refused-growth';
import { heldOf, shownOpenLesson } from './shown-open-lesson';

/** A member of the panel gives her own mark; until the panel is closed a later one takes its place. */
@Injectable()
export class MarkOpenLesson {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly pairings: PairingQueries,
    private readonly openLessons: OpenLessonStore,
  ) {}

  execute(actor: Actor, { params, body }: InputOf<typeof markOpenLesson>) {
    const now = this.clock.now();
    const today = beijingDayOf(now);
    return this.transactions.write(async (tx) => {
      const row = orNotFound(await this.openLessons.lock(tx, params.openLessonId));
      const pairing = orNotFound(await this.pairings.facts(tx, row.pairingId));
      allowOrHide(mayMarkOpenLesson(actor, pairing, { memberIds: membersOf(row) }));
      orRefuse(decideMarking(heldOf(row, today)), refusedGrowth);
      const by = { at: now, actorId: actor.personId };
      await this.openLessons.mark(tx, row, { personId: actor.personId, ...body, by });
      const marked = orNotFound(await this.openLessons.find(tx, params.openLessonId));
      return shownOpenLesson(marked, { actor, today, pairing });
    });
  }
}
