import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { minuteOf, wallTime } from '@qinglan/domain';
import { isTime, type Period } from './bell';

const hour = 60;

/** A school day as a strip from morning to evening; the table beside it says the same, so it is for the eye alone. */
@Component({
  selector: 'register-day-strip',
  template: `
    @for (mark of marks(); track mark.text) {
      <span class="mark" [style.inset-block-start.%]="mark.at">{{ mark.text }}</span>
    }
    @for (block of blocks(); track $index) {
      <span
        class="block"
        [class.other]="block.isOther"
        [style.inset-block-start.%]="block.at"
        [style.block-size.%]="block.size"
        ><span>{{ block.number }}</span></span
      >
    }
  `,
  styleUrl: './day-strip.scss',
  host: { 'aria-hidden': 'true' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DayStrip {
  readonly periods = input.required<readonly Period[]>();
  /** The hours that strips beside each other share. */
  readonly from = input(7);
  readonly to = input(20);

  private readonly drawn = computed(() =>
    this.periods()
      .filter(({ startsAt, endsAt }) => isTime(startsAt) && isTime(endsAt) && startsAt < endsAt)
      .map((period) => ({ ...period, start: minuteOf(period.startsAt), end: minuteOf(period.endsAt) })),
  );
  private readonly hours = computed(() => {
    const first = Math.min(this.from() * hour, ...this.drawn().map(({ start }) => start));
    const last = Math.max(this.to() * hour, ...this.drawn().map(({ end }) => end));
    return { first: Math.floor(first / hour), last: Math.ceil(last / hour) };
  });
  protected readonly marks = computed(() => {
    const { first, last } = this.hours();
    return Array.from({ length: last - first + 1 }, (_, at) => ({
      text: wallTime(((first + at) % 24) * hour),
      at: (at / (last - first)) * 100,
    })).filter((_, at) => at % 2 === 0);
  });
  protected readonly blocks = computed(() => {
    const { first, last } = this.hours();
    const whole = (last - first) * hour;
    return this.drawn().map((period) => ({
      number: period.number,
      isOther: period.kind === 'other',
      at: ((period.start - first * hour) / whole) * 100,
      size: ((period.end - period.start) / whole) * 100,
    }));
  });
}
