import { Inject, Injectable } from '@nestjs/common';
import { orNotFound, Refused, type Settings, SETTINGS, Transactions } from '@qinglan/api-platform';
import type { PersonId } from '@qinglan/domain';
import { AccountStore } from './account.store';
import { SessionStore } from './session.store';

/** Opens a session with one click, on a machine of one's own with demo data only; elsewhere there is no such door. */
@Injectable()
export class SignInAsDemo {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly transactions: Transactions,
    private readonly accounts: AccountStore,
    private readonly sessions: SessionStore,
  ) {}

  execute(personId: PersonId, former: string | null): Promise<string> {
    if (!this.settings.isDemo) throw new Refused('not-found');
    return this.transactions.write(async (tx) => {
      const account = orNotFound(await this.accounts.byPerson(tx, personId));
      if (!account.enabled) throw new Refused('not-found');
      if (former) await this.sessions.end(tx, former);
      return this.sessions.start(tx, account.personId);
    });
  }
}
