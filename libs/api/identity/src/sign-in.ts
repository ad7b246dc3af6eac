import { Injectable } from '@nestjs/common';
import { RateLimits, Refused, Transactions } from '@qinglan/api-platform';
import { type Account, AccountStore } from './account.store';
import { isPassword } from './passwords';
import { SessionStore } from './session.store';

/** Who wants in, and from where: the address counts tries and is kept nowhere. */
export interface Knocker {
  readonly account: string;
  readonly password: string;
  readonly address: string;
  /** A session that this browser still holds; it ends, so that a secret planted before is worth nothing. */
  readonly former: string | null;
}

/** Opens a session for the right password. */
@Injectable()
export class SignIn {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: AccountStore,
    private readonly sessions: SessionStore,
    private readonly limits: RateLimits,
  ) {}

  async execute(knocker: Knocker): Promise<{ readonly token: string; readonly account: Account }> {
    await this.limits.countSignIn(knocker.account, knocker.address);
    const account = await this.transactions.read((read) => this.accounts.byCode(read, knocker.account));
    const isRight = await isPassword(knocker.password, account?.passwordHash ?? null);
    if (!account?.enabled || !isRight) throw new Refused('wrong-password');
    await this.limits.clearSignIn(knocker.account);
    const token = await this.transactions.write(async (tx) => {
      if (knocker.former) await this.sessions.end(tx, knocker.former);
      return this.sessions.start(tx, account.personId);
    });
    return { token, account };
  }
}
