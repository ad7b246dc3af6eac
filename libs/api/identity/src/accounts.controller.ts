import { Controller } from '@nestjs/common';
import { Acting, Door, Input, Transactions } from '@qinglan/api-platform';
import * as contracts from '@qinglan/contracts';
import type { InputOf } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { AccountQueries } from './account.queries';
import { ManageAccounts } from './manage-accounts';

/** Accounts, for administrators. */
@Controller()
export class AccountsController {
  constructor(
    private readonly accounts: ManageAccounts,
    private readonly queries: AccountQueries,
    private readonly transactions: Transactions,
  ) {}

  @Door(contracts.listAccounts)
  list(@Input() input: InputOf<typeof contracts.listAccounts>): Promise<string> {
    return this.transactions.read((read) => this.queries.list(read, input.query));
  }

  @Door(contracts.resetAccount)
  async reset(
    @Input() input: InputOf<typeof contracts.resetAccount>,
    @Acting() actor: Actor,
  ): Promise<{ readonly password: string }> {
    return { password: await this.accounts.reset(actor, input.params.personId) };
  }

  @Door(contracts.enableAccount)
  async enable(
    @Input() input: InputOf<typeof contracts.enableAccount>,
    @Acting() actor: Actor,
  ): Promise<Record<string, never>> {
    await this.accounts.enable(actor, input.params.personId, input.body.enabled);
    return {};
  }
}
