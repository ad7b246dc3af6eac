import type { TestDatabase } from '../support';
import { aRival, type Call, figure, inTurn, type Line, type Load, load, median, type Rival } from './measure';
import { sessionOf } from './session';

const rounds = 5;
/** One asks after the other: the time of an answer, not of a queue. */
const asked = { count: 60, clients: 1 };

interface Stage {
  readonly app: Rival;
  readonly bare: Rival;
}

/** One page that is asked for. */
export interface Section {
  readonly what: string;
  readonly path: string;
  /** The person at many devices: the limit of requests counts by session. */
  readonly cookies: readonly string[];
  /** How often it is asked in a round, where that is dear. */
  readonly count?: number;
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

async function measured(stage: Stage, { what, path, cookies, count = asked.count }: Section): Promise<Line> {
  const call = (n: number) => ({ method: 'GET', path, headers: { cookie: cookies[n % cookies.length] ?? '' } });
  const statements = await taught(stage, call(0));
  const found = await inTurn(
    rounds,
    () => load(stage.app, { ...asked, count, call }),
    () => load(stage.bare, { ...asked, count, call: () => ({ method: 'GET', path: '/', headers: {} }) }),
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

/** Thirty sessions of one person. */
export const sessionsOf = (database: TestDatabase, person: { readonly id: string }) =>
  Promise.all(Array.from({ length: 30 }, () => sessionOf(database, person)));

/** Each page through the API, in turn with the very statements that it sends over bare pg. */
export async function besideBare(database: TestDatabase, sections: readonly Section[]): Promise<readonly Line[]> {
  const env = { DATABASE_URL: database.url };
  const stage = { app: await aRival('app-server', env), bare: await aRival('bare-server', env) };
  try {
    const lines: Line[] = [];
    for (const section of sections) lines.push(await measured(stage, section));
    return lines;
  } finally {
    await stage.app.stop();
    await stage.bare.stop();
  }
}
