import { inject, Injectable } from '@angular/core';
import { formatMonthDay } from '@qinglan/domain';
import { Languages } from '@qinglan/web-platform';
import type { ShownFault } from './bell';

/** Says month-days and the faults of bells in plain words. */
@Injectable()
export class BellWords {
  private readonly languages = inject(Languages);

  monthDay(monthDay: string): string {
    const [month, day] = monthDay.split('-').map(Number);
    const name = this.languages.list('time.months')[(month ?? 1) - 1] ?? '';
    return this.languages.say('register.bells.monthDay', { month: name, day: day ?? 1 });
  }

  span(firstDay: string, lastDay: string): string {
    return `${this.monthDay(firstDay)} – ${this.monthDay(lastDay)}`;
  }

  fault(fault: ShownFault): string {
    return this.languages.say(`register.bells.fault.${fault.kind}`, this.valuesOf(fault));
  }

  private valuesOf(fault: ShownFault): Readonly<Record<string, string | number>> {
    switch (fault.kind) {
      case 'incomplete':
      case 'season-named-twice':
        return {};
      case 'periods-overlap':
        return { season: fault.season, first: fault.periods[0], second: fault.periods[1] };
      case 'season-without-periods':
        return { season: fault.season };
      case 'seasons-overlap':
        return { seasons: fault.seasons.join(' · '), days: this.daysOf(fault) };
      case 'no-season':
        return { days: this.daysOf(fault) };
      default:
        return { season: fault.season, period: fault.period };
    }
  }

  private daysOf({ from, to }: { readonly from: number; readonly to: number }): string {
    return this.span(formatMonthDay(from), formatMonthDay(to));
  }
}
