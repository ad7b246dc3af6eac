import { Injectable } from '@nestjs/common';
import type { By } from '@qinglan/api-directory';
import { allowOrHide, Clock, orRefuse, Refused, Transactions, type Tx } from '@qinglan/api-platform';
import { settled } from '@qinglan/api-scheduling';
import type { enrolPerson, InputOf } from '@qinglan/contracts';
import { type Actor, beijingDayOf, decideEnrol, decideLeaving, type EnrolQuestion, mayEnrol } from '@qinglan/domain';
import { type ItemFacts, ItemQueries } from '../items/item.queries';
import { refusedItem } from '../items/refused-item';
import { ListHolder } from '../sittings/list-holder';
import { type EnrolmentFacts, EnrolmentQueries } from './enrolment.queries';
import { EnrolmentQueue } from './enrolment.queue';

type Place = InputOf<typeof enrolPerson>['params'];

interface Change {
  readonly item: ItemFacts;
  readonly whose: EnrolmentFacts;
  readonly question: EnrolQuestion;
  readonly by: By;
}

/** Puts somebody on a list and takes somebody off it: oneself, or people whose list one keeps. */
@Injectable()
export class ChangeEnrolment {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly items: ItemQueries,
    private readonly enrolments: EnrolmentQueries,
    private readonly queue: EnrolmentQueue,
    private readonly holder: ListHolder,
  ) {}

  /** `despite`: also where something else takes this person at a sitting to come. */
  enrol(actor: Actor, { params, query }: Pick<InputOf<typeof enrolPerson>, 'params' | 'query'>): Promise<string> {
    return this.change(actor, params, async (tx, { item, whose: { personId }, question, by }) => {
      const step = orRefuse(decideEnrol(question), refusedItem);
      if (step === 'stay') return this.queue.stay(tx, item, { personId, by });
      const inTheWay = await this.queue.join(tx, item, { personId, by });
      if (inTheWay.clashes.length > 0 && !query.despite) throw await this.holder.refused(tx, actor, inTheWay);
    });
  }

  withdraw(actor: Actor, place: Place): Promise<string> {
    return this.change(actor, place, async (tx, { whose, question, by }) => {
      const step = orRefuse(decideLeaving(question), refusedItem);
      if (step === 'stay' || !whose.row) return;
      if (whose.isCertified) throw new Refused('certificate-stands');
      await this.queue.leave(tx, whose.row, by);
    });
  }

  private change(actor: Actor, { itemId, personId }: Place, act: (tx: Tx, change: Change) => Promise<void>) {
    const now = this.clock.now();
    const attempt = async (tx: Tx) => {
      const item = await this.items.lock(tx, itemId);
      const whose = await this.enrolments.find(tx, itemId, personId);
      allowOrHide(mayEnrol(actor, item, whose));
      // Who keeps a list and is on it writes it as a keeper: also after the day.
      const by = actor.roles.has('administrator') || actor.roles.has('coordinator') ? 'keeper' : 'self';
      const question: EnrolQuestion = { item, standing: whose.standing, by, today: beijingDayOf(now) };
      await act(tx, { item, whose, question, by: { at: now, actorId: actor.personId } });
      return this.enrolments.one(tx, actor, { item, personId, now });
    };
    return settled(() => this.transactions.write(attempt));
  }
}
