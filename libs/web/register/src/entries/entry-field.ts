import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Control, Field, SearchSelect } from '@qinglan/web-ui';
import { RegisterContext } from '../register-context';
import type { DraftValue, FieldSpec } from './entry';
import { EntryWords } from './entry-words';

const inputTypes: Readonly<Record<string, string>> = { day: 'date', number: 'number' };

/** One field of a form, drawn as its description says. */
@Component({
  selector: 'register-entry-field',
  imports: [Control, Field, SearchSelect, TranslocoPipe],
  templateUrl: './entry-field.html',
  styles: `
    :host {
      display: block;
      min-inline-size: 0;
    }
    fieldset {
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      padding: 0;
      font-size: var(--size-small);
      font-weight: 500;
    }
    .ticks {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--space-5);
    }
    p {
      margin: var(--space-1) 0 0;
      font-size: var(--size-small);
      color: var(--text-soft);
    }
    .fault {
      color: var(--bad-text);
    }
    .now {
      color: var(--warn-text);
    }
  `,
  host: { '[class.whole]': "field().control === 'ticks'" },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EntryField {
  readonly field = input.required<FieldSpec>();
  readonly value = input.required<DraftValue>();
  readonly fault = input<string | null>(null);
  /** What somebody else made of it meanwhile. */
  readonly now = input<string | null>(null);
  readonly changed = output<DraftValue>();

  protected readonly register = inject(RegisterContext);
  protected readonly words = inject(EntryWords);

  protected readonly choices = computed(() => this.field().choices?.(this.register, this.words) ?? []);
  protected readonly label = computed(() => this.words.label(this.field().label ?? this.field().name));
  protected readonly hint = computed(() => {
    const { hinted, name } = this.field();
    return hinted ? this.words.say(`hint.${name}`) : null;
  });
  protected readonly inputType = computed(() => inputTypes[this.field().control] ?? 'text');

  protected type(event: Event): void {
    this.changed.emit((event.target as HTMLInputElement | HTMLSelectElement).value);
  }

  protected has(choice: string): boolean {
    return this.value().includes(choice);
  }

  protected tick(choice: string, event: Event): void {
    const others = [...this.value()].filter((one) => one !== choice);
    this.changed.emit((event.target as HTMLInputElement).checked ? [...others, choice] : others);
  }
}
