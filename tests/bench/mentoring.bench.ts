import type { TestDatabase } from '../support';
import { aPerson, anOrganisation } from '../support';
import { aRival, type Call, figure, inTurn, type Line, type Load, load, median, type Rival } from './measure';
import { aMentoringWorld, promisedSize } from './mentoring.world';
import { sessionOf } from './session';

const rounds = 5;
/** One asks after the other: the time of an answer, not of a queue. */
const asked = { count: 60, clients: 1 };

interface Stage {
  readonly app: Rival;
  readonly bare: Rival;
}

interface Section {
  readonly what: string;
  readonly path: string;
  /** The person at many devices: the limit of requests counts by session. */
  readonly cookies: readonly string[];
}

/** Statements that do not belong to the request: the session, the relay and the sweeps that run beside it. */
const isBeside = (text: string) => /outbox|presence_interval|FROM session s|^BEGIN|^COMMIT|shares_of/.test(text);

async function taught({ app, bare }: Stage, call: Call): Promise<number> {
  await load(app, { count: 1, clients: 1, call: () => call });
  await app.tell({ ask: 'record' });
  await load(app, { count: 1, clients: 1, call: () => call });
  const { statements } = (await app.tell({ ask: 'recorded' })) as { statements: readonly { text: string }[] };
  const own = statements.filter(({ text }) => !isBeside(text));
  await bare.tell({ ask: 'replay', statements: own, recorded: [] });
  return own.length;
}

const middle = (loads: readonly Load[], pick: (one: Load) => number) => median(loads.map(pick));
const told = (loads: readonly Load[]) =>
  `p50 ${figure(
    middle(loads, ({ p50 }) => p50),
    1,
  )} ms, p95 ${figure(
    middle(loads, ({ p95 }) => p95),
    1,
  )} ms`;

async function measured(stage: Stage, { what, path, cookies }: Section): Promise<Line> {
  const call = (n: number) => ({ method: 'GET', path, headers: { cookie: cookies[n % cookies.length] ?? '' } });
  const statements = await taught(stage, call(0));
  const found = await inTurn(
    rounds,
    () => load(stage.app, { ...asked, call }),
    () => load(stage.bare, { ...asked, call: () => ({ method: 'GET', path: '/', headers: {} }) }),
  );
  const ratio = middle(found.theirs, ({ p50 }) => p50) / middle(found.ours, ({ p50 }) => p50);
  const trips = statements === 1 ? '1 statement' : `${String(statements)} statements`;
  return {
    what: `${what} (${trips})`,
    ours: told(found.ours),
    baseline: told(found.theirs),
    ratio: `${figure(ratio)} of the speed`,
  };
}

const sessionsOf = (database: TestDatabase, person: { readonly id: string }) =>
  Promise.all(Array.from({ length: 30 }, () => sessionOf(database, person)));

/** The mentor with the most mentees, and his first mentee. */
async function mostBurdened({ sql }: TestDatabase): Promise<{ readonly mentor: string; readonly mentee: string }> {
  const [found] = await sql<{ mentor: string; mentee: string }>(
    `SELECT mentor_id AS mentor, min(mentee_id::text) AS mentee FROM pairing WHERE state = 'active'
     GROUP BY mentor_id ORDER BY count(*) DESC LIMIT 1`,
  );
  if (!found) throw new Error('nobody guides anybody');
  return found;
}

async function sections(database: TestDatabase): Promise<readonly Section[]> {
  const headquarters = await anOrganisation(database);
  const administrator = await sessionsOf(database, await aPerson(database, headquarters.id, 'administrator'));
  const { mentor, mentee } = await mostBurdened(database);
  const [studio] = await database.sql<{ id: string; lead_id: string }>('SELECT id, lead_id FROM studio ORDER BY code');
  const lead = await sessionsOf(database, { id: studio?.lead_id ?? '' });
  const board = [
    ['figures', '/figures'],
    ['equity of visits', '/equity'],
    ['load per mentor', '/loads'],
    ['obligations by kind', '/obligations'],
    ['list to act on, first 50', '/to-act-on'],
    ['list to act on, obligations failing', '/to-act-on?reason=obligation-red'],
    ['list to act on, one studio', `/to-act-on?studioId=${studio?.id ?? ''}`],
    ['figures of one studio', `/figures?studioId=${studio?.id ?? ''}`],
    ['choices of the filters', '/choices'],
  ].map(([what = '', path = '']) => ({ what: `board: ${what}`, path: `/api/tracking${path}`, cookies: administrator }));
  return [
    ...board,
    { what: 'board of a lead: figures', path: '/api/tracking/figures', cookies: lead },
    {
      what: 'mentor: my mentees, most waiting first',
      path: '/api/pairings?as=mentor',
      cookies: await sessionsOf(database, { id: mentor }),
    },
    {
      what: 'mentee: my mentors',
      path: '/api/pairings?as=mentee',
      cookies: await sessionsOf(database, { id: mentee }),
    },
    { what: 'administrator: all pairings, most waiting first', path: '/api/pairings', cookies: administrator },
  ];
}

/** The tracking board and the pages of mentor and mentee with 10,000 pairings, each beside the same SQL over bare pg. */
export async function mentoringBench(database: TestDatabase): Promise<readonly Line[]> {
  await aMentoringWorld(database, promisedSize);
  const all = await sections(database);
  const env = { DATABASE_URL: database.url };
  const stage = { app: await aRival('app-server', env), bare: await aRival('bare-server', env) };
  try {
    const lines: Line[] = [];
    for (const section of all) lines.push(await measured(stage, section));
    return lines;
  } finally {
    await stage.app.stop();
    await stage.bare.stop();
  }
}
