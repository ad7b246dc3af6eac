import {
  CdkMenu,
  CdkMenuGroup,
  CdkMenuItem,
  CdkMenuItemCheckbox,
  CdkMenuItemRadio,
  CdkMenuTrigger,
} from '@angular/cdk/menu';
import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { languageNames, Preferences, ProblemText, SessionStore, type Theme } from '@qinglan/web-platform';
import { Confirm, Icon, Toast, type IconName } from '@qinglan/web-ui';
import { Languages } from '@qinglan/web-platform';

const themes: readonly { readonly theme: Theme; readonly label: string; readonly icon: IconName }[] = [
  { theme: 'auto', label: 'shell.themeAuto', icon: 'settings' },
  { theme: 'light', label: 'shell.themeLight', icon: 'sun' },
  { theme: 'dark', label: 'shell.themeDark', icon: 'moon' },
];

/** Who is signed in, what they set for this device, and the way out. */
@Component({
  selector: 'app-person-menu',
  imports: [
    CdkMenu,
    CdkMenuGroup,
    CdkMenuItem,
    CdkMenuItemCheckbox,
    CdkMenuItemRadio,
    CdkMenuTrigger,
    Icon,
    RouterLink,
    TranslocoPipe,
  ],
  templateUrl: './person-menu.html',
  styleUrls: ['./menu.scss', './person-menu.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PersonMenu {
  protected readonly preferences = inject(Preferences);
  protected readonly session = inject(SessionStore);
  private readonly confirm = inject(Confirm);
  private readonly languages = inject(Languages);
  private readonly problems = inject(ProblemText);
  private readonly toast = inject(Toast);

  protected readonly languageNames = languageNames;
  protected readonly themes = themes;
  protected readonly name = computed(() => this.session.session()?.person.name ?? '');
  /** The last character stands well for a Chinese name, the first for any other. */
  protected readonly initial = computed(() =>
    /^[\u4e00-\u9fff]+$/.test(this.name()) ? this.name().slice(-1) : this.name().slice(0, 1),
  );

  protected async signOut(): Promise<void> {
    await this.end(() => this.session.signOut());
  }

  protected async signOutEverywhere(): Promise<void> {
    const yes = await this.confirm.ask({
      heading: this.languages.say('shell.signOutAsk'),
      text: this.languages.say('shell.signOutAskText'),
      act: this.languages.say('nav.signOutEverywhere'),
      look: 'danger',
    });
    if (yes) await this.end(() => this.session.signOutEverywhere());
  }

  private async end(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.toast.warn(this.problems.of(error));
    }
  }
}
