import { ChangeDetectionStrategy, Component, DOCUMENT, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Trilingual } from '@qinglan/domain';
import { Told } from './told';

/** The sections of a report: beside it on wide screens, a row to swipe on phones. */
@Component({
  selector: 'reports-section-nav',
  imports: [Told, TranslocoPipe],
  template: `
    <nav class="no-print" [attr.aria-label]="'reports.sections' | transloco">
      @for (section of sections(); track section.code) {
        <button type="button" (click)="jump(section.code)">{{ section.title | told }}</button>
      }
    </nav>
  `,
  styles: `
    nav {
      display: flex;
      gap: var(--space-1);
      overflow-x: auto;
    }
    button {
      flex: none;
      display: flex;
      align-items: center;
      min-block-size: var(--touch);
      padding-inline: var(--space-3);
      border: 0;
      border-radius: var(--radius);
      background: none;
      color: var(--text-soft);
      font: inherit;
      font-size: var(--size-small);
      text-align: start;
      cursor: pointer;
    }
    button:hover {
      background: var(--surface-hover);
      color: var(--accent-text);
    }
    @media (min-width: 1024px) {
      :host {
        position: sticky;
        inset-block-start: calc(var(--bar-size) + var(--space-4));
      }
      nav {
        flex-direction: column;
        max-block-size: calc(100dvh - var(--bar-size) - var(--space-10));
        overflow: auto;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SectionNav {
  private readonly document = inject(DOCUMENT);

  readonly sections = input.required<readonly { readonly code: string; readonly title: Trilingual }[]>();

  /** The address stays as it is: behind its `#` may stand the secret of a link. */
  protected jump(code: string): void {
    this.document.getElementById(code)?.scrollIntoView();
  }
}
