import { Global, Module, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Sessions } from '@qinglan/api-platform';
import { AccountQueries } from './account.queries';
import { AccountStore } from './account.store';
import { AccountsController } from './accounts.controller';
import { ChangePassword } from './change-password';
import { EndSessions } from './end-sessions';
import { GivePassword } from './give-password';
import { ManageAccounts } from './manage-accounts';
import { PasswordController } from './password.controller';
import { SessionQueries } from './session.queries';
import { SessionStore } from './session.store';
import { SessionsController } from './sessions.controller';
import { SignIn } from './sign-in';
import { SignInAsDemo } from './sign-in-as-demo';

const HOUR_MS = 3_600_000;

/** Accounts, sign-in and sessions. Global, because the guard at every door asks it who is knocking. */
@Global()
@Module({
  controllers: [SessionsController, PasswordController, AccountsController],
  providers: [
    SessionStore,
    { provide: Sessions, useExisting: SessionStore },
    AccountStore,
    AccountQueries,
    SessionQueries,
    SignIn,
    SignInAsDemo,
    EndSessions,
    ChangePassword,
    ManageAccounts,
    GivePassword,
  ],
  exports: [Sessions, GivePassword],
})
export class IdentityModule implements OnApplicationBootstrap, OnApplicationShutdown {
  private pruning: NodeJS.Timeout | null = null;

  constructor(private readonly sessions: EndSessions) {}

  onApplicationBootstrap(): void {
    // Expired sessions open nothing anyway; a failed clearing waits for the next hour.
    this.pruning = setInterval(() => void this.sessions.prune().catch(() => undefined), HOUR_MS).unref();
  }

  onApplicationShutdown(): void {
    if (this.pruning) clearInterval(this.pruning);
  }
}
