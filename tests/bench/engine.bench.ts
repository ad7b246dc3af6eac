import {
  busyGrid,
  cleanWindows,
  closedExcept,
  commonFreeStarts,
  type DayMinutes,
  minuteOf,
  type Period,
  startsOf,
} from '@qinglan/domain';
import { bells } from '../support/bells';
import type { TestDatabase } from '../support';
import { figure, type Line, median } from './measure';

const periodsOf = (name: keyof typeof bells, season: number): readonly Period[] =>
  (bells[name][season]?.periods ?? []).map(([starts, ends], place) => ({
    number: place + 1,
    startsAt: minuteOf(starts),
    endsAt: minuteOf(ends),
    kind: 'lesson',
  }));

const timed = (times: number, work: () => void): number => {
  const took = Array.from({ length: times }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
  return median(took);
};

/** Every day asked anew, nothing remembered: 87 school pairs × 20 weeks × 5 days on one core. */
function twoBells(): Line {
  const hangzhou = (['HZ-PRIMARY', 'HZ-JUNIOR', 'HZ-SENIOR'] as const).map((name) => periodsOf(name, 0));
  const aksu = [0, 1].flatMap((season) =>
    (['AK-PRIMARY', 'AK-SECONDARY'] as const).map((name) => periodsOf(name, season)),
  );
  let found = 0;
  const took = timed(9, () => {
    for (let pair = 0; pair < 87; pair += 1) {
      for (let day = 0; day < 100; day += 1) {
        const presenting = hangzhou[pair % 3] ?? [];
        const receiving = aksu[(pair + day) % 4] ?? [];
        found += cleanWindows(presenting, receiving, 40).length;
      }
    }
  });
  return {
    what: 'two-bell engine: 87 school pairs × 20 weeks × 5 days',
    ours: `${figure(took, 1)} ms (${figure(found / 9, 0)} windows)`,
    baseline: 'aim: under 1 s',
    ratio: `${figure(1000 / took, 0)} times faster than asked`,
  };
}

const days = 120;
/** Always the same numbers, so that two runs compare. */
function* dice(): Generator<number> {
  for (let state = 42; ;) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield state / 2_147_483_648;
  }
}

interface Busy extends DayMinutes {
  readonly party: number;
}

function somePeople(): Busy[] {
  const chance = dice();
  const next = () => chance.next().value as number;
  return Array.from({ length: 10 }, (_, party) => party).flatMap((party) =>
    Array.from({ length: days * 3 }, (_, place) => {
      const startsAt = 480 + Math.floor(next() * 110) * 5;
      return { party, dayIndex: Math.floor(place / 3), startsAt, endsAt: startsAt + 40 };
    }),
  );
}

function openHours(from: number, to: number): DayMinutes[] {
  return Array.from({ length: days }, (_, dayIndex) => ({ dayIndex, startsAt: from, endsAt: to }));
}

/** The best that SQL does: gaps between merged busy ranges, once, over an indexed table. */
const freeInSql = `
  WITH merged AS (SELECT range_agg(during) AS busy FROM bench_busy),
       open AS (SELECT range_agg(int4range(d * 1440 + 600, d * 1440 + 960)) AS hours FROM generate_series(0, 119) AS d)
  SELECT count(*)::int AS gaps FROM merged, open, unnest(open.hours - merged.busy) AS gap WHERE upper(gap) - lower(gap) >= 40`;

async function commonFree(database: TestDatabase): Promise<Line> {
  const busy = somePeople();
  const people = Array.from({ length: 10 }, (_, party) =>
    busyGrid(
      days,
      busy.filter((one) => one.party === party),
    ),
  );
  const schools = [closedExcept(days, openHours(480, 960)), closedExcept(days, openHours(600, 1120))];
  const parties = [...people, ...schools];
  let starts = 0;
  const took = timed(2001, () => (starts = commonFreeStarts(parties, 40).length));
  starts = startsOf(commonFreeStarts(parties, 40)).length;
  await database.sql('CREATE TABLE bench_busy (party int, during int4range)');
  await database.sql(
    `INSERT INTO bench_busy SELECT p, int4range(d * 1440 + s, d * 1440 + e)
     FROM unnest($1::int[], $2::int[], $3::int[], $4::int[]) AS b (p, d, s, e)`,
    [
      busy.map((one) => one.party),
      busy.map((one) => one.dayIndex),
      busy.map((one) => one.startsAt),
      busy.map((one) => one.endsAt),
    ],
  );
  const inSql: number[] = [];
  for (let round = 0; round < 51; round += 1) {
    const began = performance.now();
    await database.sql(freeInSql);
    inSql.push(performance.now() - began);
  }
  return {
    what: 'common free starts of 2 schools and 10 people over 120 days',
    ours: `${figure(took * 1000, 1)} µs (${figure(starts, 0)} starts)`,
    baseline: `best SQL ${figure(median(inSql), 2)} ms`,
    ratio: `${figure(median(inSql) / took, 0)} times faster`,
  };
}

/** What runs in memory. */
export async function engineBench(database: TestDatabase): Promise<readonly Line[]> {
  return [twoBells(), await commonFree(database)];
}
