import { Controller } from '@nestjs/common';
import { Acting, Door, Input, Transactions } from '@qinglan/api-platform';
import * as contracts from '@qinglan/contracts';
import type { InputOf } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { PartnershipQueries } from './partnership.queries';
import { SavePartnership } from './save-partnership';

/** Partnerships of the register. */
@Controller()
export class PartnershipsController {
  constructor(
    private readonly transactions: Transactions,
    private readonly queries: PartnershipQueries,
    private readonly savePartnership: SavePartnership,
  ) {}

  @Door(contracts.listPartnerships)
  list(@Input() input: InputOf<typeof contracts.listPartnerships>, @Acting() actor: Actor): Promise<string> {
    return this.transactions.read((read) => this.queries.list(read, actor, input.query));
  }

  @Door(contracts.savePartnership)
  save(@Input() input: InputOf<typeof contracts.savePartnership>, @Acting() actor: Actor): Promise<string> {
    return this.savePartnership.execute(actor, input);
  }
}
