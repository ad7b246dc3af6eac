import { ChangeDetectionStrategy, Component, computed, input, model } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { formatWeeks } from '@qinglan/domain';
import { Button, Control, Field } from '@qinglan/web-ui';
import { weeksOf } from './series-fields';

const usualCount = 20;

/** Teaching weeks as a text, or by pressing their numbers; each follows the other. */
@Component({
  selector: 'proposals-week-chooser',
  imports: [Button, Control, Field, FormsModule, TranslocoPipe],
  template: `
    <ui-field
      [label]="'proposals.form.weeks' | transloco"
      [hint]="
        chosen().size > 0
          ? ('proposals.form.weeksRead' | transloco: { n: chosen().size })
          : ('proposals.form.weeksHint' | transloco)
      "
      [fault]="fault()"
    >
      <input
        uiControl
        name="weeks"
        dir="ltr"
        maxlength="120"
        autocomplete="off"
        spellcheck="false"
        [placeholder]="'proposals.form.weeksExample' | transloco"
        [(ngModel)]="weeks"
      />
    </ui-field>
    <div class="chips" role="group" [attr.aria-label]="'proposals.form.weeksByNumber' | transloco">
      @for (week of numbers(); track week) {
        <button type="button" class="chip figures" [attr.aria-pressed]="chosen().has(week)" (click)="toggle(week)">
          <span class="visually-hidden">{{ 'proposals.week' | transloco: { n: week } }}</span>
          <span aria-hidden="true">{{ week }}</span>
        </button>
      }
    </div>
    <div class="row">
      <button uiButton="quiet" type="button" (click)="take(numbers())">{{ 'ui.all' | transloco }}</button>
      <button uiButton="quiet" type="button" (click)="takeEvery(1)">{{ 'proposals.form.odd' | transloco }}</button>
      <button uiButton="quiet" type="button" (click)="takeEvery(0)">{{ 'proposals.form.even' | transloco }}</button>
      <button uiButton="quiet" type="button" (click)="take([])">{{ 'proposals.form.clear' | transloco }}</button>
    </div>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-2);
    }
    .chips {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(2.375rem, 1fr));
      gap: var(--space-1);
    }
    .chip {
      min-block-size: 2.25rem;
      padding: 0;
      border: 1px solid var(--line-strong);
      border-radius: var(--radius-small);
      background: var(--surface);
      color: var(--text);
      font: inherit;
      font-size: var(--size-small);
      cursor: pointer;
    }
    .chip:hover {
      background: var(--surface-hover);
    }
    .chip[aria-pressed='true'] {
      border-color: var(--accent);
      background: var(--accent);
      color: var(--on-accent);
      font-weight: 600;
    }
    .row {
      gap: 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WeekChooser {
  readonly weeks = model.required<string>();
  readonly fault = input<string | null>(null);
  /** Teaching weeks of the term. */
  readonly count = input<number>(usualCount);

  protected readonly chosen = computed(() => new Set(weeksOf(this.weeks())));
  protected readonly numbers = computed(() => {
    const last = Math.max(this.count(), ...this.chosen());
    return Array.from({ length: last }, (_, at) => at + 1);
  });

  protected toggle(week: number): void {
    const next = new Set(this.chosen());
    if (!next.delete(week)) next.add(week);
    this.take([...next]);
  }

  protected takeEvery(rest: number): void {
    this.take(this.numbers().filter((week) => week % 2 === rest));
  }

  protected take(weeks: readonly number[]): void {
    this.weeks.set(formatWeeks(weeks));
  }
}
