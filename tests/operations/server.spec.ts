import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import * as contracts from '@qinglan/contracts';
import type { ProposalId } from '@qinglan/domain';
import { aDatabase, Client } from '../support';
import {
  aFailedStart,
  aFolder,
  asDemo,
  aServer,
  type Folder,
  type Server,
  SERVER_TEST_MS,
  START_PATIENCE_MS,
  until,
} from '../support/server';

jest.setTimeout(SERVER_TEST_MS);

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const ready = async (baseUrl: string) => ((await fetch(`${baseUrl}/health/ready`)).ok ? true : null);

/** The series of the demo register under a code. */
async function seriesOf(client: Client, code: string) {
  const { items } = (await client.call(contracts.listSeries, { query: { termCode: '2026-1', limit: 100 } })).body;
  const found = items.find((one) => one.code === code);
  if (!found) throw new Error(`the register has no ${code}`);
  return found;
}

/** Proposes a series whole, past weeks included, so that the test holds on any day of the year. */
async function proposeWhole(client: Client, code: string): Promise<ProposalId> {
  const proposalId = randomUUID() as ProposalId;
  const series = await seriesOf(client, code);
  const body = { of: 'series' as const, seriesId: series.id, message: null, includesPast: true };
  const answer = await client.call(contracts.propose, { params: { proposalId }, body });
  expect(answer.status).toBe(200);
  return proposalId;
}

describe('a server', () => {
  let folder: Folder;
  let server: Server;
  beforeAll(async () => {
    folder = aFolder();
    server = await aServer(folder);
  });
  afterAll(async () => {
    await server.end('SIGINT');
    folder.remove();
  });

  it('brings the demo register and says how it lives', async () => {
    const client = await asDemo(server.baseUrl, 'HQ-ADM');
    const schools = (await client.call(contracts.listOrganisations, { query: { category: 'school' } })).body.items;
    expect(schools).toHaveLength(12);
    expect(await (await fetch(`${server.baseUrl}/health/live`)).json()).toEqual({ status: 'ok' });
    expect(await (await fetch(`${server.baseUrl}/metrics`)).text()).toContain('http_request_seconds_count');
    const document = (await (await fetch(`${server.baseUrl}/api/openapi.json`)).json()) as { openapi: string };
    expect(document.openapi).toBe('3.1.0');
  });

  it('loses nothing that it acknowledged when it is killed outright', async () => {
    const client = await asDemo(server.baseUrl, 'HZ-YQ-CO');
    const proposalId = await proposeWhole(client, 'B01');
    await server.end('SIGKILL');
    server = await aServer(folder);
    const again = await asDemo(server.baseUrl, 'HZ-YQ-CO');
    const proposal = (await again.call(contracts.readProposal, { params: { proposalId } })).body;
    expect(proposal.items).toHaveLength(15);
  });

  it('answers 503 while the database is gone, does not end, and recovers by itself', async () => {
    const { pid } = server.process;
    const client = await asDemo(server.baseUrl, 'HZ-WS-CO');
    const proposalId = await proposeWhole(client, 'B04');
    process.kill(server.databasePid(), 'SIGKILL');
    const refusal = async () => {
      const answer = await client.call(contracts.listProposals);
      return answer.status === 503 ? answer : null;
    };
    const refused = await until('a refusal', refusal, START_PATIENCE_MS);
    expect(refused.problem?.type).toBe('/problems/database-away');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await fetch(`${server.baseUrl}/health/live`)).status).toBe(200);
    await until('the recovery', () => ready(server.baseUrl), START_PATIENCE_MS);
    expect(server.process.pid).toBe(pid);
    expect((await client.call(contracts.readProposal, { params: { proposalId } })).body.items).toHaveLength(15);
  });

  it('ends cleanly at Ctrl-C and takes its database with it, and keeps its data', async () => {
    const database = server.databasePid();
    expect(await server.end('SIGINT')).toBe(0);
    expect(isAlive(database)).toBe(false);
    server = await aServer(folder);
    const client = await asDemo(server.baseUrl, 'HZ-YQ-CO');
    expect((await client.call(contracts.listProposals)).body.items).toHaveLength(1);
  });

  it('says plainly that the port or the folder is in use', async () => {
    const elsewhere = aFolder();
    const port = new URL(server.baseUrl).port;
    const busy = await aFailedStart(elsewhere, { PORT: port });
    expect(busy.code).toBe(1);
    expect(busy.output).toContain(`端口 ${port} 已被占用`);
    const shared = await aFailedStart(folder, {});
    expect(shared.output).toContain('正被另一个青蓝使用');
    elsewhere.remove();
  });
});

describe('with a database of its own named in DATABASE_URL', () => {
  it('there is no demo mode, no demo data and no default password', async () => {
    const folder = aFolder();
    const database = await aDatabase();
    const server = await aServer(folder, { DATABASE_URL: database.url, DEMO: 'on' });
    const nobody = new Client(server.baseUrl, null);
    expect((await nobody.call(contracts.readSession)).body.demo).toBe(false);
    expect((await nobody.call(contracts.listDemoPeople)).status).toBe(404);
    expect(await database.sql('SELECT 1 FROM person')).toHaveLength(0);
    expect(await server.end('SIGTERM')).toBe(0);
    await database.drop();
    folder.remove();
  });
});

describe('with another host than this machine', () => {
  it('there is no demo mode either', async () => {
    const folder = aFolder();
    const server = await aServer(folder, { HOST: '0.0.0.0', DEMO: 'on' });
    const local = `http://127.0.0.1:${new URL(server.baseUrl).port}`;
    expect((await new Client(local, null).call(contracts.readSession)).body.demo).toBe(false);
    await server.end('SIGINT');
    folder.remove();
  });
});
