import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as contracts from '@qinglan/contracts';
import { hash } from '@node-rs/argon2';
import { aHouse, aPerson, aTown, Client, type House, type Person, type Town } from '../../support';

let house: House;
let town: Town;
beforeAll(async () => {
  house = await aHouse();
  town = await aTown(house);
});
afterAll(() => house.close());

async function withPassword(password: string): Promise<Person> {
  const person = await aPerson(house, town.hangzhou.id, 'teacher');
  const cheap = { memoryCost: 1024, timeCost: 1, parallelism: 1 };
  await house.sql('INSERT INTO account (person_id, password_hash) VALUES ($1, $2)', [
    person.id,
    await hash(password, cheap),
  ]);
  return person;
}

const signIn = (client: Client, account: string, password: string) =>
  client.call(contracts.signIn, { body: { account, password } });

const cookieOf = (headers: Headers) => (headers.get('set-cookie') ?? '').split(';')[0] ?? '';

describe('signing in', () => {
  it('opens a session for the right password, in a cookie that scripts cannot read', async () => {
    const person = await withPassword('river-stone-42');
    const answer = await signIn(house.nobody(), person.code, 'river-stone-42');
    expect(answer.status).toBe(200);
    expect(answer.body.person.name).toBe(person.name);
    expect(answer.body.partners.map((school) => school.id)).toEqual([town.aksu.id]);
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly.*SameSite=Lax/i);
    const client = new Client(house.baseUrl, cookieOf(answer.headers));
    expect((await client.call(contracts.readSession)).body.session?.person.id).toBe(person.id);
  });

  it('refuses a wrong password and an unknown account in the same words', async () => {
    const person = await withPassword('river-stone-42');
    const wrong = await signIn(house.nobody(), person.code, 'stone-river-24');
    const unknown = await signIn(house.nobody(), 'NOBODY-1', 'river-stone-42');
    const none = await signIn(house.nobody(), town.hangzhou.teachers[0].code, 'anything at all');
    expect([wrong.status, unknown.status, none.status]).toEqual([401, 401, 401]);
    expect(new Set([wrong.problem?.title, unknown.problem?.title, none.problem?.title]).size).toBe(1);
  });

  it('stops an account after ten wrong tries and says how long to wait', async () => {
    const person = await withPassword('river-stone-42');
    for (let tries = 0; tries < 10; tries += 1) await signIn(house.nobody(), person.code, 'wrong-wrong');
    const answer = await signIn(house.nobody(), person.code, 'river-stone-42');
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('gives a new session at each sign-in and ends the one the browser held', async () => {
    const person = await withPassword('river-stone-42');
    const first = cookieOf((await signIn(house.nobody(), person.code, 'river-stone-42')).headers);
    const second = cookieOf((await signIn(new Client(house.baseUrl, first), person.code, 'river-stone-42')).headers);
    expect(second).not.toBe(first);
    const old = await new Client(house.baseUrl, first).call(contracts.readSession);
    expect(old.body.session).toBeNull();
  });

  it('ends a session after twelve hours', async () => {
    const person = await withPassword('river-stone-42');
    const late = new Client(
      house.baseUrl,
      cookieOf((await signIn(house.nobody(), person.code, 'river-stone-42')).headers),
    );
    expect((await late.call(contracts.readSession)).body.session).not.toBeNull();
    house.clock.pass({ hours: 12, seconds: 1 });
    await house.restart();
    expect((await late.call(contracts.readSession)).body.session).toBeNull();
  });

  it('keeps no password and no secret in the database', async () => {
    const person = await withPassword('river-stone-42');
    const cookie = cookieOf((await signIn(house.nobody(), person.code, 'river-stone-42')).headers);
    const secret = cookie.split('=')[1] ?? '';
    const rows = await house.sql<{ all: string }>(
      `SELECT (SELECT json_agg(a)::text FROM account a) || (SELECT json_agg(s)::text FROM session s) AS all`,
    );
    expect(rows[0]?.all).not.toContain(secret);
    expect(rows[0]?.all).not.toContain('river-stone-42');
  });
});

describe('signing out', () => {
  it('ends this session at once, and leaves the others', async () => {
    const here = await house.as(town.hangzhou.teachers[0]);
    const there = await house.as(town.hangzhou.teachers[0]);
    expect((await here.call(contracts.signOut)).status).toBe(200);
    expect((await here.call(contracts.readSession)).body.session).toBeNull();
    expect((await there.call(contracts.readSession)).body.session).not.toBeNull();
  });

  it('ends the sessions on every device', async () => {
    const here = await house.as(town.hangzhou.teachers[1]);
    const there = await house.as(town.hangzhou.teachers[1]);
    await there.call(contracts.readSession);
    await here.call(contracts.signOutEverywhere);
    expect((await there.call(contracts.readSession)).body.session).toBeNull();
  });
});

describe('passwords', () => {
  it('changes for who knows the current one, ends the other sessions and keeps this browser signed in', async () => {
    const person = await withPassword('river-stone-42');
    const other = await house.as(person);
    const here = await house.as(person);
    const answer = await here.call(contracts.changePassword, {
      body: { current: 'river-stone-42', wanted: 'lake-pebble-2026' },
    });
    expect(answer.status).toBe(200);
    expect((await other.call(contracts.readSession)).body.session).toBeNull();
    const renewed = new Client(house.baseUrl, cookieOf(answer.headers));
    expect((await renewed.call(contracts.readSession)).body.session?.person.id).toBe(person.id);
    expect((await signIn(house.nobody(), person.code, 'lake-pebble-2026')).status).toBe(200);
  });

  it('refuses a short one, one that holds the account, and a wrong current one', async () => {
    const person = await withPassword('river-stone-42');
    const client = await house.as(person);
    const change = (current: string, wanted: string) =>
      client.call(contracts.changePassword, { body: { current, wanted } });
    expect((await change('river-stone-42', 'short')).status).toBe(400);
    expect((await change('river-stone-42', `${person.code}-password`)).problem?.type).toBe(
      '/problems/password-too-plain',
    );
    expect((await change('not-the-password', 'lake-pebble-2026')).problem?.type).toBe('/problems/wrong-password');
  });

  it('cannot be guessed in a browser that was left open', async () => {
    const person = await withPassword('river-stone-42');
    const client = await house.as(person);
    const change = (current: string) =>
      client.call(contracts.changePassword, { body: { current, wanted: 'lake-pebble-2026' } });
    for (let tries = 0; tries < 10; tries += 1) expect((await change('not-the-password')).status).toBe(401);
    expect((await change('river-stone-42')).status).toBe(429);
  });

  it('is given once by an administrator, who may also close the account', async () => {
    const administrator = await house.as(town.administrator);
    const person = await aPerson(house, town.aksu.id, 'mentee');
    const params = { personId: person.id };
    const { password } = (await administrator.call(contracts.resetAccount, { params })).body;
    const answer = await signIn(house.nobody(), person.code, password);
    expect(answer.status).toBe(200);
    const client = new Client(house.baseUrl, cookieOf(answer.headers));
    await administrator.call(contracts.enableAccount, { params, body: { enabled: false } });
    expect((await client.call(contracts.readSession)).body.session).toBeNull();
    expect((await signIn(house.nobody(), person.code, password)).status).toBe(401);
  });

  it('are listed by state for administrators only', async () => {
    const administrator = await house.as(town.administrator);
    const first = (await administrator.call(contracts.listAccounts, { query: { limit: 5 } })).body;
    expect(first.items).toHaveLength(5);
    const second = (await administrator.call(contracts.listAccounts, { query: { limit: 5, after: first.next ?? '' } }))
      .body;
    expect(second.items[0]?.account).not.toBe(first.items[4]?.account);
    expect((await (await house.as(town.viewer)).call(contracts.listAccounts)).status).toBe(403);
  });
});

describe('demo mode', () => {
  it('offers people by role and signs in with one click', async () => {
    const demo = await aHouse({ demo: true });
    const there = await aTown(demo);
    const people = (await demo.nobody().call(contracts.listDemoPeople)).body.items;
    expect(new Set(people.map((person) => person.role))).toEqual(
      new Set(['teacher', 'coordinator', 'administrator', 'viewer']),
    );
    expect(people.every((person) => person.account !== there.foreign.coordinator.code)).toBe(true);
    const answer = await demo.nobody().call(contracts.signInAsDemo, { body: { personId: there.viewer.id } });
    expect(answer.body.person.id).toBe(there.viewer.id);
    await demo.close();
  });

  it('does not exist elsewhere', async () => {
    expect((await house.nobody().call(contracts.listDemoPeople)).status).toBe(404);
    const answer = await house.nobody().call(contracts.signInAsDemo, { body: { personId: town.viewer.id } });
    expect(answer.status).toBe(404);
  });
});

describe('the door', () => {
  it('refuses a change that comes from another site', async () => {
    const client = await house.as(town.hangzhou.teachers[2]);
    const answer = await client.call(contracts.signOut, {}, { origin: 'https://elsewhere.example' });
    expect(answer.problem?.type).toBe('/problems/foreign-origin');
    expect((await client.call(contracts.readSession)).body.session).not.toBeNull();
  });

  it('answers unknown paths and malformed bodies as problems, in the language of the reader', async () => {
    const client = house.nobody();
    const unknown = await client.raw('/api/nothing/here');
    expect(unknown.status).toBe(404);
    expect(unknown.headers.get('content-type')).toContain('application/problem+json');
    const headers = { 'content-type': 'application/json', 'accept-language': 'en' };
    const malformed = await client.raw('/api/session', { method: 'POST', headers, body: '{"account": ' });
    expect(malformed.status).toBe(400);
    expect(((await malformed.json()) as { title: string }).title).toBe('Something in the request is not valid');
    const faulty = await client.raw('/api/session', { method: 'POST', headers, body: '{"account":"x"}' });
    const { errors } = (await faulty.json()) as { errors: { pointer: string }[] };
    expect(errors.map((error) => error.pointer)).toEqual(['#/password']);
  });
});
