import { Controller } from '@nestjs/common';
import { Acting, Door, Input, Transactions } from '@qinglan/api-platform';
import * as contracts from '@qinglan/contracts';
import type { InputOf } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { OrganisationQueries } from './organisation.queries';
import { SaveOrganisation } from './save-organisation';

/** Sides and organisations of the register. */
@Controller()
export class OrganisationsController {
  constructor(
    private readonly transactions: Transactions,
    private readonly queries: OrganisationQueries,
    private readonly saveOrganisation: SaveOrganisation,
  ) {}

  @Door(contracts.listSides)
  sides(): Promise<string> {
    return this.transactions.read((read) => this.queries.sides(read));
  }

  @Door(contracts.listOrganisations)
  list(@Input() input: InputOf<typeof contracts.listOrganisations>): Promise<string> {
    return this.transactions.read((read) => this.queries.list(read, input.query));
  }

  @Door(contracts.readOrganisation)
  read(@Input() input: InputOf<typeof contracts.readOrganisation>): Promise<string> {
    return this.transactions.read((read) => this.queries.oneWithNames(read, input.params.organisationId));
  }

  @Door(contracts.saveOrganisation)
  save(@Input() input: InputOf<typeof contracts.saveOrganisation>, @Acting() actor: Actor): Promise<string> {
    return this.saveOrganisation.execute(actor, input);
  }
}
