import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { readProgrammeYear, ReplyOf } from '@qinglan/contracts';
import { ItemWords } from '../item-words';

type Category = ReplyOf<typeof readProgrammeYear>['categories'][number];

/** A category, or null for all of them. */
export interface ChosenCategory {
  readonly category: string | null;
  readonly categoryWords: string | null;
}

/** The categories of a year with how many items each has; one narrows the list. */
@Component({
  selector: 'programme-category-bar',
  imports: [TranslocoPipe],
  template: `
    <ul [attr.aria-label]="'programme.form.category' | transloco">
      <li>
        <button type="button" [attr.aria-pressed]="category() === null" (click)="chosen.emit(all)">
          <span>{{ 'programme.allCategories' | transloco }}</span>
          <b class="figures">{{ total() }}</b>
        </button>
      </li>
      @for (one of shown(); track one.label) {
        <li>
          <button type="button" [attr.aria-pressed]="one.isChosen" (click)="chosen.emit(one)">
            <span>{{ one.label }}</span>
            <b class="figures">{{ one.count }}</b>
          </button>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2);
      margin: 0;
      padding: 0;
      list-style: none;
    }
    button {
      display: inline-flex;
      align-items: center;
      gap: var(--space-2);
      min-block-size: var(--touch);
      padding-inline: var(--space-3);
      border: 1px solid var(--line);
      border-radius: 99rem;
      background: var(--surface);
      color: var(--text);
      font: inherit;
      cursor: pointer;
    }
    button:hover {
      background: var(--surface-hover);
    }
    [aria-pressed='true'] {
      border-color: var(--accent-line);
      background: var(--accent-surface);
      color: var(--accent-text);
      font-weight: 600;
    }
    b {
      color: var(--text-soft);
      font-size: var(--size-small);
    }
    [aria-pressed='true'] b {
      color: inherit;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CategoryBar {
  private readonly words = inject(ItemWords);

  readonly categories = input.required<readonly Category[]>();
  readonly category = input.required<string | null>();
  readonly categoryWords = input.required<string | null>();
  readonly chosen = output<ChosenCategory>();

  protected readonly all: ChosenCategory = { category: null, categoryWords: null };
  protected readonly shown = computed(() =>
    this.categories().map((one) => ({
      ...one,
      label: this.words.category(one),
      count: one.held + one.planned + one.cancelled,
      isChosen: one.category === this.category() && one.categoryWords === this.categoryWords(),
    })),
  );
  protected readonly total = computed(() => this.shown().reduce((sum, { count }) => sum + count, 0));
}
