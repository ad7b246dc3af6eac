import { inject, Injectable, signal } from '@angular/core';
import { enableAccount, listAccounts, resetAccount, type ReplyOf } from '@qinglan/contracts';
import { ApiClient, paged } from '@qinglan/web-platform';

/** An account as administrators see it. */
export type Account = ReplyOf<typeof listAccounts>['items'][number];

/** The accounts that a search finds. */
@Injectable()
export class AccountsStore {
  private readonly api = inject(ApiClient);

  readonly search = signal('');
  readonly accounts = paged((after) =>
    this.api.call(listAccounts, { query: { q: this.search().trim() || undefined, after } }),
  );

  /** The new one-time password; it is not kept anywhere. */
  async reset(account: Account): Promise<string> {
    const { password } = await this.api.call(resetAccount, { params: { personId: account.personId } });
    await this.accounts.reload();
    return password;
  }

  async enable(account: Account, enabled: boolean): Promise<void> {
    await this.api.call(enableAccount, { params: { personId: account.personId }, body: { enabled } });
    await this.accounts.reload();
  }
}
