import { Injectable } from '@nestjs/common';
import { BellScheduleStore, CalendarDayStore, TermStore } from '@qinglan/api-calendar';
import type { OrganisationId } from '@qinglan/domain';
import { bellsOf } from './check-bells';
import { nation } from './check-register';
import { idOf, rowsOf, type WriteFacts, type WriteSheet } from './sheet-writer';
import * as sheets from './sheets-of-schools';

/** For whom a day of the calendar holds. */
function scopeOf(scope: string, facts: WriteFacts) {
  const sideId = facts.known.sides.get(scope) ?? null;
  if (scope === nation) return { scope: 'nation', sideId: null, schoolId: null } as const;
  if (sideId !== null) return { scope: 'side', sideId, schoolId: null } as const;
  return { scope: 'school', sideId: null, schoolId: idOf<OrganisationId>(facts, '单位', scope) } as const;
}

/** Writes 作息, 学期 and 校历. */
@Injectable()
export class CalendarSheets {
  constructor(
    private readonly bells: BellScheduleStore,
    private readonly terms: TermStore,
    private readonly days: CalendarDayStore,
  ) {}

  readonly writers: Readonly<Record<string, WriteSheet>> = {
    作息: (tx, records, { by, known }) =>
      this.bells.saveAll(
        tx,
        // The sheet has no column for the name: one that people gave stays.
        bellsOf(records).map(({ code, seasons }) => ({
          code,
          name: known.bells.get(code)?.name ?? code,
          seasons: seasons.map(({ name, lines }) => ({
            name,
            firstDay: lines[0]?.row.firstDay ?? '',
            lastDay: lines[0]?.row.lastDay ?? '',
            periods: lines.map(({ row: { number, startsAt, endsAt, kind } }) => ({ number, startsAt, endsAt, kind })),
          })),
        })),
        by,
      ),
    学期: (tx, records, { by, known }) => {
      const rows = rowsOf(sheets.terms, records).map(({ side, ...row }) => ({
        ...row,
        sideId: known.sides.get(side) ?? '',
      }));
      return this.terms.saveAll(tx, rows, by);
    },
    校历: (tx, records, facts) => {
      const rows = rowsOf(sheets.calendarDays, records).map(({ scope, note, followsWeekday, ...row }) => ({
        ...row,
        ...scopeOf(scope, facts),
        followsWeekday,
        note: note ?? '',
      }));
      return this.days.saveAll(tx, rows, facts.by);
    },
  };
}
