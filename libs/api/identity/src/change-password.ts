import { Injectable } from '@nestjs/common';
import { Clock, History, orNotFound, Refused, Transactions } from '@qinglan/api-platform';
import type { Actor } from '@qinglan/domain';
import { AccountStore } from './account.store';
import { hashPassword, isPassword, isTooPlain } from './passwords';
import { SessionStore } from './session.store';

/** Sets a new password of one's own; every other session ends and this browser gets a new one. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: AccountStore,
    private readonly sessions: SessionStore,
    private readonly history: History,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, words: { readonly current: string; readonly wanted: string }): Promise<string> {
    const account = orNotFound(await this.transactions.read((read) => this.accounts.byPerson(read, actor.personId)));
    if (!(await isPassword(words.current, account.passwordHash))) throw new Refused('wrong-password');
    if (isTooPlain(words.wanted, account.account)) throw new Refused('password-too-plain');
    const hashed = await hashPassword(words.wanted);
    return this.transactions.write(async (tx) => {
      await this.accounts.setHash(tx, actor.personId, hashed);
      await this.sessions.endAll(tx, actor.personId);
      const by = { at: this.clock.now(), actorId: actor.personId };
      await this.history.add(tx, by, [{ subjectId: actor.personId, act: 'account.password-changed', detail: {} }]);
      return this.sessions.start(tx, actor.personId);
    });
  }
}
