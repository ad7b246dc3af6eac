import { ChangeDetectionStrategy, Component, computed, input, model } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { Control } from './control';
import { Field } from './field';

/** Day, start and length of a meeting; day and time are texts as the browser's fields give them. */
@Component({
  selector: 'ui-time-fields',
  imports: [Control, Field, FormsModule, TranslocoPipe],
  template: `
    <ui-field [label]="'ui.when.day' | transloco" [fault]="fault()">
      <input uiControl type="date" name="day" required [min]="today()" [(ngModel)]="day" />
    </ui-field>
    <ui-field [label]="'ui.when.time' | transloco" [hint]="hint()">
      <input uiControl type="time" name="time" step="300" required [(ngModel)]="time" />
    </ui-field>
    <ui-field [label]="'ui.when.minutes' | transloco">
      <select uiControl name="minutes" [ngModel]="minutes()" (ngModelChange)="minutes.set(+$event)">
        @for (length of choices(); track length) {
          <option [value]="length">{{ 'ui.when.length' | transloco: { n: length } }}</option>
        }
      </select>
    </ui-field>
  `,
  host: { class: 'fields' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TimeFields {
  readonly day = model.required<string>();
  readonly time = model.required<string>();
  readonly minutes = model.required<number>();
  /** The first day that can be chosen. */
  readonly today = input.required<string>();
  readonly lengths = input.required<readonly number[]>();
  readonly hint = input<string | null>(null);
  readonly fault = input<string | null>(null);

  /** A length that stands already can be kept. */
  protected readonly choices = computed(() => [...new Set([...this.lengths(), this.minutes()])].sort((a, b) => a - b));
}
