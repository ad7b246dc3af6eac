import { Controller } from '@nestjs/common';
import { Acting, Door, Input, Transactions } from '@qinglan/api-platform';
import * as contracts from '@qinglan/contracts';
import type { InputOf } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { HistoryQueries } from './history.queries';

/** The history of every entry of the register. */
@Controller()
export class HistoryController {
  constructor(
    private readonly transactions: Transactions,
    private readonly queries: HistoryQueries,
  ) {}

  @Door(contracts.readRegisterHistory)
  read(@Input() input: InputOf<typeof contracts.readRegisterHistory>, @Acting() actor: Actor): Promise<string> {
    return this.transactions.read((read) => this.queries.of(read, actor, input));
  }
}
