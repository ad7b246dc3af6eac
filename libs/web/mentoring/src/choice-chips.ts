import { ChangeDetectionStrategy, Component, input, model } from '@angular/core';

/** One of a few, each a chip that a thumb meets. */
export interface ChipChoice<T extends string = string> {
  readonly value: T;
  readonly label: string;
}

/** Chooses one of a few by a tap, as radio buttons do. */
@Component({
  selector: 'mentoring-choice-chips',
  template: `
    <fieldset>
      <legend>{{ legend() }}</legend>
      <div>
        @for (one of choices(); track one.value) {
          <label>
            <input
              type="radio"
              [name]="name()"
              [value]="one.value"
              [checked]="one.value === value()"
              (change)="value.set(one.value)"
            />
            <span>{{ one.label }}</span>
          </label>
        }
      </div>
    </fieldset>
  `,
  styles: `
    fieldset {
      min-inline-size: 0;
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      margin-block-end: var(--space-1);
      padding: 0;
      font-size: var(--size-small);
      font-weight: 500;
    }
    div {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2);
    }
    label {
      display: inline-flex;
      align-items: center;
      gap: var(--space-2);
      min-block-size: var(--touch);
      padding-inline: var(--space-3);
      border: 1px solid var(--line-strong);
      border-radius: var(--radius);
      cursor: pointer;
    }
    label:has(:checked) {
      border-color: var(--accent);
      background: var(--accent-surface);
      color: var(--accent-text);
      font-weight: 600;
    }
    input {
      inline-size: 1.125rem;
      block-size: 1.125rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChoiceChips<T extends string> {
  readonly legend = input.required<string>();
  readonly name = input.required<string>();
  readonly choices = input.required<readonly ChipChoice<T>[]>();
  readonly value = model.required<T>();
}
