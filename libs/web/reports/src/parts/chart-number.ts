import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { addressOf, type ChartNumber as Place, isOpen } from './chart-place';

/** A number of a chart as it stands in its sentence or its table: it opens the rows that it counts. */
@Component({
  selector: 'reports-chart-number',
  imports: [RouterLink],
  template: `
    @if (!opens()) {
      <bdi>{{ text() }}</bdi>
    } @else if (address(); as to) {
      <a [routerLink]="to.path" [queryParams]="to.query" [fragment]="to.fragment" [attr.aria-label]="says()"
        ><bdi>{{ text() }}</bdi></a
      >
    } @else {
      <button type="button" [attr.aria-label]="says()" (click)="opened.emit(place())">
        <bdi>{{ text() }}</bdi>
      </button>
    }
  `,
  styleUrls: ['./numeral.scss', './chart-number.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChartNumber {
  readonly text = input.required<string | number>();
  readonly place = input.required<Place>();
  /** What is read out: whose number it is, and that it opens. */
  readonly says = input.required<string>();
  /** The year whose live rows it opens; without one its page is asked to open what was stored. */
  readonly year = input<number | null>(null);
  readonly opened = output<Place>();

  protected readonly opens = computed(() => isOpen(this.place()));
  protected readonly address = computed(() => {
    const year = this.year();
    return year === null ? null : addressOf(this.place(), year);
  });
}
