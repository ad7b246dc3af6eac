import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { BeijingWords, Languages, WeekdayName } from '@qinglan/web-platform';
import { Icon } from '@qinglan/web-ui';
import { lookOf } from './day-look';
import type { DayCell, MonthView } from './month';

/** One month as a grid; small in a term's overview, with words and a way to each day when it stands alone. */
@Component({
  selector: 'register-month-grid',
  imports: [Icon, TranslocoPipe, WeekdayName],
  templateUrl: './month-grid.html',
  styleUrl: './month-grid.scss',
  host: { '[class.small]': 'small()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MonthGrid {
  readonly month = input.required<MonthView>();
  readonly today = input('');
  readonly small = input(false);
  /** Days can be pressed. */
  readonly open = input(false);
  readonly pressed = output<DayCell>();

  protected readonly beijing = inject(BeijingWords);
  private readonly languages = inject(Languages);
  /** Without a term there is no teaching week to name. */
  protected readonly hasWeeks = computed(() => this.month().weeks.some((row) => row.week !== null));
  protected readonly weekdays = [1, 2, 3, 4, 5, 6, 7];

  protected look(cell: DayCell) {
    return lookOf(cell);
  }

  /** The day and what it is, in words. */
  protected said(cell: DayCell): string {
    const { says } = lookOf(cell);
    const weekday = cell.exception?.followsWeekday;
    const what = says ? this.languages.say(says, { weekday: weekday ? this.beijing.weekday(weekday) : null }) : '';
    const isOpen = cell.exception?.status === 'provisional';
    return isOpen ? `${what} · ${this.languages.say('words.calendarStatus.provisional')}` : what;
  }
}
