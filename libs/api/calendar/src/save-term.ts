import { Injectable } from '@nestjs/common';
import { mayKeep } from '@qinglan/api-directory';
import { allowOrHide, Clock, Refused, Transactions } from '@qinglan/api-platform';
import type { InputOf, saveTerm } from '@qinglan/contracts';
import { type Actor, Temporal, weekdayOf } from '@qinglan/domain';
import { TermQueries } from './term.queries';
import { TermStore } from './term.store';

/** Adds a term of one side or changes it; week 1 begins on a Monday. */
@Injectable()
export class SaveTerm {
  constructor(
    private readonly transactions: Transactions,
    private readonly terms: TermStore,
    private readonly queries: TermQueries,
    private readonly clock: Clock,
  ) {}

  execute(actor: Actor, { params, body: row, version }: InputOf<typeof saveTerm>): Promise<string> {
    const id = params.termId;
    return this.transactions.write(async (tx) => {
      const before = await this.terms.lock(tx, id);
      allowOrHide(mayKeep(actor, { kind: 'term', schools: [null] }));
      if (weekdayOf(Temporal.PlainDate.from(row.firstMonday)) !== 1) throw new Refused('not-a-monday');
      await this.terms.save(tx, { before, id, version, row }, { at: this.clock.now(), actorId: actor.personId });
      return this.queries.one(tx, id);
    });
  }
}
