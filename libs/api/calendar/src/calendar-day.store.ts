import { Injectable } from '@nestjs/common';
import {
  type By,
  type Changes,
  changesOf,
  type Entry,
  happeningsOf,
  idTaken,
  invalid,
  RegisterTable,
  type Saved,
  savedOf,
  type Wanted,
} from '@qinglan/api-directory';
import { History, Refused, statement, type Tx } from '@qinglan/api-platform';
import type { CalendarDayId, SchoolId, SideId } from '@qinglan/domain';

/** One exception of the calendar as it is kept. */
export interface CalendarDayRow {
  readonly scope: 'nation' | 'side' | 'school';
  readonly sideId: SideId | null;
  readonly schoolId: SchoolId | null;
  readonly day: string;
  readonly kind: 'day-off' | 'make-up' | 'exam' | 'closed';
  readonly followsWeekday: number | null;
  readonly status: 'provisional' | 'confirmed';
  readonly note: string;
}

const days = new RegisterTable<CalendarDayRow, CalendarDayId>({
  table: 'calendar_day',
  key: ['day', 'scope', 'sideId', 'schoolId'],
  keyNulls: { sideId: '', schoolId: '00000000-0000-0000-0000-000000000000' },
  only: 't.withdrawn_at IS NULL',
  fields: {
    scope: { column: 'scope', type: 'text' },
    sideId: { column: 'side_id', type: 'text' },
    schoolId: { column: 'school_id', type: 'uuid' },
    day: { column: 'day', type: 'date' },
    kind: { column: 'kind', type: 'text' },
    followsWeekday: { column: 'follows_weekday', type: 'smallint' },
    status: { column: 'status', type: 'text' },
    note: { column: 'note', type: 'text' },
  },
  refusals: {
    // An id that was taken back stays taken: a repeated request must not bring the exception back.
    calendar_day_pk: idTaken,
    calendar_day_once: () => new Refused('day-taken'),
    calendar_day_side: invalid('#/sideId', 'no such side'),
    calendar_day_school: invalid('#/schoolId', 'no such school'),
    calendar_day_follows: invalid('#/followsWeekday', 'on a make-up day only'),
    calendar_day_scope_clear: () => new Refused('scope-unclear'),
  },
});

const withdraw = statement(
  'calendar-day-withdraw',
  'UPDATE calendar_day SET withdrawn_at = $2, version = version + 1 WHERE id = $1',
);

/** The only writer of `calendar_day`. */
@Injectable()
export class CalendarDayStore {
  constructor(private readonly history: History) {}

  /** Null also where the exception was taken back. */
  lock(tx: Tx, id: CalendarDayId): Promise<Entry<CalendarDayRow, CalendarDayId> | null> {
    return days.lock(tx, id);
  }

  save(tx: Tx, wanted: Wanted<CalendarDayRow, CalendarDayId>, by: By): Promise<void> {
    return this.write(tx, changesOf(wanted), by);
  }

  /** Many at once, by `day|scope|sideId|schoolId`. */
  async saveAll(tx: Tx, rows: readonly CalendarDayRow[], by: By): Promise<Saved<CalendarDayId>> {
    const changes = await days.match(tx, rows);
    await this.write(tx, changes, by);
    return savedOf(changes);
  }

  /** The exception no longer counts; it and its history stay. */
  async withdraw(tx: Tx, entry: Entry<CalendarDayRow, CalendarDayId>, by: By): Promise<void> {
    await tx.run(withdraw, [entry.id, by.at.toString()]);
    await this.history.add(tx, by, [
      { subjectId: entry.id, act: 'calendar-day.withdrawn', detail: { before: entry.row } },
    ]);
  }

  private async write(tx: Tx, changes: Changes<CalendarDayRow, CalendarDayId>, by: By): Promise<void> {
    await days.write(tx, changes);
    await this.history.add(tx, by, happeningsOf('calendar-day', changes));
  }
}
