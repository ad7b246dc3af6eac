import { Injectable } from '@nestjs/common';
import { Clock, History, orNotFound, Transactions } from '@qinglan/api-platform';
import { AccountStore } from './account.store';
import { hashPassword, oneTimePassword } from './passwords';
import { SessionStore } from './session.store';

/** Gives an account a one-time password by command, on the server itself: how the first administrator gets in. */
@Injectable()
export class GivePassword {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: AccountStore,
    private readonly sessions: SessionStore,
    private readonly history: History,
    private readonly clock: Clock,
  ) {}

  async execute(code: string): Promise<string> {
    const password = oneTimePassword();
    const hashed = await hashPassword(password);
    await this.transactions.write(async (tx) => {
      const { personId } = orNotFound(await this.accounts.byCode(tx, code));
      await this.accounts.setHash(tx, personId, hashed);
      await this.accounts.setEnabled(tx, personId, true);
      await this.sessions.endAll(tx, personId);
      const by = { at: this.clock.now(), actorId: null };
      await this.history.add(tx, by, [{ subjectId: personId, act: 'account.password-reset', detail: {} }]);
    });
    return password;
  }
}
