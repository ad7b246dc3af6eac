import { ChangeDetectionStrategy, Component, computed, input, model, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { IconButton } from './button';
import { Field } from './field';
import { Icon } from './icon';
import { SearchSelect, type Choice } from './search-select';

/** Chooses several of many: each chosen one with a way out, and a search for the next. */
@Component({
  selector: 'ui-search-many',
  imports: [Field, Icon, IconButton, SearchSelect, TranslocoPipe],
  template: `
    @if (chosen().length > 0) {
      <ul>
        @for (one of chosen(); track one.value) {
          <li>
            <span>
              <bdi>{{ one.label }}</bdi> <bdi class="soft small">{{ one.hint }}</bdi>
            </span>
            <button
              uiIconButton
              type="button"
              [attr.aria-label]="'ui.drop' | transloco: { name: one.label }"
              (click)="drop(one)"
            >
              <ui-icon name="close" />
            </button>
          </li>
        }
      </ul>
    }
    <ui-field [label]="label()" [hint]="hint()">
      <ui-search-select
        [choices]="others()"
        [forgets]="true"
        [waiting]="waiting()"
        (valueChange)="take($event)"
        (search)="search.emit($event)"
      />
    </ui-field>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-3);
    }
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2);
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li span {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 var(--space-2);
    }
    li {
      display: inline-flex;
      align-items: center;
      gap: var(--space-2);
      max-inline-size: 100%;
      padding-inline-start: var(--space-3);
      border-radius: var(--radius);
      background: var(--accent-surface);
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SearchMany<Value = string> {
  readonly label = input.required<string>();
  readonly hint = input<string | null>(null);
  readonly choices = input.required<readonly Choice<Value>[]>();
  readonly chosen = model.required<readonly Choice<Value>[]>();
  /** Choices are being fetched. */
  readonly waiting = input(false);
  /** What is typed, for choices that the server searches. */
  readonly search = output<string>();

  protected readonly others = computed(() => {
    const there = new Set(this.chosen().map(({ value }) => value));
    return this.choices().filter(({ value }) => !there.has(value));
  });

  protected take(value: Value | null): void {
    const found = value === null ? undefined : this.others().find((choice) => choice.value === value);
    if (found) this.chosen.update((before) => [...before, found]);
  }

  protected drop({ value }: Choice<Value>): void {
    this.chosen.update((before) => before.filter((one) => one.value !== value));
  }
}
