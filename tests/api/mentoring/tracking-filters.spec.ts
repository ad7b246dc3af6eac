import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  listMentorLoads,
  listPairings,
  listPairingsToActOn,
  readObligationTotals,
  readTrackingFigures,
  readVisitEquity,
  type TrackingFilters,
} from '@qinglan/contracts';
import { type PairingId, pairingStanding, type PersonId, type StudioId } from '@qinglan/domain';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import {
  aHouse,
  aPerson,
  aStudio,
  aTown,
  type Client,
  type House,
  inCohort,
  type Person,
  type Town,
} from '../../support';
import { ago, aTracked, now, today } from './tracked';

const seed = randomInt(2 ** 31);
const lastTerm = '2025-2';
/** Days since the first and the last day of a term: the one that runs, and the one before. */
const spans = { running: { from: 87, to: 0 }, [lastTerm]: { from: 276, to: 144 } };
const cohorts = ['第一期', '第二期', null] as const;

const wish = fc.record({
  state: fc.constantFrom(
    ...(['active', 'active', 'active', 'paused', 'assessing', 'consenting', 'agreed', 'completed', 'lapsed'] as const),
  ),
  began: fc.integer({ min: 90, max: 400 }),
  contact: fc.integer({ min: 0, max: 40 }),
  end: fc.constantFrom(-200, -200, -10, 5),
  place: fc.integer({ min: 0, max: 2 }),
  due: fc.integer({ min: 1, max: 9 }),
  done: fc.integer({ min: 0, max: 9 }),
  heard: fc.array(fc.integer({ min: 0, max: 270 }), { maxLength: 5 }),
});
type Wish = typeof wish extends fc.Arbitrary<infer W> ? W : never;

/** A pairing with everything that it can be narrowed by. */
interface Made {
  readonly id: PairingId;
  readonly wish: Wish;
  readonly mentor: Person;
  readonly mentee: Person;
  readonly studioId: StudioId | null;
  readonly cohort: string | null;
}

let house: House;
let town: Town;
let administrator: Client;
let studios: readonly [StudioId, StudioId, null];
let all: readonly Made[];
beforeAll(async () => {
  house = await aHouse({ now });
  town = await aTown(house);
  await house.sql(
    `INSERT INTO term (id, code, side_id, name, first_monday, week_count)
     VALUES (gen_random_uuid(), $1, 'aksu', '2025学年第二学期', '2026-02-23', 19)`,
    [lastTerm],
  );
  administrator = await house.as(town.administrator);
  studios = [await aStudio(house, town.aksu.id), await aStudio(house, town.hangzhou.id), null];
  all = await made();
}, 60_000);
afterAll(() => house.close());

/** Six mentors and six mentees of three schools, each with each. */
async function made(): Promise<readonly Made[]> {
  const schools = [town.hangzhou, town.aksu, town.foreign, town.hangzhou, town.aksu, town.foreign];
  const mentors = await Promise.all(schools.map(({ id }) => aPerson(house, id, 'mentor')));
  const mentees = await Promise.all(schools.map(({ id }) => aPerson(house, id, 'mentee')));
  const cohortOf = (at: number) => cohorts[at % 4] ?? null;
  for (const [at, mentor] of mentors.entries()) await inCohort(house, mentor, cohortOf(at) ?? '');
  await house.sql(`UPDATE person SET cohort = NULL WHERE cohort = ''`);
  const couples = mentors.flatMap((mentor, at) => mentees.map((mentee) => ({ mentor, mentee, cohort: cohortOf(at) })));
  const wishes = fc.sample(wish, { numRuns: couples.length, seed });
  return Promise.all(
    couples.map(async (couple, at) => {
      const one = wishes[at];
      if (!one) throw new Error('no wish');
      const studioId = studios[one.place] ?? null;
      return {
        ...couple,
        wish: one,
        studioId,
        id: await aTracked(house, couple, { ...one, studioId, shares: owed(one) }),
      };
    }),
  );
}

