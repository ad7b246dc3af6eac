import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  endedPairingStates,
  pairingFormOn,
  type PairingLife,
  pairingOn,
  pairingStates,
  runningPairingStates,
  Temporal,
} from '@qinglan/domain';
import fc from 'fast-check';
import { aDatabase, aPerson, type Person, type TestDatabase, aTown } from '../../support';

let database: TestDatabase;
let mentors: readonly Person[];
let mentees: readonly Person[];
beforeAll(async () => {
  database = await aDatabase();
  const town = await aTown(database);
  const people = (role: 'mentor' | 'mentee', many: number) =>
    Promise.all(Array.from({ length: many }, () => aPerson(database, town.aksu.id, role)));
  mentors = await people('mentor', 3);
  mentees = await people('mentee', 4);
});
afterAll(() => database.drop());

const first = Temporal.PlainDate.from('2015-01-01');
const within = (most: number) => fc.integer({ min: 0, max: most }).map((days) => first.add({ days }));
const texts = fc
  .array(fc.tuple(fc.option(within(900)), within(900)), { maxLength: 2 })
  .map((given) =>
    given
      .map(([lastDay, replacedOn]) => ({ lastDay, replacedOn }))
      .toSorted((one, other) => Temporal.PlainDate.compare(one.replacedOn, other.replacedOn)),
  );
const phases = fc.array(fc.tuple(within(700), fc.option(fc.nat(90))), { maxLength: 2 }).map((given) =>
  given.map(([firstDay, days], at) => ({
    firstDay,
    // One holds at a time: the others are over.
    lastDay: days === null && at === 0 ? null : firstDay.add({ days: days ?? 5 }),
  })),
);
interface Made extends PairingLife {
  readonly mentor: number;
  readonly mentee: number;
}
/** Whatever the table can hold, likely or not. */
const pairings = fc.uniqueArray(
  fc
    .record({
      ...{ state: fc.constantFrom(...pairingStates), firstDay: within(600), pauses: phases, assessments: phases },
      ...{ length: fc.option(fc.nat(400)), ended: fc.option(fc.nat(400)), mentor: fc.nat(2), mentee: fc.nat(3) },
      ...{ signed: fc.nat(300), closed: fc.nat(200), neverBegan: fc.boolean(), earlierTexts: texts },
      outcome: fc.option(fc.constantFrom('excellent' as const, 'fail' as const)),
    })
    .map(({ length, ended, signed, closed, neverBegan, ...one }): Made => {
      const endedOn = ended === null || !endedPairingStates.has(one.state) ? null : one.firstDay.add({ days: ended });
      const isUnbegun = !runningPairingStates.has(one.state) && (!endedPairingStates.has(one.state) || neverBegan);
      return {
        ...{ ...one, endedOn, closedOn: endedOn?.add({ days: closed }) ?? null },
        lastDay: length === null ? null : one.firstDay.add({ days: length }),
        beganOn: isUnbegun || one.state === 'lapsed' ? null : one.firstDay.add({ days: signed }),
        earlierTexts: one.earlierTexts.map(({ lastDay, replacedOn }) => ({
          replacedOn,
          lastDay: lastDay && Temporal.PlainDate.compare(lastDay, one.firstDay) < 0 ? one.firstDay : lastDay,
        })),
      };
    }),
  { selector: (one) => `${String(one.mentor)} ${String(one.mentee)} ${one.firstDay.toString()}`, maxLength: 24 },
);

const phasesJson = (id: string, given: PairingLife['pauses']) =>
  given.map(({ firstDay, lastDay }) => ({ id, first: firstDay.toString(), last: lastDay?.toString() ?? null }));

/** Each text came into force on the day on which the one before was replaced; the last is the one of the pairing. */
async function writeTexts(made: readonly Made[], ids: readonly string[]): Promise<void> {
  const rows = made.flatMap(({ earlierTexts, firstDay, lastDay }, at) =>
    earlierTexts.length === 0
      ? []
      : [...earlierTexts, { lastDay, replacedOn: null }].map((text, nth, all) => ({
          ...{ id: ids[at], state: text.replacedOn ? 'replaced' : 'in-force', first: firstDay.toString() },
          last: text.lastDay?.toString() ?? null,
          settled: nth === 0 ? null : `${String(all[nth - 1]?.replacedOn)}T02:00:0${String(nth)}Z`,
        })),
  );
  await database.sql(
    `INSERT INTO agreement_revision (pairing_id, state, from_day, to_day, clauses, obligations, settled_at)
     SELECT id, state, first, last, '', '[]', settled FROM jsonb_to_recordset($1::jsonb)
       AS r (id uuid, state text, first date, last date, settled timestamptz)`,
    [JSON.stringify(rows)],
  );
}

