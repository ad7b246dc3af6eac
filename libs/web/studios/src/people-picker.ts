import { ChangeDetectionStrategy, Component, computed, effect, inject, input, model, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PersonId } from '@qinglan/domain';
import { Field, Icon, IconButton, SearchSelect } from '@qinglan/web-ui';
import { choiceOf, type Found, PeopleSearch } from './people-search';

/** Who takes part: each with a way out, and a search for who comes in. */
@Component({
  selector: 'studios-people-picker',
  imports: [Field, Icon, IconButton, SearchSelect, TranslocoPipe],
  template: `
    <ul>
      @for (one of people(); track one.id) {
        <li>
          <span>
            <bdi>{{ one.name }}</bdi> <bdi class="soft small">{{ one.school }}</bdi>
          </span>
          <button
            uiIconButton
            type="button"
            [attr.aria-label]="'studios.arrange.drop' | transloco: { name: one.name }"
            (click)="drop(one)"
          >
            <ui-icon name="close" />
          </button>
        </li>
      }
    </ul>
    <ui-field [label]="label()" [hint]="'studios.arrange.guestsHint' | transloco">
      <ui-search-select
        [choices]="choices()"
        [(value)]="chosen"
        [waiting]="search.isWaiting()"
        (search)="search.words.set($event)"
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
  providers: [PeopleSearch],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PeoplePicker {
  protected readonly search = inject(PeopleSearch);

  readonly label = input.required<string>();
  readonly people = model.required<readonly Found[]>();

  protected readonly chosen = signal<PersonId | null>(null);
  protected readonly choices = computed(() => {
    const there = new Set(this.people().map(({ id }) => id));
    return this.search
      .found()
      .filter(({ id }) => !there.has(id))
      .map(choiceOf);
  });

  constructor() {
    effect(() => {
      const found = this.search.found().find(({ id }) => id === this.chosen());
      if (!found) return;
      this.people.update((before) => (before.some(({ id }) => id === found.id) ? before : [...before, found]));
      this.chosen.set(null);
    });
  }

  protected drop({ id }: Found): void {
    this.people.update((before) => before.filter((one) => one.id !== id));
  }
}
