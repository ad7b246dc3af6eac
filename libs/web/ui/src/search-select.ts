import {
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  linkedSignal,
  model,
  output,
  viewChild,
} from '@angular/core';
import { MatAutocompleteModule, type MatAutocompleteSelectedEvent } from '@angular/material/autocomplete';
import { TranslocoPipe } from '@jsverse/transloco';
import { Field } from './field';
import { Icon } from './icon';

/** One thing to choose. */
export interface Choice<Value = string> {
  readonly value: Value;
  readonly label: string;
  /** A second line, such as the school; it is searched too. */
  readonly hint?: string;
}

const most = 60;
// Names of persons carry one of four middle dots; a search should not have to know which.
const plain = (text: string) => text.toLocaleLowerCase().replace(/[·・‧•\s]/g, '');

/** Chooses one of many by typing a part of its name; inside a ui-field it is named by it. */
@Component({
  selector: 'ui-search-select',
  imports: [Icon, MatAutocompleteModule, TranslocoPipe],
  template: `
    <input
      #box
      class="ui-control"
      type="text"
      autocomplete="off"
      spellcheck="false"
      [attr.id]="field?.controlId()"
      [attr.aria-label]="label() || null"
      [attr.aria-describedby]="field?.describedBy()"
      [attr.aria-invalid]="field?.fault() ? true : null"
      [placeholder]="placeholder() || ('ui.choose' | transloco)"
      [disabled]="disabled()"
      [value]="typed()"
      [matAutocomplete]="list"
      (input)="type($event)"
      (focus)="$any($event.target).select()"
      (blur)="restore()"
    />
    <ui-icon name="down" />
    <mat-autocomplete
      #list="matAutocomplete"
      class="ui-choices"
      [autoActiveFirstOption]="true"
      [displayWith]="labelOf"
      (optionSelected)="choose($event)"
    >
      @for (choice of found(); track choice.value) {
        <mat-option [value]="choice">
          <span class="ui-choice">{{ choice.label }}</span>
          @if (choice.hint) {
            <span class="ui-choice-hint">{{ choice.hint }}</span>
          }
        </mat-option>
      } @empty {
        <mat-option disabled>{{ (waiting() ? 'ui.waiting' : 'ui.noMatch') | transloco }}</mat-option>
      }
    </mat-autocomplete>
  `,
  styles: `
    :host {
      position: relative;
      display: block;
    }
    input {
      padding-inline-end: 2.25rem;
      text-overflow: ellipsis;
    }
    ui-icon {
      position: absolute;
      inset-block-start: calc(var(--touch) / 2 - 0.625em);
      inset-inline-end: 0.625rem;
      color: var(--text-soft);
      pointer-events: none;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SearchSelect<Value = string> {
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');
  protected readonly field = inject(Field, { optional: true });

  readonly choices = input.required<readonly Choice<Value>[]>();
  readonly value = model<Value | null>(null);
  /** Needed outside a ui-field. */
  readonly label = input('');
  readonly placeholder = input('');
  readonly disabled = input(false);
  /** Choices are being fetched. */
  readonly waiting = input(false);
  /** Each choice is taken by whoever listens, and the field is empty for the next one. */
  readonly forgets = input(false);
  /** What is typed, for choices that the server searches. */
  readonly search = output<string>();

  private readonly chosen = computed(() => this.choices().find((choice) => choice.value === this.value()));
  protected readonly typed = linkedSignal(() => this.chosen()?.label ?? '');

  protected readonly found = computed(() => {
    const words = plain(this.typed());
    if (words === '' || this.typed() === this.chosen()?.label) return this.choices().slice(0, most);
    return this.choices()
      .filter((choice) => plain(`${choice.label}${choice.hint ?? ''}`).includes(words))
      .slice(0, most);
  });

  protected readonly labelOf = (choice: Choice<Value> | null): string => choice?.label ?? '';

  protected type(event: Event): void {
    const words = (event.target as HTMLInputElement).value;
    this.typed.set(words);
    if (words === '') this.value.set(null);
    this.search.emit(words);
  }

  protected choose(event: MatAutocompleteSelectedEvent): void {
    const choice = event.option.value as Choice<Value>;
    this.value.set(choice.value);
    if (this.forgets()) this.value.set(null);
    this.typed.set(this.forgets() ? '' : choice.label);
    // The list has written the words of the choice into the field itself, behind its binding.
    setTimeout(() => (this.box().nativeElement.value = this.typed()));
  }

  /** Half a name is no choice: the field goes back to what was chosen. */
  protected restore(): void {
    setTimeout(() => this.typed.set(this.chosen()?.label ?? ''), 150);
  }
}
