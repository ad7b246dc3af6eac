import { Controller } from '@nestjs/common';
import { Acting, Door, Input, Transactions } from '@qinglan/api-platform';
import * as contracts from '@qinglan/contracts';
import type { InputOf } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { PersonQueries } from './person.queries';
import { SavePerson } from './save-person';

/** People of the register. */
@Controller()
export class PeopleController {
  constructor(
    private readonly transactions: Transactions,
    private readonly queries: PersonQueries,
    private readonly savePerson: SavePerson,
  ) {}

  @Door(contracts.listPeople)
  list(@Input() input: InputOf<typeof contracts.listPeople>, @Acting() actor: Actor): Promise<string> {
    return this.transactions.read((read) => this.queries.list(read, actor, input.query));
  }

  @Door(contracts.savePerson)
  save(@Input() input: InputOf<typeof contracts.savePerson>, @Acting() actor: Actor): Promise<string> {
    return this.savePerson.execute(actor, input);
  }
}
