import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, shareTone, Temporal } from '@qinglan/domain';
import { aDatabase, type TestDatabase } from '../../support';

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
  // Shares alone, of no pairing: every number of days and every state of payment.
  await database.sql(`
    ALTER TABLE obligation_share DROP CONSTRAINT obligation_share_pairing;
    INSERT INTO obligation_share (obligation_id, pairing_id, kind, first_day, last_day, due, done)
    SELECT gen_random_uuid(), gen_random_uuid(), 'paper', '2026-09-01', date '2026-09-01' + lasts - 1, due, done
    FROM unnest(ARRAY[1, 2, 3, 4, 5, 7, 8, 10, 30, 31, 133, 140, 365]) AS lasts, generate_series(0, 40) AS due,
      generate_series(0, 41) AS done`);
});
afterAll(() => database.drop());

interface Row {
  readonly lasts: number;
  readonly due: number;
  readonly done: number;
  /** Days after the first one; null for never. */
  readonly amber: number | null;
  readonly red: number | null;
}

const firstDay = Temporal.PlainDate.from('2026-09-01');

/** What the database says of a share so many days after its first one. */
function said({ amber, red, due, done }: Row, day: number): string {
  if (red !== null && day >= red) return 'red';
  if (amber !== null && day >= amber) return 'amber';
  if (due === 0) return 'none';
  return done >= due ? 'done' : 'fair';
}

describe('the days from which a share is late or fails', () => {
  it('are those of the rule, to the day', async () => {
    const rows = await database.sql<Row>(
      `SELECT last_day - first_day + 1 AS lasts, due, done, CASE WHEN isfinite(amber_from) THEN amber_from - first_day END AS amber,
         CASE WHEN isfinite(red_from) THEN red_from - first_day END AS red FROM obligation_share`,
    );
    expect(rows).toHaveLength(13 * 41 * 42);
    const wrong = rows.flatMap((row) => {
      const share = { firstDay, lastDay: addDays(firstDay, row.lasts - 1), due: row.due, done: row.done };
      const half = Math.floor(row.lasts / 2);
      const turns = [row.amber, row.red, half, row.lasts - 1].filter((day) => day !== null);
      const days = new Set(turns.flatMap((day) => [day - 2, day - 1, day, day + 1]));
      return [...days].flatMap((day) => {
        const tone = shareTone(share, addDays(firstDay, day));
        return tone === said(row, day) ? [] : [{ ...row, day, tone, said: said(row, day) }];
      });
    });
    expect(wrong.slice(0, 5)).toEqual([]);
  });
});
