import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { languageNames, Languages, Preferences, ProblemText, SessionStore, type Theme } from '@qinglan/web-platform';
import { Button, Confirm, Page, Toast } from '@qinglan/web-ui';
import { PasswordForm } from './password-form';

const themes: readonly { readonly theme: Theme; readonly label: string }[] = [
  { theme: 'auto', label: 'shell.themeAuto' },
  { theme: 'light', label: 'shell.themeLight' },
  { theme: 'dark', label: 'shell.themeDark' },
];

/** The own account: who one is, the password, how this device shows things. */
@Component({
  selector: 'identity-account-page',
  imports: [Button, Page, PasswordForm, TranslocoPipe],
  templateUrl: './account.page.html',
  styleUrl: './account.page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AccountPage {
  private readonly sessions = inject(SessionStore);
  private readonly confirm = inject(Confirm);
  private readonly languages = inject(Languages);
  private readonly problems = inject(ProblemText);
  private readonly toast = inject(Toast);
  protected readonly preferences = inject(Preferences);

  protected readonly session = this.sessions.session;
  protected readonly partners = computed(() => this.session()?.partners.map((school) => school.name) ?? []);
  protected readonly languageNames = languageNames;
  protected readonly themes = themes;

  protected async endSessions(): Promise<void> {
    const yes = await this.confirm.ask({
      heading: this.languages.say('shell.signOutAsk'),
      text: this.languages.say('shell.signOutAskText'),
      act: this.languages.say('nav.signOutEverywhere'),
      look: 'danger',
    });
    if (!yes) return;
    try {
      await this.sessions.signOutEverywhere();
    } catch (error) {
      this.toast.warn(this.problems.of(error));
    }
  }
}
