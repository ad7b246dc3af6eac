import { Injectable } from '@nestjs/common';
import {
  type By,
  type Changes,
  changesOf,
  codeTaken,
  type Entry,
  happeningsOf,
  idTaken,
  RegisterTable,
  type Saved,
  savedOf,
  type Wanted,
} from '@qinglan/api-directory';
import { History, statement, type Tx } from '@qinglan/api-platform';
import type { BellScheduleId } from '@qinglan/domain';
import { seasonsOf } from './season-json';

/** One period as it is kept: wall times of Beijing, `09:50`. */
export interface PeriodRow {
  readonly number: number;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly kind: 'lesson' | 'other';
}

/** A season as it is kept: month-days, `05-01`. */
export interface SeasonRow {
  readonly name: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly periods: readonly PeriodRow[];
}

/** A bell schedule with everything that hangs on it; it is kept and compared whole. */
export interface BellScheduleRow {
  readonly code: string;
  readonly name: string;
  readonly seasons: readonly SeasonRow[];
}

const schedules = new RegisterTable<BellScheduleRow, BellScheduleId>({
  table: 'bell_schedule',
  key: ['code'],
  fields: {
    code: { column: 'code', type: 'text' },
    name: { column: 'name', type: 'text' },
    seasons: { read: seasonsOf('t'), type: 'jsonb' },
  },
  refusals: { bell_schedule_pk: idTaken, bell_schedule_code_once: codeTaken },
});

const dropPeriods = statement(
  'bell-period-drop',
  `DELETE FROM bell_period p USING bell_season s WHERE s.id = p.bell_season_id AND s.bell_schedule_id = ANY($1::uuid[])`,
);
const dropSeasons = statement('bell-season-drop', 'DELETE FROM bell_season WHERE bell_schedule_id = ANY($1::uuid[])');
const addSeasons = statement(
  'bell-season-add',
  `WITH given AS (
     SELECT gen_random_uuid() AS id, b.id AS bell_schedule_id, s.*
     FROM jsonb_to_recordset($1::jsonb) AS b (id uuid, seasons jsonb)
     CROSS JOIN LATERAL jsonb_to_recordset(b.seasons) AS s (name text, "firstDay" text, "lastDay" text, periods jsonb)
   ), added AS (
     INSERT INTO bell_season (id, bell_schedule_id, name, first_day, last_day)
     SELECT id, bell_schedule_id, name, "firstDay", "lastDay" FROM given
   )
   INSERT INTO bell_period (bell_season_id, number, starts_at, ends_at, kind)
   SELECT g.id, p.number, p."startsAt", p."endsAt", p.kind
   FROM given g
   CROSS JOIN LATERAL jsonb_to_recordset(g.periods) AS p (number smallint, "startsAt" time, "endsAt" time, kind text)`,
);

/** Seasons by their first day and periods by number, as they are read: another order is no change. */
const inOrder = (row: BellScheduleRow): BellScheduleRow => {
  const seasons = row.seasons.map(({ periods, ...season }) => ({
    ...season,
    periods: [...periods].sort((a, b) => a.number - b.number),
  }));
  return { ...row, seasons: seasons.sort((a, b) => (bySeason(a) < bySeason(b) ? -1 : 1)) };
};
const bySeason = ({ firstDay, name }: SeasonRow) => `${firstDay} ${name}`;

/** The only writer of bell schedules, their seasons and periods. */
@Injectable()
export class BellScheduleStore {
  constructor(private readonly history: History) {}

  lock(tx: Tx, id: BellScheduleId): Promise<Entry<BellScheduleRow, BellScheduleId> | null> {
    return schedules.lock(tx, id);
  }

  save(tx: Tx, wanted: Wanted<BellScheduleRow, BellScheduleId>, by: By): Promise<void> {
    return this.write(tx, changesOf({ ...wanted, row: inOrder(wanted.row) }), by);
  }

  /** Many at once, by code; the rules of bells are asked before. */
  async saveAll(tx: Tx, rows: readonly BellScheduleRow[], by: By): Promise<Saved<BellScheduleId>> {
    const changes = await schedules.match(tx, rows.map(inOrder));
    await this.write(tx, changes, by);
    return savedOf(changes);
  }

  private async write(tx: Tx, changes: Changes<BellScheduleRow, BellScheduleId>, by: By): Promise<void> {
    await schedules.write(tx, changes);
    const written = [...changes.created, ...changes.changed];
    if (written.length > 0) await this.replaceSeasons(tx, written);
    await this.history.add(tx, by, happeningsOf('bell-schedule', changes));
  }

  private async replaceSeasons(
    tx: Tx,
    written: readonly { readonly id: BellScheduleId; readonly row: BellScheduleRow }[],
  ) {
    const ids = written.map(({ id }) => id);
    await tx.run(dropPeriods, [ids]);
    await tx.run(dropSeasons, [ids]);
    await tx.run(addSeasons, [JSON.stringify(written.map(({ id, row }) => ({ id, seasons: row.seasons })))]);
  }
}
