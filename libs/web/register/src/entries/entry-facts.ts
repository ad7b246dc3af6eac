import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Entry, EntryKind } from './entry';
import { draftOf } from './entry-body';
import { EntryWords } from './entry-words';

/** What an entry holds, for those who do not change it. */
@Component({
  selector: 'register-entry-facts',
  imports: [TranslocoPipe],
  template: `
    <dl>
      @for (fact of facts(); track fact.label) {
        <div>
          <dt>{{ fact.label }}</dt>
          <dd>
            @if (fact.value) {
              <bdi>{{ fact.value }}</bdi>
            } @else {
              <span class="soft">{{ 'ui.none' | transloco }}</span>
            }
          </dd>
        </div>
      }
    </dl>
  `,
  styles: `
    dl {
      display: grid;
      gap: var(--space-2);
      margin: 0;
    }
    div {
      display: grid;
      grid-template-columns: 8em 1fr;
      gap: var(--space-3);
    }
    dt {
      color: var(--text-soft);
    }
    dd {
      margin: 0;
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EntryFacts {
  readonly kind = input.required<EntryKind>();
  readonly row = input.required<Entry>();

  private readonly words = inject(EntryWords);

  protected readonly facts = computed(() => {
    const values = this.row() as unknown as Readonly<Record<string, unknown>>;
    const draft = draftOf(this.kind().fields, this.row());
    return this.kind()
      .fields.filter((field) => field.isShown?.(draft) ?? true)
      .map(({ name, label }) => ({
        label: this.words.label(label ?? name),
        value: this.words.value(name, values[name]),
      }));
  });
}
