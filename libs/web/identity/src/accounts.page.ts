import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Languages, ProblemText } from '@qinglan/web-platform';
import {
  Badge,
  Button,
  Cell,
  Confirm,
  Control,
  DataList,
  Dialogs,
  Field,
  Nothing,
  Page,
  ProblemNotice,
  RowActs,
  Toast,
  Waiting,
  type Column,
} from '@qinglan/web-ui';
import { AccountsStore, type Account } from './accounts.store';
import { OneTimePassword } from './one-time-password';

/** Who can sign in; passwords and access are given here. */
@Component({
  selector: 'identity-accounts-page',
  imports: [
    Badge,
    Button,
    Cell,
    Control,
    DataList,
    Field,
    Nothing,
    Page,
    ProblemNotice,
    RowActs,
    TranslocoPipe,
    Waiting,
  ],
  providers: [AccountsStore],
  templateUrl: './accounts.page.html',
  styles: `
    .search {
      display: block;
      max-inline-size: 24rem;
      margin-block-end: var(--space-4);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AccountsPage {
  protected readonly store = inject(AccountsStore);
  private readonly confirm = inject(Confirm);
  private readonly dialogs = inject(Dialogs);
  private readonly languages = inject(Languages);
  private readonly problems = inject(ProblemText);
  private readonly toast = inject(Toast);

  protected readonly columns = computed<readonly Column<Account>[]>(() => [
    { key: 'name', label: this.say('name') },
    { key: 'account', label: this.say('account'), text: (account) => account.account },
    { key: 'organisation', label: this.say('organisation'), text: (account) => account.organisation },
    { key: 'roles', label: this.say('roles'), text: (account) => this.rolesOf(account) },
    { key: 'state', label: this.say('state') },
  ]);
  protected readonly keyOf = (account: Account): string => account.personId;
  private searching: ReturnType<typeof setTimeout> | undefined;

  protected search(event: Event): void {
    const words = (event.target as HTMLInputElement).value;
    clearTimeout(this.searching);
    this.searching = setTimeout(() => this.store.search.set(words), 250);
  }

  protected async reset(account: Account): Promise<void> {
    const yes = await this.confirm.ask({
      heading: this.say('resetAsk', account.name),
      text: this.say('resetText'),
      act: this.say('reset'),
    });
    if (!yes) return;
    await this.attempt(async () => {
      const password = await this.store.reset(account);
      await this.dialogs.open(OneTimePassword, { name: account.name, password }, 'narrow');
    });
  }

  protected async enable(account: Account, enabled: boolean): Promise<void> {
    if (!enabled && !(await this.mayDisable(account))) return;
    await this.attempt(async () => {
      await this.store.enable(account, enabled);
      this.toast.say(this.say(enabled ? 'enabledNow' : 'disabledNow', account.name));
    });
  }

  private async mayDisable(account: Account): Promise<boolean> {
    const heading = this.say('disableAsk', account.name);
    const answer = await this.confirm.ask({
      heading,
      text: this.say('disableText'),
      act: this.say('disable'),
      look: 'danger',
    });
    return answer !== null;
  }

  private async attempt(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.toast.warn(this.problems.of(error));
    }
  }

  private rolesOf(account: Account): string {
    return account.roles.map((role) => this.languages.say(`words.role.${role}`)).join(' · ');
  }

  private say(key: string, name = ''): string {
    return this.languages.say(`identity.accounts.${key}`, { name });
  }
}
