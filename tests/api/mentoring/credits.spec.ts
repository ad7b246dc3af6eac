import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CreditBook, CreditLessons, type Happened, RenewShares, ShareBook } from '@qinglan/api-mentoring';
import { Outbox, Transactions } from '@qinglan/api-platform';
import { listCredits, readPairing, signRecord } from '@qinglan/contracts';
import type { CreditId, ObligationTerms } from '@qinglan/domain';
import { aHouse, aLesson, aPairing, aTown, type House, type PairingMade, type Town, until } from '../../support';

let house: House;
let town: Town;
beforeAll(async () => {
  house = await aHouse({ now: '2026-09-16T04:00:00Z' });
});
beforeEach(async () => {
  town = await aTown(house);
  await house.sql('DELETE FROM term');
  await house.sql(
    `INSERT INTO term (id, code, name, side_id, first_monday, week_count)
     VALUES ($1, '2026-1', '第一学期', 'aksu', '2026-08-31', 20)`,
    [randomUUID()],
  );
});
afterAll(() => house.close());

const both: readonly ObligationTerms[] = [
  { owedBy: 'mentor', kind: 'mentor-hears', number: 7, per: 'term' },
  { owedBy: 'mentee', kind: 'mentee-hears', number: 7, per: 'term' },
];
const of = <T>(type: abstract new (...given: never[]) => T): T => house.app.get<T>(type as never, { strict: false });
const tx = <T>(use: Parameters<Transactions['write']>[0]) => of(Transactions).write(use) as Promise<T>;

async function paired(obligations = both): Promise<PairingMade> {
  const pairing = await aPairing(house, {
    mentor: town.hangzhou.teachers[0],
    mentee: town.aksu.teachers[0],
    obligations,
  });
  await of(RenewShares).execute();
  return pairing;
}

const happened = ({ pairingId }: PairingMade, more: Partial<Happened> = {}): Happened => ({
  pairingId,
  kind: 'mentor-hears',
  onDay: '2026-09-15',
  source: 'observation',
  sourceKey: randomUUID(),
  title: '数学',
  evidence: null,
  byId: null,
  ...more,
});
const credits = (...all: readonly Happened[]) =>
  tx<number>((one) => of(CreditBook).credit(one, all, house.clock.now()));

async function standing(pairing: PairingMade) {
  const client = await house.as(pairing.mentee);
  const { shares, lastContactOn } = (await client.call(readPairing, { params: { pairingId: pairing.pairingId } })).body;
  return { lastContactOn, done: Object.fromEntries(shares.map(({ kind, done }) => [kind, done])) };
}

describe('a credit', () => {
  it('moves the balance of its period and the last contact', async () => {
    const pairing = await paired();
    await credits(happened(pairing), happened(pairing, { onDay: '2026-09-10' }));
    expect(await standing(pairing)).toEqual({
      lastContactOn: '2026-09-15',
      done: { 'mentor-hears': 2, 'mentee-hears': 0 },
    });
    // Outside the term nothing is due, and nothing is paid.
    await credits(happened(pairing, { onDay: '2026-08-20' }));
    expect((await standing(pairing)).done).toMatchObject({ 'mentor-hears': 2 });
  });

  it('counts once, however often and from however many sides it is told at the same moment', async () => {
    const pairing = await paired();
    const [one, two] = [happened(pairing), happened(pairing)];
    const counted = await Promise.all(Array.from({ length: 20 }, (_, n) => credits(n % 2 === 0 ? one : two)));
    expect(counted.reduce((sum, n) => sum + n, 0)).toBe(2);
    expect((await standing(pairing)).done).toMatchObject({ 'mentor-hears': 2 });
  });

  it('is never lost among others of the same pairing that come at the same moment', async () => {
    const pairing = await paired();
    await Promise.all(Array.from({ length: 20 }, () => credits(happened(pairing))));
    expect((await standing(pairing)).done).toMatchObject({ 'mentor-hears': 20 });
  });

  it('is taken back with a reason, stays on paper, and may be counted anew', async () => {
    const pairing = await paired();
    const one = happened(pairing);
    await credits(one);
    const [row] = await house.sql<{ id: CreditId }>('SELECT id FROM credit WHERE source_key = $1', [one.sourceKey]);
    if (!row) throw new Error('no credit');
    const by = { reason: '记错了', at: house.clock.now(), actorId: pairing.mentor.id };
    expect(await tx<boolean>((t) => of(CreditBook).withdraw(t, row.id, by))).toBe(true);
    expect(await tx<boolean>((t) => of(CreditBook).withdraw(t, row.id, by))).toBe(false);
    expect((await standing(pairing)).done).toMatchObject({ 'mentor-hears': 0 });
    expect(await credits(one)).toBe(1);
    expect(
      await house.sql('SELECT withdrawn_reason FROM credit WHERE pairing_id = $1 ORDER BY at', [pairing.pairingId]),
    ).toHaveLength(2);
  });

  it('by hand names who says so and what shows it, or the database refuses it', async () => {
    const pairing = await paired();
    await expect(credits(happened(pairing, { source: 'hand' }))).rejects.toThrow('credit_hand');
    await credits(happened(pairing, { source: 'hand', evidence: '教案本第 3 页', byId: pairing.mentee.id }));
    const client = await house.as(pairing.mentor);
    const { items } = (await client.call(listCredits, { params: { pairingId: pairing.pairingId } })).body;
    expect(items).toMatchObject([{ source: 'hand', evidence: '教案本第 3 页', by: pairing.mentee.name }]);
  });
});

