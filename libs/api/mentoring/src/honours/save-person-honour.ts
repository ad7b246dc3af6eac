import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, Transactions } from '@qinglan/api-platform';
import type { InputOf, savePersonHonour } from '@qinglan/contracts';
import { type Actor, mayHonourMentee } from '@qinglan/domain';
import { PersonHonourQueries } from './person-honour.queries';
import { PersonHonourStore } from './person-honour.store';

/** Enters an honour or award of a mentee with what shows it, or corrects one. */
@Injectable()
export class SavePersonHonour {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly honours: PersonHonourStore,
    private readonly queries: PersonHonourQueries,
  ) {}

  execute(actor: Actor, { params, body, version }: InputOf<typeof savePersonHonour>): Promise<string> {
    const id = params.honourId;
    const by = { at: this.clock.now(), actorId: actor.personId };
    return this.transactions.write(async (tx) => {
      const before = await this.honours.lock(tx, id);
      // Of an honour that moves to somebody else both have to be the actor's.
      for (const personId of new Set([body.personId, before?.row.personId ?? body.personId]))
        allowOrHide(mayHonourMentee(actor, orNotFound(await this.queries.person(tx, personId))));
      await this.honours.save(tx, { before, id, version, row: body }, by);
      return this.queries.one(tx, id);
    });
  }
}