/** Something of the term that runs, and something else of the one before. */
const owed = ({ due, done }: Wish) => [
  { begun: 80, lasts: 120, due, done },
  { begun: 250, lasts: 60, due: due + 1, done },
];

// None of them has an end: the term before saw those that had begun by its last day.
const meets = ({ studioId, schoolId, cohort, termCode }: TrackingFilters) =>
  all.filter(
    (one) =>
      (studioId === undefined || one.studioId === studioId) &&
      (schoolId === undefined || one.mentor.schoolId === schoolId || one.mentee.schoolId === schoolId) &&
      (cohort === undefined || one.cohort === cohort) &&
      (termCode === undefined || one.wish.began >= spans[lastTerm].to),
  );
const standing = ({ wish: { state, end } }: Made) => pairingStanding({ state, lastDay: ago(end) }, today);
/** Who pauses or is past the last day owes nothing. */
const isPaying = (one: Made) => standing(one) === 'running' && one.wish.state !== 'paused';
const hasBegun = (one: Made) => standing(one) !== 'asked' && one.wish.state !== 'lapsed';
const sum = (numbers: readonly number[]) => numbers.reduce((whole, one) => whole + one, 0);
const idsOf = (those: readonly { readonly id: string }[]) => those.map(({ id }) => id).toSorted();

/** Every filter alone, and some of them together, in the term that runs and in the one before. */
function questions(): readonly TrackingFilters[] {
  const [one, other] = studios;
  const schools = [town.hangzhou.id, town.aksu.id, town.foreign.id];
  const alone: TrackingFilters[] = [
    {},
    { studioId: one },
    { studioId: other },
    ...schools.map((schoolId) => ({ schoolId })),
    { cohort: '第一期' },
    { cohort: '第二期' },
  ];
  const together = fc.sample(
    fc.record({
      studioId: fc.constantFrom(one, other),
      schoolId: fc.constantFrom(...schools),
      cohort: fc.constantFrom('第一期', '第二期', undefined),
    }),
    { numRuns: 3, seed },
  );
  return [...alone, ...together].flatMap((query) => [query, { ...query, termCode: lastTerm }]);
}

async function inEachQuestion(check: (query: TrackingFilters, those: readonly Made[]) => Promise<void>) {
  for (const query of questions()) await check(query, meets(query));
}

async function toActOn(query: TrackingFilters, state?: 'running'): Promise<readonly { id: PairingId }[]> {
  const { body } = await administrator.call(listPairingsToActOn, { query: { ...query, limit: 100, state } });
  expect(body.next).toBeNull();
  return body.items.map(({ pairingId }) => ({ id: pairingId }));
}

const spanOf = ({ termCode }: TrackingFilters) => spans[termCode === lastTerm ? lastTerm : 'running'];
const visitsIn = (query: TrackingFilters, { wish: { heard } }: Made) =>
  heard.filter((days) => days <= spanOf(query).from && days >= spanOf(query).to).length;

