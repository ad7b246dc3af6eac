import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { beijingNow, Languages } from '@qinglan/web-platform';
import { Button, Icon, IconButton } from '@qinglan/web-ui';

/** The month in view, and the ways to the one before, the one after, and to the one that runs. */
@Component({
  selector: 'reports-month-picker',
  imports: [Button, Icon, IconButton, TranslocoPipe],
  template: `
    <div class="row" role="group" [attr.aria-label]="'reports.completeness.month' | transloco">
      <button
        uiIconButton
        type="button"
        [attr.aria-label]="'reports.completeness.before' | transloco"
        (click)="turned.emit(-1)"
      >
        <ui-icon name="back" />
      </button>
      <strong aria-live="polite">{{ name() }}</strong>
      <button
        uiIconButton
        type="button"
        [attr.aria-label]="'reports.completeness.after' | transloco"
        (click)="turned.emit(1)"
      >
        <ui-icon name="arrow" />
      </button>
      @if (month() !== now) {
        <button uiButton="quiet" type="button" (click)="chosen.emit(now)">
          {{ 'reports.completeness.thisMonth' | transloco }}
        </button>
      }
    </div>
  `,
  styles: `
    strong {
      min-inline-size: 8em;
      text-align: center;
      font-size: var(--size-large);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MonthPicker {
  private readonly languages = inject(Languages);

  readonly month = input.required<string>();
  readonly turned = output<number>();
  readonly chosen = output<string>();

  protected readonly now = beijingNow().day.slice(0, 7);
  protected readonly name = computed(() => {
    const [year = '', number = ''] = this.month().split('-');
    const names = this.languages.list('time.months');
    return this.languages.say('reports.monthOf', { year, month: names[Number(number) - 1] ?? number });
  });
}
