import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orRefuse, Transactions } from '@qinglan/api-platform';
import type { InputOf, noteAttendance } from '@qinglan/contracts';
import { type Actor, beijingDayOf, decidePresence, mayTakeAttendance, type Noticed } from '@qinglan/domain';
import { ItemQueries } from '../items/item.queries';
import { refusedItem } from '../items/refused-item';
import { EnrolmentQueries } from './enrolment.queries';
import { EnrolmentStore } from './enrolment.store';

/** Notes who came and who completed, each by itself; the same note sent again changes nothing. */
@Injectable()
export class NotePresence {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly items: ItemQueries,
    private readonly enrolments: EnrolmentQueries,
    private readonly store: EnrolmentStore,
  ) {}

  execute(
    actor: Actor,
    { itemId, personId }: InputOf<typeof noteAttendance>['params'],
    noticed: Partial<Noticed>,
  ): Promise<string> {
    const now = this.clock.now();
    return this.transactions.write(async (tx) => {
      const item = await this.items.lock(tx, itemId);
      const whose = await this.enrolments.find(tx, itemId, personId);
      allowOrHide(mayTakeAttendance(actor, item, whose));
      const { standing, isCertified, row } = whose;
      const before = { attended: row?.attended ?? null, completed: row?.completed ?? null };
      const question = { item, standing, isCertified, today: beijingDayOf(now) };
      const after = orRefuse(decidePresence(question, { ...before, ...noticed }), refusedItem);
      if (row) await this.store.saveAll(tx, [{ ...row, ...after }], { at: now, actorId: actor.personId });
      return this.enrolments.one(tx, actor, { item, personId, now });
    });
  }
}