describe(`each filter narrows alike (seed ${String(seed)})`, () => {
  it('the figures', async () => {
    await inEachQuestion(async (query, those) => {
      const { body } = await administrator.call(readTrackingFigures, { query });
      const times = (wanted: string) => those.filter((one) => standing(one) === wanted).length;
      expect(body).toMatchObject({ running: times('running'), asked: times('asked'), overdue: times('overdue') });
      expect(sum(body.states.map(({ pairings }) => pairings)) + body.overdue).toBe(those.length);
    });
  });

  it('what is owed', async () => {
    await inEachQuestion(async (query, those) => {
      const { items } = (await administrator.call(readObligationTotals, { query })).body;
      const late = query.termCode ? 1 : 0;
      // A term that is over counts whoever worked in it, whatever became of them.
      const paying = those.filter(query.termCode ? hasBegun : isPaying).map((one) => one.wish);
      const [kind, due] = [late ? 'mentee-hears' : 'mentor-hears', sum(paying.map((one) => one.due + late))];
      const done = sum(paying.map((one) => Math.min(one.done, one.due + late)));
      const total = expect.objectContaining({ kind, obligations: paying.length, due, done });
      // What was not done in the term before is not owed in the one that runs.
      expect(items).toEqual(paying.length > 0 ? [total] : []);
    });
  });

  it('the visits', async () => {
    await inEachQuestion(async (query, those) => {
      const { body } = await administrator.call(readVisitEquity, { query });
      const begun = those.filter((one) => hasBegun(one) && one.wish.began >= spanOf(query).to);
      expect(body.mentees).toBe(new Set(begun.map(({ mentee }) => mentee.id)).size);
      expect(sum(body.bins.map(({ value, count }) => value * count))).toBe(
        sum(begun.map((one) => visitsIn(query, one))),
      );
    });
  });

  it('what each mentor carries', async () => {
    await inEachQuestion(async (query, those) => {
      const { items } = (await administrator.call(listMentorLoads, { query: { ...query, limit: 100 } })).body;
      const mentors = Map.groupBy(those, ({ mentor }) => mentor.id);
      const expected = new Map<PersonId, readonly number[]>();
      for (const [id, own] of mentors) {
        const carried = own.filter((one) => standing(one) === 'running').length;
        const heard = own.filter(({ wish: { state } }) => state !== 'lapsed').map((one) => visitsIn(query, one));
        if (carried > 0) expected.set(id, [carried, sum(heard)]);
      }
      expect(new Map(items.map(({ mentorId, running, visits }) => [mentorId, [running, visits]]))).toEqual(expected);
    });
  });

  it('the list to act on, of those who need somebody and of all that run', async () => {
    const whole = new Map([undefined, lastTerm].map((termCode) => [termCode, toActOn({ termCode })]));
    await inEachQuestion(async (query, those) => {
      const ids = new Set(those.map(({ id }) => id));
      const unnarrowed = (await whole.get(query.termCode)) ?? [];
      expect(idsOf(await toActOn(query))).toEqual(idsOf(unnarrowed.filter(({ id }) => ids.has(id))));
      expect(idsOf(await toActOn(query, 'running'))).toEqual(idsOf(those.filter((one) => standing(one) === 'running')));
    });
  });

  it('the list of pairings, which knows no term', async () => {
    await inEachQuestion(async ({ termCode, ...query }, those) => {
      if (termCode) return;
      const { items } = (await administrator.call(listPairings, { query: { ...query, state: 'running', limit: 100 } }))
        .body;
      expect(idsOf(items)).toEqual(idsOf(those.filter((one) => standing(one) === 'running')));
    });
  });

  it('the workbook', async () => {
    await inEachQuestion(async (query, those) => {
      const rows = await workbook(query);
      const couples = rows.map((row) => `${String(row['师傅工号'])} ${String(row['徒弟工号'])}`);
      expect(couples.toSorted()).toEqual(those.map(({ mentor, mentee }) => `${mentor.code} ${mentee.code}`).toSorted());
      const [column, late] = query.termCode ? ['徒弟听课 应完成', 1] : ['师傅听课 应完成', 0];
      expect(sum(rows.map((row) => Number(row[column])))).toBe(sum(those.map((one) => one.wish.due + late)));
    });
  });
});

/** The rows of the workbook by their headings. */
async function workbook(query: TrackingFilters): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const asked = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== undefined));
  const response = await administrator.raw(`/api/tracking/pairings.xlsx?${asked.toString()}`, {
    headers: { 'accept-language': 'zh' },
  });
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await response.arrayBuffer());
  const [sheet] = book.worksheets;
  if (!sheet) throw new Error('there is no sheet');
  const names = Array.from({ length: sheet.columnCount }, (_, at) => sheet.getRow(1).getCell(at + 1).text);
  return Array.from({ length: sheet.rowCount - 1 }, (_, row) =>
    Object.fromEntries(names.map((name, at) => [name, sheet.getRow(row + 2).getCell(at + 1).value])),
  );
}