describe('a lesson of the two', () => {
  it('pays what was heard as soon as both have confirmed its record, once', async () => {
    const pairing = await paired();
    const lesson = await aLesson(house, town, { state: 'ended', startsAt: '2026-09-16T01:50:00Z' });
    const sign = async (person: PairingMade['mentor']) =>
      (await house.as(person)).call(signRecord, { params: { lessonId: lesson.id } });
    await sign(pairing.mentor);
    expect((await standing(pairing)).done).toMatchObject({ 'mentee-hears': 0 });
    of(Outbox).serve();
    await sign(pairing.mentee);
    await until(async () => (await standing(pairing)).done['mentee-hears'] === 1, 'the lesson is counted');
    expect(await of(CreditLessons).execute([lesson.id])).toBe(0);
    expect(await of(CreditLessons).sweep()).toBe(0);
  });

  it('that was verified while nobody listened is found by the sweep; one outside the pairing is not', async () => {
    const pairing = await paired();
    await aLesson(house, town, { state: 'verified', startsAt: '2026-09-09T01:50:00Z', endsAt: '2026-09-09T02:30:00Z' });
    await aLesson(house, town, { state: 'verified', startsAt: '2026-07-01T01:50:00Z', endsAt: '2026-07-01T02:30:00Z' });
    await aLesson(house, town, { state: 'ended', startsAt: '2026-09-02T01:50:00Z', endsAt: '2026-09-02T02:30:00Z' });
    expect(await of(CreditLessons).sweep()).toBe(1);
    expect((await standing(pairing)).done).toEqual({ 'mentor-hears': 0, 'mentee-hears': 1 });
  });
});

describe('one lesson', () => {
  it('pays each thing that it was, in whatever order that is found out', async () => {
    const pairing = await paired();
    const lesson = await aLesson(house, town, {
      state: 'verified',
      startsAt: '2026-09-14T01:50:00Z',
      endsAt: '2026-09-14T02:30:00Z',
    });
    const panel = happened(pairing, {
      kind: 'open-lesson',
      source: 'open-lesson',
      sourceKey: lesson.id,
      onDay: '2026-09-14',
    });
    await credits(panel);
    expect(await of(CreditLessons).execute([lesson.id])).toBe(1);
    expect(await of(CreditLessons).execute([lesson.id])).toBe(0);
    const kinds = await house.sql('SELECT kind FROM credit WHERE source_key = $1 ORDER BY kind', [lesson.id]);
    expect(kinds).toEqual([{ kind: 'mentee-hears' }, { kind: 'open-lesson' }]);
  });
});

describe('the last contact', () => {
  const byHand = (pairing: PairingMade, more: Partial<Happened>) =>
    happened(pairing, { source: 'hand', evidence: '第 3 页', byId: pairing.mentor.id, ...more });

  it('is nothing that one of the two wrote alone', async () => {
    const pairing = await paired();
    await credits(byHand(pairing, { kind: 'paper', onDay: '2026-09-15' }));
    expect((await standing(pairing)).lastContactOn).toBeNull();
    await credits(byHand(pairing, { kind: 'discussion', onDay: '2026-09-12' }));
    expect((await standing(pairing)).lastContactOn).toBe('2026-09-12');
  });

  it('goes back to what still stands when something is taken back', async () => {
    const pairing = await paired();
    await credits(byHand(pairing, { onDay: '2026-09-08' }));
    const late = byHand(pairing, { onDay: '2026-09-15' });
    await credits(late);
    const [row] = await house.sql<{ id: CreditId }>('SELECT id FROM credit WHERE source_key = $1', [late.sourceKey]);
    if (!row) throw new Error('no credit');
    const by = { reason: '记错了', at: house.clock.now(), actorId: pairing.mentor.id };
    await tx((t) => of(CreditBook).withdraw(t, row.id, by));
    expect((await standing(pairing)).lastContactOn).toBe('2026-09-08');
  });
});

describe('what is due', () => {
  it('follows the terms of the calendar, and keeps what is done', async () => {
    const pairing = await paired();
    await credits(happened(pairing));
    await house.sql(`UPDATE term SET week_count = 10 WHERE side_id = 'aksu'`);
    expect(await of(RenewShares).execute()).toBeGreaterThan(0);
    expect(await of(RenewShares).execute()).toBe(0);
    const shares = await house.sql(
      `SELECT kind, last_day::text AS last, due, done FROM obligation_share WHERE pairing_id = $1 ORDER BY kind`,
      [pairing.pairingId],
    );
    expect(shares).toEqual([
      { kind: 'mentee-hears', last: '2026-11-08', due: 7, done: 0 },
      { kind: 'mentor-hears', last: '2026-11-08', due: 7, done: 1 },
    ]);
  });

  it('is less by the days of a pause', async () => {
    const pairing = await paired();
    await house.sql(
      `INSERT INTO pairing_pause (pairing_id, first_day, last_day, reason) VALUES ($1, '2026-09-07', '2026-11-15', '产假')`,
      [pairing.pairingId],
    );
    await tx((t) => of(ShareBook).renew(t, [pairing.pairingId]));
    const client = await house.as(pairing.mentor);
    const { shares } = (await client.call(readPairing, { params: { pairingId: pairing.pairingId } })).body;
    expect(shares.map(({ due }) => due)).toEqual([4, 4]);
  });
});
