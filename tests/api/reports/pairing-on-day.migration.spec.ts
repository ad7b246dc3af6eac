import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrate } from '@qinglan/api-schema';
import { aDatabaseAt, aPairing, aPerson, aTown, type PairingWish, type Person, type TestDatabase } from '../../support';

/** A pairing of before, and what was written down of it: its acts with their days. */
interface Told extends Pick<PairingWish, 'state' | 'fromDay' | 'toDay'> {
  readonly acts?: readonly (readonly [act: string, day: string])[];
  readonly endedOn?: string;
  readonly pausedOn?: string;
  /** A later text that all signed, and what the first one had said. */
  readonly revised?: { readonly signedOn: string; readonly first: readonly [from: string, to: string] };
}

const asked = ['consenting', '2015-02-01'] as const;
const pairings: Readonly<Record<string, Told>> = {
  register: {},
  assessing: { state: 'assessing', acts: [['assessing', '2015-12-21']] },
  'assessed before': {
    acts: [
      ...([
        ['assessing', '2015-06-01'],
        ['active', '2015-06-20'],
      ] as const),
    ],
  },
  paused: { state: 'paused', pausedOn: '2015-11-02', acts: [['paused', '2015-11-02']] },
  'resumed out of the register': {
    acts: [
      ['paused', '2015-05-04'],
      ['active', '2015-06-30'],
    ],
  },
  'signed late': { acts: [asked, ['agreed', '2015-02-10'], ['active', '2016-01-05']] },
  agreed: { state: 'agreed', acts: [asked, ['agreed', '2015-02-10']] },
  'dissolved unsigned': {
    ...{ state: 'dissolved', acts: [asked, ['agreed', '2015-02-10'], ['dissolved', '2016-03-01']] },
    endedOn: '2016-03-01',
  },
  'closed late': {
    ...{ state: 'completed', toDay: '2015-08-31', endedOn: '2015-08-31' },
    acts: [
      ['assessing', '2015-07-01'],
      ['completed', '2016-03-01'],
    ],
  },
  overdue: { toDay: '2015-08-31' },
  revised: {
    ...{ fromDay: '2016-01-01', toDay: '2016-12-31' },
    revised: { signedOn: '2016-01-10', first: ['2015-03-01', '2015-12-31'] },
  },
};

let database: TestDatabase;
let mentor: Person;
const names = new Map<string, string>();
beforeAll(async () => {
  database = await aDatabaseAt(33);
  const town = await aTown(database);
  mentor = await aPerson(database, town.hangzhou.id, 'mentor');
  for (const [name, told] of Object.entries(pairings)) {
    const mentee = await aPerson(database, town.aksu.id, 'mentee');
    await write(name, told, mentee);
  }
  await migrate(database.url);
});
afterAll(() => database.drop());

async function write(name: string, told: Told, mentee: Person): Promise<void> {
  const days = { fromDay: told.fromDay ?? '2015-03-01', toDay: told.toDay ?? null };
  const { pairingId } = await aPairing(database, { mentor, mentee, state: told.state ?? 'active', ...days });
  names.set(pairingId, name);
  for (const [act, day] of told.acts ?? [])
    await database.sql('INSERT INTO history (subject_id, at, act) VALUES ($1, $2, $3)', [
      ...[pairingId, `${day}T02:00:00Z`, `pairing.${act}`],
    ]);
  await database.sql('UPDATE pairing SET ended_on = $2 WHERE id = $1', [pairingId, told.endedOn ?? null]);
  if (told.pausedOn)
    await database.sql(`INSERT INTO pairing_pause (pairing_id, first_day, reason) VALUES ($1, $2, '病假')`, [
      ...[pairingId, told.pausedOn],
    ]);
  const { revised } = told;
  if (!revised) return;
  await database.sql(
    `INSERT INTO agreement_revision (pairing_id, state, from_day, to_day, clauses, obligations, settled_at)
     SELECT $1, state, first, last, '', '[]', settled FROM (VALUES
       ('replaced', $2::date, $3::date, NULL::timestamptz), ('in-force', $4, $5, $6)) AS r (state, first, last, settled)`,
    [pairingId, ...revised.first, days.fromDay, days.toDay, `${revised.signedOn}T02:00:00Z`],
  );
}

async function on(day: string): Promise<Readonly<Record<string, string>>> {
  const rows = await database.sql<{ id: string; state: string; begun: boolean; last: string | null }>(
    'SELECT id, state, has_begun AS begun, last_day::text AS last FROM report_pairing_on($1)',
    [day],
  );
  const said = ({ id, state, begun, last }: (typeof rows)[number]) =>
    [names.get(id) ?? id, [state, ...(begun ? [] : ['unbegun']), ...(last ? [last] : [])].join(' ')] as const;
  return Object.fromEntries(rows.map(said));
}

describe('pairings of before', () => {
  it('are told of 2015 as they were then', async () => {
    expect(await on('2015-12-31')).toEqual({
      register: 'active',
      assessing: 'assessing',
      'assessed before': 'active',
      paused: 'paused',
      'resumed out of the register': 'active',
      'signed late': 'agreed unbegun',
      agreed: 'agreed unbegun',
      'dissolved unsigned': 'agreed unbegun',
      'closed late': 'overdue 2015-08-31',
      overdue: 'overdue 2015-08-31',
      revised: 'active 2015-12-31',
    });
  });

  it('are told of a day within it', async () => {
    expect(await on('2015-06-10')).toMatchObject({ 'assessed before': 'assessing', 'signed late': 'agreed unbegun' });
    expect(await on('2015-07-10')).toMatchObject({
      'closed late': 'assessing 2015-08-31',
      overdue: 'active 2015-08-31',
    });
  });

  it('are told of the year after with what came since', async () => {
    expect(await on('2016-12-31')).toMatchObject({
      assessing: 'assessing',
      'signed late': 'active',
      agreed: 'agreed unbegun',
      'dissolved unsigned': 'dissolved unbegun 2016-03-01',
      'closed late': 'completed 2015-08-31',
      revised: 'active 2016-12-31',
    });
  });

  it('end in the year in which it was said', async () => {
    const ends = async (day: string) =>
      (
        await database.sql<{ id: string; first_day: string }>('SELECT id, first_day::text FROM report_ending_on($1)', [
          day,
        ])
      )
        .map(({ id, first_day: first }) => [names.get(id), first])
        .toSorted();
    expect(await ends('2015-12-31')).toEqual([]);
    expect(await ends('2016-12-31')).toEqual([
      ['closed late', '2016-03-01'],
      ['dissolved unsigned', '2016-03-01'],
    ]);
  });
});
