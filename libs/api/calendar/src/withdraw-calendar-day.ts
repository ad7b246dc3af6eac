import { Injectable } from '@nestjs/common';
import { mayKeep } from '@qinglan/api-directory';
import { allowOrHide, Clock, orNotFound, Refused, Transactions } from '@qinglan/api-platform';
import type { InputOf, withdrawCalendarDay } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { CalendarDayStore } from './calendar-day.store';

/** Takes an exception back; the ordinary week, or a wider exception, holds again. */
@Injectable()
export class WithdrawCalendarDay {
  constructor(
    private readonly transactions: Transactions,
    private readonly days: CalendarDayStore,
    private readonly clock: Clock,
  ) {}

  execute(actor: Actor, { params, version }: InputOf<typeof withdrawCalendarDay>): Promise<void> {
    return this.transactions.write(async (tx) => {
      const entry = orNotFound(await this.days.lock(tx, params.calendarDayId));
      allowOrHide(mayKeep(actor, { kind: 'calendar-day', schools: [entry.row.schoolId] }));
      if (entry.version !== version) throw new Refused('stale');
      await this.days.withdraw(tx, entry, { at: this.clock.now(), actorId: actor.personId });
    });
  }
}
