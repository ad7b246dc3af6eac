import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { monthDays } from '@qinglan/domain';
import { Languages } from '@qinglan/web-platform';

const pad = (part: number) => String(part).padStart(2, '0');

/** A day of any year: month and day, no year to be wrong about. */
@Component({
  selector: 'register-month-day',
  imports: [TranslocoPipe],
  template: `
    <fieldset>
      <legend>{{ label() }}</legend>
      <select
        class="ui-control"
        [attr.aria-label]="'register.bells.month' | transloco"
        (change)="take($any($event.target).value, day())"
      >
        @for (name of months(); track $index) {
          <option [value]="$index + 1" [selected]="$index + 1 === month()">{{ name }}</option>
        }
      </select>
      <select
        class="ui-control"
        [attr.aria-label]="'register.bells.day' | transloco"
        (change)="take(month(), $any($event.target).value)"
      >
        @for (one of days(); track one) {
          <option [value]="one" [selected]="one === day()">{{ one }}</option>
        }
      </select>
    </fieldset>
  `,
  styles: `
    fieldset {
      display: grid;
      grid-template-columns: 3fr 2fr;
      gap: var(--space-1);
      min-inline-size: 0;
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      padding: 0;
      margin-block-end: var(--space-1);
      font-size: var(--size-small);
      font-weight: 500;
    }
    select {
      padding-inline: var(--space-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MonthDayControl {
  readonly label = input.required<string>();
  /** `05-01`. */
  readonly value = input.required<string>();
  readonly changed = output<string>();

  private readonly languages = inject(Languages);

  protected readonly months = computed(() => this.languages.list('time.months'));
  protected readonly month = computed(() => Number(this.value().slice(0, 2)));
  protected readonly day = computed(() => Number(this.value().slice(3)));
  protected readonly days = computed(() => daysIn(this.month()));

  protected take(month: number | string, day: number | string): void {
    const days = daysIn(Number(month));
    this.changed.emit(`${pad(Number(month))}-${pad(Math.min(Number(day), days.at(-1) ?? 28))}`);
  }
}

const daysIn = (month: number): readonly number[] =>
  monthDays.filter((one) => Math.floor(one / 100) === month).map((one) => one % 100);
