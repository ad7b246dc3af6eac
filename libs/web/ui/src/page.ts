import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from './icon';

/** The frame of a page: heading, line below it, acts at its end, content. Focus lands on the heading. */
@Component({
  selector: 'ui-page',
  imports: [Icon, RouterLink],
  template: `
    <header class="head">
      <div class="words">
        @if (back(); as address) {
          <a class="back" [routerLink]="address"><ui-icon name="back" />{{ backLabel() }}</a>
        }
        <h1 tabindex="-1">{{ heading() }}<ng-content select="[uiBesideHeading]" /></h1>
        @if (subtitle()) {
          <p class="subtitle">{{ subtitle() }}</p>
        }
        <ng-content select="[uiBelowHeading]" />
      </div>
      <div class="acts"><ng-content select="[uiActs]" /></div>
    </header>
    <ng-content />
  `,
  styleUrl: './page.scss',
  host: { '[class.wide]': 'wide()', '[class.sheet-page]': 'sheet()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Page {
  readonly heading = input.required<string>();
  readonly subtitle = input<string | null>(null);
  readonly back = input<string | readonly unknown[] | null>(null);
  readonly backLabel = input('');
  /** Lets grids and tables use the whole width. */
  readonly wide = input(false);
  /** Its content is a sheet with a heading of its own: only that is printed, on A4 upright. */
  readonly sheet = input(false);
}
