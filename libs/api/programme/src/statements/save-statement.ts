import { Injectable } from '@nestjs/common';
import { invalid } from '@qinglan/api-directory';
import { allowOrHide, Clock, Refused, Transactions } from '@qinglan/api-platform';
import type { InputOf, saveStatement } from '@qinglan/contracts';
import { type Actor, isCertaintyEarned, mayEnterFacts, statementMatters } from '@qinglan/domain';
import { StatementQueries } from './statement.queries';
import { type StatementRow, StatementStore } from './statement.store';

type Body = InputOf<typeof saveStatement>['body'];

const rowOf = ({ text, ...body }: Body): StatementRow => ({ ...body, ...text });

/** Enters a fact that a source states and no other row holds, or corrects one. */
@Injectable()
export class SaveStatement {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly statements: StatementStore,
    private readonly queries: StatementQueries,
  ) {}

  execute(actor: Actor, { params, body, version }: InputOf<typeof saveStatement>): Promise<string> {
    const id = params.statementId;
    const by = { at: this.clock.now(), actorId: actor.personId };
    return this.transactions.write(async (tx) => {
      allowOrHide(mayEnterFacts(actor));
      if (!Object.hasOwn(statementMatters, body.about)) throw new Refused('value-unknown');
      if (!isCertaintyEarned(body)) throw new Refused('quote-missing');
      if ((await this.queries.unknownOrganisations(tx, body.organisationIds)) > 0)
        throw invalid('#/organisationIds', 'no such organisation')();
      const before = await this.statements.lock(tx, id);
      await this.statements.save(tx, { before, id, version, row: rowOf(body) }, by);
      return this.queries.one(tx, id);
    });
  }
}
