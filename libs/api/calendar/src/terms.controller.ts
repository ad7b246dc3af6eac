import { Controller } from '@nestjs/common';
import { Acting, Door, Input, Transactions } from '@qinglan/api-platform';
import * as contracts from '@qinglan/contracts';
import type { InputOf } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { SaveTerm } from './save-term';
import { TermQueries } from './term.queries';

/** Terms of both sides. */
@Controller()
export class TermsController {
  constructor(
    private readonly transactions: Transactions,
    private readonly queries: TermQueries,
    private readonly saveTerm: SaveTerm,
  ) {}

  @Door(contracts.listTerms)
  list(@Input() input: InputOf<typeof contracts.listTerms>): Promise<string> {
    return this.transactions.read((read) => this.queries.list(read, input.query));
  }

  @Door(contracts.saveTerm)
  save(@Input() input: InputOf<typeof contracts.saveTerm>, @Acting() actor: Actor): Promise<string> {
    return this.saveTerm.execute(actor, input);
  }
}
