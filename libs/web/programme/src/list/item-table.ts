import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ItemRow } from '@qinglan/contracts';
import { type ItemNumber, itemNumbers, type StatedNumbers } from '@qinglan/domain';
import { Badge, Cell, type Column, DataList } from '@qinglan/web-ui';
import { itemLook, ItemWords } from '../item-words';

const counted = ['people', 'enrolled', 'attended', 'completed'] as const;
type Counted = (typeof counted)[number];

const numberOf = ({ stated, rows }: ItemRow, key: keyof StatedNumbers): ItemNumber => itemNumbers(stated, rows)[key];

/** Items as a table; what is not known is written out. */
@Component({
  selector: 'programme-item-table',
  imports: [Badge, Cell, DataList, RouterLink, TranslocoPipe],
  template: `
    <ui-data-list
      [label]="'programme.title' | transloco"
      [rows]="rows()"
      [columns]="columns()"
      [key]="keyOf"
      [hasMore]="hasMore()"
      [loadingMore]="loadingMore()"
      (more)="more.emit()"
    >
      <ng-template uiCell="name" let-row>
        <a [routerLink]="['/programme', row.id]"
          ><bdi>{{ words.title(row) }}</bdi></a
        >
        @if (row.mine === 'enrolled' || row.mine === 'waiting') {
          <ui-badge tone="accent">{{ 'programme.mineState.' + row.mine | transloco }}</ui-badge>
        }
        @if (row.isOpen && row.state === 'planned' && !row.mine) {
          <ui-badge tone="good">{{ 'programme.open' | transloco }}</ui-badge>
        }
      </ng-template>
      <ng-template uiCell="state" let-row>
        @let look = lookOf(row);
        <ui-badge [tone]="look.tone" [icon]="look.icon">{{ 'programme.state.' + row.state | transloco }}</ui-badge>
      </ng-template>
      <ng-template uiCell="category" let-row>
        <span class="column">{{ words.category(row) }}</span>
      </ng-template>
      <ng-template uiCell="days" let-row>
        <span class="column">{{ words.days(row) }}</span>
      </ng-template>
      <ng-template uiCell="certainty" let-row>
        <span class="whole">{{ 'programme.certainty.' + row.certainty | transloco }}</span>{{ row.certaintyRemark }}
      </ng-template>
      @for (key of counted; track key) {
        <ng-template [uiCell]="key" let-row>
          <span [class.soft]="!isKnown(row, key)">{{ textOf(row, key) }}</span>
          @if (isKnown(row, key) && words.numbersCertainty(row); as sure) {
            <small class="sure">{{ sure }}</small>
          }
        </ng-template>
      }
      <ng-template uiCell="organisations" let-row>
        @if (row.sender) {
          <bdi>{{ row.sender.name }}</bdi>
        }
        @if (row.host) {
          <span class="arrow">→</span> <bdi>{{ row.host.name }}</bdi>
        }
      </ng-template>
    </ui-data-list>
  `,
  styles: `
    a {
      display: inline-block;
      min-inline-size: 5rem;
      margin-inline-end: var(--space-2);
      font-weight: 600;
    }
    @media (max-width: 719px) {
      a {
        display: inline-flex;
        align-items: center;
        min-block-size: var(--touch);
      }
    }
    /* Beside a long name on a phone a badge keeps its width. */
    ui-badge {
      flex: none;
      align-self: start;
      white-space: nowrap;
    }
    .sure {
      margin-inline-start: var(--space-1);
      color: var(--text-soft);
      white-space: nowrap;
    }
    .whole {
      white-space: nowrap;
    }
    /* Words break between each other, and no column becomes narrower than they are. */
    .column {
      display: inline-block;
      min-inline-size: 4.5rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ItemTable {
  protected readonly words = inject(ItemWords);

  readonly rows = input.required<readonly ItemRow[]>();
  readonly isOneCategory = input(false);
  readonly hasMore = input(false);
  readonly loadingMore = input(false);
  readonly more = output();

  protected readonly counted = counted;
  protected readonly lookOf = (row: ItemRow) => itemLook[row.state];
  protected readonly keyOf = (row: ItemRow): string => row.id;
  protected readonly columns = computed<readonly Column<ItemRow>[]>(() => [
    { key: 'name', label: this.words.say('form.name') },
    ...(this.isOneCategory() ? [] : [{ key: 'category', label: this.words.say('form.category') }]),
    { key: 'days', label: this.words.say('form.days') },
    { key: 'organisations', label: this.words.say('form.organisations') },
    ...counted.map((key) => ({ key, label: this.words.say(`number.${key}`), numeric: true })),
    { key: 'state', label: this.words.say('state.label') },
    { key: 'certainty', label: this.words.say('form.certainty'), wideOnly: true },
  ]);

  protected textOf(row: ItemRow, key: Counted): string {
    return key === 'people' ? this.words.known(row.people) : this.words.number(numberOf(row, key));
  }

  protected isKnown(row: ItemRow, key: Counted): boolean {
    return key === 'people' ? row.people !== null : numberOf(row, key).value !== null;
  }
}
