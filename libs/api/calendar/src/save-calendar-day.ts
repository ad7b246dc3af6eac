import { Injectable } from '@nestjs/common';
import { invalid, mayKeep } from '@qinglan/api-directory';
import { allowOrHide, Clock, Refused, Transactions } from '@qinglan/api-platform';
import type { InputOf, saveCalendarDay } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { CalendarDayQueries } from './calendar-day.queries';
import { type CalendarDayRow, CalendarDayStore } from './calendar-day.store';

/** Whom each scope names besides itself. */
const named = { nation: [], side: ['sideId'], school: ['schoolId'] } as const satisfies Record<
  string,
  readonly string[]
>;

function refuseUnclear(row: CalendarDayRow): void {
  const names: readonly string[] = named[row.scope];
  const wrong = (['sideId', 'schoolId'] as const).filter((field) => (row[field] !== null) !== names.includes(field));
  if (wrong.length === 0) return;
  const errors = wrong.map((field) => ({ pointer: `#/${field}`, detail: `scope ${row.scope}` }));
  throw new Refused('scope-unclear', { errors });
}

/** Adds an exception of the calendar or changes it: administrators any, coordinators those of their school. */
@Injectable()
export class SaveCalendarDay {
  constructor(
    private readonly transactions: Transactions,
    private readonly days: CalendarDayStore,
    private readonly queries: CalendarDayQueries,
    private readonly clock: Clock,
  ) {}

  execute(actor: Actor, { params, body, version }: InputOf<typeof saveCalendarDay>): Promise<string> {
    const id = params.calendarDayId;
    return this.transactions.write(async (tx) => {
      const before = await this.days.lock(tx, id);
      // What the exception is first: a school named by mistake must not make a national day the school's.
      refuseUnclear(body);
      allowOrHide(mayKeep(actor, { kind: 'calendar-day', schools: [before?.row.schoolId, body.schoolId] }));
      if (body.followsWeekday !== null && body.kind !== 'make-up') {
        throw invalid('#/followsWeekday', 'on a make-up day only')();
      }
      const by = { at: this.clock.now(), actorId: actor.personId };
      await this.days.save(tx, { before, id, version, row: body }, by);
      return this.queries.one(tx, id);
    });
  }
}
