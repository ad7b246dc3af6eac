import { Controller } from '@nestjs/common';
import { Acting, Door, Input, Transactions } from '@qinglan/api-platform';
import * as contracts from '@qinglan/contracts';
import type { InputOf } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { ClassQueries } from './class.queries';
import { SaveClass } from './save-class';

/** Classes of the register. */
@Controller()
export class ClassesController {
  constructor(
    private readonly transactions: Transactions,
    private readonly queries: ClassQueries,
    private readonly saveClass: SaveClass,
  ) {}

  @Door(contracts.listClasses)
  list(@Input() input: InputOf<typeof contracts.listClasses>, @Acting() actor: Actor): Promise<string> {
    return this.transactions.read((read) => this.queries.list(read, actor, input.query));
  }

  @Door(contracts.saveClass)
  save(@Input() input: InputOf<typeof contracts.saveClass>, @Acting() actor: Actor): Promise<string> {
    return this.saveClass.execute(actor, input);
  }
}