async function write(made: readonly Made[]): Promise<readonly string[]> {
  const ids = made.map(() => randomUUID());
  const text = (day: Temporal.PlainDate | null) => day?.toString() ?? null;
  const rows = made.map((one, at) => ({
    ...{ id: ids[at], mentor: mentors[one.mentor]?.id, mentee: mentees[one.mentee]?.id, state: one.state },
    ...{ first: text(one.firstDay), last: text(one.lastDay), outcome: one.outcome, ended: text(one.endedOn) },
    ...{ closed: text(one.closedOn), began: text(one.beganOn) },
  }));
  for (const table of ['agreement_revision', 'pairing_pause', 'pairing_assessment', 'pairing'])
    await database.sql(`DELETE FROM ${table}`);
  await database.sql(
    `INSERT INTO pairing (id, mentor_id, mentee_id, from_day, to_day, state, ended_on, outcome, began_on, closed_on)
     SELECT id, mentor, mentee, first, last, state, ended, outcome, began, closed FROM jsonb_to_recordset($1::jsonb)
       AS r (id uuid, mentor uuid, mentee uuid, first date, last date, state text, ended date, outcome text, began date,
         closed date)`,
    [JSON.stringify(rows)],
  );
  // Who writes one that ended says nothing of a beginning: that it never began is said afterwards.
  await database.sql(`UPDATE pairing SET began_on = NULL WHERE id = ANY($1)`, [
    ids.filter((_, at) => made[at]?.beganOn === null),
  ]);
  await writeTexts(made, ids);
  const parts = (of: 'pauses' | 'assessments') =>
    JSON.stringify(made.flatMap((one, at) => phasesJson(ids[at] ?? '', one[of])));
  await database.sql(
    `INSERT INTO pairing_pause (pairing_id, first_day, last_day, reason)
     SELECT id, first, last, '病假' FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, first date, last date)`,
    [parts('pauses')],
  );
  await database.sql(
    `INSERT INTO pairing_assessment (pairing_id, first_day, last_day)
     SELECT id, first, last FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, first date, last date)`,
    [parts('assessments')],
  );
  return ids;
}

/** What the rule says of each on a day; those that had not begun are not told. */
const ruled = (made: readonly Made[], ids: readonly string[], day: Temporal.PlainDate) =>
  made.flatMap((one, at) => {
    const seen = pairingOn(one, day);
    if (!seen) return [];
    const others = made.filter((other) => other.mentor === one.mentor && other.mentee !== one.mentee);
    const { state, hasBegun, lastDay, outcome } = seen;
    const form = pairingFormOn(one, others, day);
    return [{ id: ids[at], state, hasBegun, lastDay: lastDay?.toString() ?? null, outcome, form }];
  });

const byId = (one: { readonly id?: string | undefined }, other: { readonly id?: string | undefined }) =>
  (one.id ?? '') < (other.id ?? '') ? -1 : 1;

describe('a pairing on a day, in SQL', () => {
  it('is what the rule says of it, whatever the table holds', async () => {
    await fc.assert(
      fc.asyncProperty(pairings, fc.array(within(1100), { minLength: 1, maxLength: 6 }), async (made, days) => {
        const ids = await write(made);
        for (const day of days) {
          const found = await database.sql<{ id: string }>(
            `SELECT id, state, has_begun AS "hasBegun", last_day::text AS "lastDay", outcome, form FROM report_pairing_on($1)`,
            [day.toString()],
          );
          expect(found.toSorted(byId)).toEqual([...ruled(made, ids, day)].sort(byId));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is taken into the query that asks, as a view is', async () => {
    const plan = await database.sql<{ 'QUERY PLAN': string }>(
      `EXPLAIN SELECT state FROM report_pairing_on('2015-12-31') WHERE studio_id IS NULL`,
    );
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).not.toContain('Function Scan');
  });
});
