import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PersonId } from '@qinglan/domain';
import { languageNames, Languages, Preferences, problemOf, ProblemText, SessionStore } from '@qinglan/web-platform';
import { Button, Control, Field, Icon, IconButton, Notice } from '@qinglan/web-ui';
import { DemoPeople } from './demo-people';

/** Account and password; in demo mode also the demo people. */
@Component({
  selector: 'identity-sign-in-page',
  imports: [Button, Control, DemoPeople, Field, FormsModule, Icon, IconButton, Notice, TranslocoPipe],
  templateUrl: './sign-in.page.html',
  styleUrl: './sign-in.page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignInPage {
  private readonly router = inject(Router);
  private readonly problems = inject(ProblemText);
  private readonly languages = inject(Languages);
  protected readonly session = inject(SessionStore);
  protected readonly preferences = inject(Preferences);

  /** The address to return to. */
  readonly back = input<string>();

  protected readonly languageNames = languageNames;
  protected readonly account = signal('');
  protected readonly password = signal('');
  protected readonly isShown = signal(false);
  protected readonly isBusy = signal(false);
  protected readonly wasSent = signal(false);
  protected readonly refusal = signal<string | null>(null);

  protected readonly accountFault = computed(() => this.missing(this.account(), 'identity.signIn.needAccount'));
  protected readonly passwordFault = computed(() => this.missing(this.password(), 'identity.signIn.needPassword'));

  constructor() {
    void this.session.ready();
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.wasSent.set(true);
    if (this.accountFault() || this.passwordFault() || this.isBusy()) return;
    await this.enter(() => this.session.signIn(this.account().trim(), this.password()));
  }

  protected enterAs(personId: PersonId): Promise<void> {
    return this.enter(() => this.session.signInAsDemo(personId));
  }

  private async enter(signIn: () => Promise<void>): Promise<void> {
    this.isBusy.set(true);
    this.refusal.set(null);
    try {
      await signIn();
      await this.router.navigateByUrl(ownAddress(this.back()));
    } catch (error) {
      this.refusal.set(this.wordsOf(error));
    } finally {
      this.isBusy.set(false);
    }
  }

  private wordsOf(error: unknown): string {
    const seconds = problemOf(error).retryAfterSeconds;
    const wait = seconds ? this.languages.say('identity.signIn.retryAfter', { seconds: Math.ceil(seconds) }) : '';
    return `${this.problems.of(error)} ${wait}`.trim();
  }

  private missing(value: string, key: string): string | null {
    return this.wasSent() && value.trim() === '' ? this.languages.say(key) : null;
  }
}

/** Only addresses of this application: `//elsewhere` would leave it. */
const ownAddress = (wanted: string | undefined): string =>
  wanted && /^\/(?![/\\])/.test(wanted) && !wanted.startsWith('/sign-in') ? wanted : '/';
