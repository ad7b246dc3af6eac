import { ChangeDetectionStrategy, Component, DOCUMENT, effect, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { Languages, PageTitle, Preferences, SessionStore } from '@qinglan/web-platform';
import { ProblemNotice } from '@qinglan/web-ui';
import { TitleStrategy } from '@angular/router';
import { fetchMissingFonts } from './fonts';

@Component({
  selector: 'app-root',
  imports: [ProblemNotice, RouterOutlet],
  template: `
    @if (session.problem(); as problem) {
      <main class="away"><ui-problem [problem]="problem" (again)="again()" /></main>
    }
    <router-outlet />
  `,
  styles: `
    .away {
      max-inline-size: 36rem;
      margin: var(--space-12) auto;
      padding-inline: var(--page-inset);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class App {
  protected readonly session = inject(SessionStore);
  private readonly preferences = inject(Preferences);
  private readonly languages = inject(Languages);
  private readonly title = inject(TitleStrategy);
  private readonly document = inject(DOCUMENT);

  constructor() {
    effect(() => {
      this.document.documentElement.dataset['theme'] = this.preferences.theme();
    });
    effect(() => {
      fetchMissingFonts(this.document, this.languages.current());
      if (this.title instanceof PageTitle) this.title.refresh();
    });
  }

  /** The guards asked in vain; a fresh start asks them again. */
  protected again(): void {
    this.document.defaultView?.location.reload();
  }
}
