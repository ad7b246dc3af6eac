import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, History, orNotFound, Transactions, type Tx } from '@qinglan/api-platform';
import { type Actor, mayManageAccounts, type PersonId } from '@qinglan/domain';
import { AccountStore } from './account.store';
import { hashPassword, oneTimePassword } from './passwords';
import { SessionStore } from './session.store';

/** What an administrator does with accounts: a one-time password, or closing and opening one. */
@Injectable()
export class ManageAccounts {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: AccountStore,
    private readonly sessions: SessionStore,
    private readonly history: History,
    private readonly clock: Clock,
  ) {}

  /** The password is shown once and kept as a hash only; the person's sessions end. */
  async reset(actor: Actor, personId: PersonId): Promise<string> {
    allowOrHide(mayManageAccounts(actor));
    const password = oneTimePassword();
    const hashed = await hashPassword(password);
    await this.transactions.write(async (tx) => {
      orNotFound(await this.accounts.byPerson(tx, personId));
      await this.accounts.setHash(tx, personId, hashed);
      await this.endAndNote(tx, { actor, personId, act: 'account.password-reset' });
    });
    return password;
  }

  /** A disabled account cannot sign in, and is signed out everywhere. */
  async enable(actor: Actor, personId: PersonId, enabled: boolean): Promise<void> {
    allowOrHide(mayManageAccounts(actor));
    await this.transactions.write(async (tx) => {
      orNotFound(await this.accounts.byPerson(tx, personId));
      await this.accounts.setEnabled(tx, personId, enabled);
      await this.endAndNote(tx, { actor, personId, act: enabled ? 'account.enabled' : 'account.disabled' });
    });
  }

  private async endAndNote(tx: Tx, what: { actor: Actor; personId: PersonId; act: string }): Promise<void> {
    await this.sessions.endAll(tx, what.personId);
    const by = { at: this.clock.now(), actorId: what.actor.personId };
    await this.history.add(tx, by, [{ subjectId: what.personId, act: what.act, detail: {} }]);
  }
}
