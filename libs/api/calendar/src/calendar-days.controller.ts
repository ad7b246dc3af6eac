import { Controller } from '@nestjs/common';
import { Acting, Door, Input, Transactions } from '@qinglan/api-platform';
import * as contracts from '@qinglan/contracts';
import type { InputOf } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { CalendarDayQueries } from './calendar-day.queries';
import { SaveCalendarDay } from './save-calendar-day';
import { WithdrawCalendarDay } from './withdraw-calendar-day';

/** Exceptions of the calendar. */
@Controller()
export class CalendarDaysController {
  constructor(
    private readonly transactions: Transactions,
    private readonly queries: CalendarDayQueries,
    private readonly saveCalendarDay: SaveCalendarDay,
    private readonly withdrawCalendarDay: WithdrawCalendarDay,
  ) {}

  @Door(contracts.listCalendarDays)
  list(@Input() input: InputOf<typeof contracts.listCalendarDays>, @Acting() actor: Actor): Promise<string> {
    return this.transactions.read((read) => this.queries.list(read, actor, input.query));
  }

  @Door(contracts.saveCalendarDay)
  save(@Input() input: InputOf<typeof contracts.saveCalendarDay>, @Acting() actor: Actor): Promise<string> {
    return this.saveCalendarDay.execute(actor, input);
  }

  @Door(contracts.withdrawCalendarDay)
  async withdraw(
    @Input() input: InputOf<typeof contracts.withdrawCalendarDay>,
    @Acting() actor: Actor,
  ): Promise<Record<string, never>> {
    await this.withdrawCalendarDay.execute(actor, input);
    return {};
  }
}
