import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { SchoolCompleteness } from '@qinglan/contracts';
import { Languages } from '@qinglan/web-platform';
import { Badge, Button, Cell, type Column, DataList, Icon, RowActs } from '@qinglan/web-ui';
import { AskWhom } from './ask-whom';

/** Schools by what they lack, most first: how complete each is, whom to ask, and the reminder in one press. */
@Component({
  selector: 'reports-school-table',
  imports: [AskWhom, Badge, Button, Cell, DataList, Icon, RouterLink, RowActs, TranslocoPipe],
  template: `
    <ui-data-list
      [label]="'reports.completeness.schools' | transloco"
      [rows]="rows()"
      [columns]="columns()"
      [key]="keyOf"
      [hasMore]="hasMore()"
      [loadingMore]="loadingMore()"
      (more)="more.emit()"
    >
      <ng-template uiCell="name" let-row>
        <a
          [routerLink]="[]"
          [queryParams]="{ school: row.id }"
          queryParamsHandling="merge"
          fragment="lessons"
          [attr.aria-current]="row.id === current() ? 'true' : null"
          ><bdi>{{ row.name }}</bdi></a
        >
      </ng-template>
      <ng-template uiCell="percent" let-row>
        @if (row.percent === 100) {
          <ui-badge tone="good" icon="check">100%</ui-badge>
        } @else if (row.percent !== null) {
          <span class="percent"
            ><meter min="0" max="100" [value]="row.percent" [attr.aria-label]="row.name">{{ row.percent }}%</meter>
            <span class="figures">{{ row.percent }}%</span></span
          >
        }
      </ng-template>
      <ng-template uiCell="ask" let-row><reports-ask-whom [people]="row.ask" [bare]="true" /></ng-template>
      <ng-template uiRowActs let-row>
        @if (row.percent !== 100) {
          <button uiButton type="button" [busy]="busy() === 'remind-' + row.id" (click)="reminded.emit(row)">
            <ui-icon name="copy" />{{ 'reports.reminder.copy' | transloco
            }}<span class="visually-hidden"> {{ row.name }}</span>
          </button>
        }
      </ng-template>
    </ui-data-list>
  `,
  styles: `
    a {
      display: inline-flex;
      align-items: center;
      min-block-size: var(--touch);
    }
    .percent {
      display: inline-flex;
      align-items: center;
      gap: var(--space-2);
      white-space: nowrap;
    }
    meter {
      inline-size: 5rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SchoolTable {
  private readonly languages = inject(Languages);

  readonly rows = input.required<readonly SchoolCompleteness[]>();
  readonly busy = input<string | null>(null);
  readonly current = input<string | null>(null);
  readonly hasMore = input(false);
  readonly loadingMore = input(false);
  readonly more = output();
  readonly reminded = output<SchoolCompleteness>();

  protected readonly keyOf = ({ id }: SchoolCompleteness) => id;
  protected readonly columns = computed<readonly Column<SchoolCompleteness>[]>(() => [
    { key: 'name', label: this.say('name') },
    { key: 'percent', label: this.say('percent') },
    { key: 'unsigned', label: this.say('unsigned'), text: ({ unsigned }) => unsigned, numeric: true },
    { key: 'notMadeUp', label: this.say('notMadeUp'), text: ({ notMadeUp }) => notMadeUp, numeric: true },
    { key: 'silent', label: this.say('silent'), text: ({ pairings }) => pairings.lacking, numeric: true },
    { key: 'items', label: this.say('items'), text: ({ items }) => items.lacking, numeric: true },
    { key: 'ask', label: this.say('ask') },
  ]);

  private say(key: string): string {
    return this.languages.say(`reports.completeness.column.${key}`);
  }
}
