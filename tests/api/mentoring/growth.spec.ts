import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import * as contracts from '@qinglan/contracts';
import type { CallOf, InputOf } from '@qinglan/contracts';
import type { ObligationTerms, PairingId, PortfolioItemId } from '@qinglan/domain';
import {
  aHandCounted,
  aHouse,
  aPairing,
  aPairingUnderWay,
  aPerson,
  Client,
  type House,
  type PairingMade,
  type Person,
  problemOf,
  type Town,
} from '../../support';

let house: House;
let town: Town;
let lead: Person;
let pairing: PairingMade;
let mentor: Client;
let mentee: Client;
let coordinator: Client;
beforeAll(async () => {
  house = await aHouse({ now: '2026-09-16T02:00:00Z' });
});
beforeEach(async () => {
  const obligation: ObligationTerms = { owedBy: 'mentee', kind: 'lesson-plan', number: 6, per: 'year' };
  ({ town, lead, pairing } = await aPairingUnderWay(house, obligation));
  mentor = await house.as(pairing.mentor);
  mentee = await house.as(pairing.mentee);
  coordinator = await house.as(town.aksu.coordinator);
});
afterAll(() => house.close());

const at = () => ({ pairingId: pairing.pairingId });
const read = (client: Client, pairingId: PairingId = pairing.pairingId) =>
  client.call(contracts.readGrowth, { params: { pairingId } });
const goal = (more: object = {}) => ({
  ...{ title: '能独立设计一节新授课', seenBy: '教案不再改环节', byDay: '2026-12-31', state: 'open' as const },
  ...more,
});
const plans = (client: Client, goals: readonly object[], version = 0) =>
  client.call(contracts.saveGrowthPlan, { params: at(), version, body: { goals: goals as never } });
const history = () =>
  house.sql<{ act: string }>('SELECT act FROM history WHERE subject_id = $1 ORDER BY id', [pairing.pairingId]);

describe('a growth plan', () => {
  it('is written by mentee or mentor, and each change names the version it read', async () => {
    const first = await plans(mentee, [goal(), goal({ title: '带好一个班' })]);
    expect(first.body.plan).toMatchObject({ version: 1, changedBy: pairing.mentee.name, goals: [goal(), {}] });
    const second = await plans(mentor, [goal({ state: 'reached' }), goal()], 1);
    expect(second.body.plan).toMatchObject({ version: 2, goals: [{ state: 'reached' }, {}] });
    expect(problemOf(await plans(mentee, [goal(), goal()], 1))).toBe('412 stale');
    expect((await history()).map(({ act }) => act)).toEqual(['growth.plan-written', 'growth.plan-written']);
  });

  it('sent twice as new is written once', async () => {
    const twice = await Promise.all([plans(mentee, [goal(), goal()]), plans(mentee, [goal(), goal()])]);
    expect(twice.map(({ body }) => body.plan?.version)).toEqual([1, 1]);
    expect(await history()).toHaveLength(1);
    expect(problemOf(await plans(mentor, [goal(), goal({ title: '别的' })]))).toBe('412 stale');
  });

  it.each([[1], [5]])('of %i goals is refused', async (count) => {
    const answer = await plans(
      mentee,
      Array.from({ length: count }, () => goal()),
    );
    expect(problemOf(answer)).toBe('422 goals-number');
  });

  it('names the goal that was due before the two began', async () => {
    const answer = await plans(mentee, [goal(), goal({ byDay: '2026-07-31' })]);
    expect(answer.problem).toMatchObject({ status: 422, errors: [{ pointer: '#/goals/1/byDay' }] });
  });

  it('is nobody else’s to write, and not written once the pairing has ended', async () => {
    const statuses = [];
    for (const one of [lead, town.aksu.coordinator, town.administrator, town.viewer, town.foreign.coordinator])
      statuses.push((await plans(await house.as(one), [goal(), goal()])).status);
    expect(statuses).toEqual([403, 403, 403, 403, 404]);
    await house.sql(`UPDATE pairing SET state = 'completed' WHERE id = $1`, [pairing.pairingId]);
    expect(problemOf(await plans(mentee, [goal(), goal()]))).toBe('409 pairing-state');
  });
});

type TextPlace = Pick<InputOf<typeof contracts.saveGrowthText>['params'], 'kind' | 'term'>;
const midTerm: TextPlace = { kind: 'mid-term', term: '2026-1' };
const writes = (client: Client, text: string, { version = 0, ...place }: TextPlace & { version?: number } = midTerm) =>
  client.call(contracts.saveGrowthText, { params: { ...at(), ...place }, version, body: { text } });
const replies = (client: Client, reply: string, { version, ...place }: Partial<TextPlace> & { version: number }) =>
  client.call(contracts.replyToGrowthText, { params: { ...at(), ...midTerm, ...place }, version, body: { reply } });

describe('a text of a pairing', () => {
  it('is written by the mentor in a term, and the mentee replies', async () => {
    expect((await read(mentor)).body.terms).toEqual([{ code: '2026-1', name: '2026学年第一学期' }]);
    await writes(mentor, '课堂组织进步明显。');
    const replied = await replies(mentee, '谢谢师傅，下半学期多练板书。', { version: 1 });
    expect(replied.body.texts).toMatchObject([
      { ...midTerm, text: '课堂组织进步明显。', reply: '谢谢师傅，下半学期多练板书。', version: 2 },
    ]);
    expect(problemOf(await replies(mentee, '再说', { version: 1 }))).toBe('412 stale');
    expect(problemOf(await writes(mentor, '改一改', { ...midTerm, version: 1 }))).toBe('412 stale');
  });

  it('leaves its words out of the history, which more people read', async () => {
    await writes(mentor, '课堂组织进步明显。');
    await replies(mentee, '谢谢师傅。', { version: 1 });
    const told = await house.sql<{ detail: unknown }>('SELECT detail FROM history WHERE subject_id = $1 ORDER BY id', [
      pairing.pairingId,
    ]);
    expect(told.map(({ detail }) => detail)).toEqual([midTerm, midTerm]);
  });

  it('is one a term and kind: the same sent twice is one, another one is stale', async () => {
    await Promise.all([writes(mentor, '一'), writes(mentor, '一')]);
    expect((await read(mentor)).body.texts).toMatchObject([{ text: '一', version: 1 }]);
    expect(problemOf(await writes(mentor, '二'))).toBe('412 stale');
    expect((await writes(mentor, '小结', { kind: 'term-summary', term: '2026-1' })).body.texts).toHaveLength(2);
  });

  it('of the start is the mentee’s, who assesses herself', async () => {
    const start: TextPlace = { kind: 'baseline', term: 'start' };
    expect(problemOf(await writes(mentor, '我来写', start))).toBe('403 forbidden');
    expect((await writes(mentee, '板书弱。', start)).body.texts).toMatchObject([
      { kind: 'baseline', text: '板书弱。' },
    ]);
    expect((await replies(mentor, '一起练。', { version: 1, ...start })).body.texts).toMatchObject([
      { reply: '一起练。' },
    ]);
  });

  it('is refused from the wrong hand, in the wrong term, without a text to reply to, and after the end', async () => {
    expect(problemOf(await writes(mentee, '我来'))).toBe('403 forbidden');
    expect(problemOf(await replies(mentor, '我来', { version: 1 }))).toBe('403 forbidden');
    expect(problemOf(await writes(coordinator, '我来'))).toBe('403 forbidden');
    expect(problemOf(await writes(mentor, '早', { kind: 'mid-term', term: 'start' }))).toBe('422 text-term');
    expect(problemOf(await writes(mentor, '远', { kind: 'mid-term', term: '2030-1' }))).toBe('422 text-term');
    expect(problemOf(await writes(mentee, '错', { kind: 'baseline', term: '2026-1' }))).toBe('422 text-term');
    expect(problemOf(await replies(mentee, '空', { version: 0 }))).toBe('404 not-found');
    await house.sql(`UPDATE pairing SET state = 'dissolved' WHERE id = $1`, [pairing.pairingId]);
    expect(problemOf(await writes(mentor, '晚'))).toBe('409 pairing-state');
  });
});

type Item = NonNullable<CallOf<typeof contracts.addPortfolioItem>['body']>;
const plan: Item = {
  kind: 'lesson-plan',
  onDay: '2026-09-10',
  title: '二次函数教案',
  evidence: 'https://school.example/1',
};
const adds = (client: Client, more: Partial<Item> = {}, itemId: string = randomUUID()) =>
  client.call(contracts.addPortfolioItem, { params: { ...at(), itemId }, body: { ...plan, ...more } });
const takesBack = (client: Client, itemId: string, reason = '登记错了') =>
  client.call(contracts.withdrawPortfolioItem, { params: { ...at(), itemId }, body: { reason } });
const done = async () =>
  (await house.sql<{ done: number }>('SELECT done FROM obligation_share WHERE pairing_id = $1', [pairing.pairingId]))[0]
    ?.done;

describe('the portfolio', () => {
  it('counts by hand: what, when, by whom, with its evidence, and pays the obligation', async () => {
    const { items } = (await adds(mentee)).body;
    expect(items).toMatchObject([{ ...plan, by: pairing.mentee.name, withdrawn: null, mayWithdraw: true }]);
    expect(await done()).toBe(1);
    expect((await read(mentor)).body.items).toMatchObject([{ mayWithdraw: false }]);
    expect((await history()).map(({ act }) => act)).toEqual(['pairing.credited']);
  });

  it('counts once however often it is sent, also at the same time, and never with other words', async () => {
    const itemId = randomUUID();
    await Promise.all([1, 2, 3].map(() => adds(mentee, {}, itemId)));
    expect(await done()).toBe(1);
    expect(problemOf(await adds(mentee, { title: '另一份' }, itemId))).toBe('409 id-taken');
    expect(problemOf(await adds(mentee, { evidence: '另一份材料，第 2 页' }, itemId))).toBe('409 id-taken');
  });

  it('takes back with a reason; nothing is deleted, it pays no more, and sending it again does not count it again', async () => {
    const itemId = randomUUID();
    await adds(mentee, {}, itemId);
    expect(problemOf(await takesBack(mentor, itemId))).toBe('403 forbidden');
    expect(problemOf(await takesBack(mentee, itemId, ' '))).toBe('422 reason-missing');
    const { items } = (await takesBack(mentee, itemId)).body;
    expect(items).toMatchObject([{ withdrawn: { reason: '登记错了' }, mayWithdraw: false }]);
    expect(await done()).toBe(0);
    await adds(mentee, {}, itemId);
    await takesBack(mentee, itemId);
    expect(await done()).toBe(0);
    expect((await history()).map(({ act }) => act)).toEqual(['pairing.credited', 'pairing.credit-withdrawn']);
  });

  it('takes from the two what is their own work; what the other has to confirm is no line of one’s own', async () => {
    expect(problemOf(await adds(mentee, { kind: 'mentor-hears' }))).toBe('403 forbidden');
    expect(problemOf(await adds(mentee, { kind: 'mentee-hears' }))).toBe('403 forbidden');
    expect(problemOf(await adds(mentee, { kind: 'discussion' }))).toBe('403 forbidden');
    expect(problemOf(await adds(mentor, { kind: 'mentor-hears' }))).toBe('403 forbidden');
    expect((await adds(mentor, { kind: 'discussion' })).status).toBe(200);
    expect((await adds(mentee, { kind: 'paper' })).status).toBe(200);
    expect((await adds(coordinator, { kind: 'mentor-hears' })).status).toBe(200);
  });

  it('is corrected by those who keep the pairing', async () => {
    const itemId = await aHandCounted(house, { ...at(), kind: 'paper', by: pairing.mentor });
    expect((await takesBack(coordinator, itemId, '不是论文')).body.items).toMatchObject([
      { withdrawn: { reason: '不是论文' } },
    ]);
  });

  it('counted by itself is taken back by those who keep the pairing, by the id of its credit', async () => {
    const sourceKey = randomUUID();
    const [counted] = await house.sql<{ id: string }>(
      `INSERT INTO credit (pairing_id, kind, on_day, source, source_key, title, at)
       VALUES ($1, 'lesson-plan', '2026-09-10', 'activity', $2, '集体备课', now()) RETURNING id`,
      [pairing.pairingId, sourceKey],
    );
    await house.sql('UPDATE obligation_share SET done = 1 WHERE pairing_id = $1', [pairing.pairingId]);
    const id = counted?.id ?? '';
    for (const who of [mentor, mentee]) expect(problemOf(await takesBack(who, id))).toBe('403 forbidden');
    expect(problemOf(await takesBack(coordinator, sourceKey))).toBe('404 not-found');
    expect(problemOf(await takesBack(coordinator, id, ' '))).toBe('422 reason-missing');
    expect((await takesBack(coordinator, id, '当天没有到场')).status).toBe(200);
    expect(await done()).toBe(0);
    const kept = await house.sql('SELECT withdrawn_reason AS reason FROM credit WHERE id = $1', [id]);
    expect(kept).toEqual([{ reason: '当天没有到场' }]);
    expect((await history()).map(({ act }) => act)).toEqual(['pairing.credit-withdrawn']);
  });

  it.each<[string, Partial<Item>]>([
    ['422 day-outside-pairing', { onDay: '2026-09-17' }],
    ['422 day-outside-pairing', { onDay: '2026-07-31' }],
    ['422 evidence-unclear', { evidence: 'http://school.example/1' }],
    ['422 evidence-unclear', { evidence: 'javascript:alert(1)' }],
    ['400 invalid-input', { evidence: ' ' }],
    ['400 invalid-input', { title: '' }],
  ])('answers %s to %j', async (problem, more) => {
    expect(problemOf(await adds(mentee, more))).toBe(problem);
    expect(await done()).toBe(0);
  });

  it('is closed to strangers and viewers, and once the pairing has ended', async () => {
    expect(problemOf(await adds(await house.as(town.viewer)))).toBe('403 forbidden');
    expect(problemOf(await adds(await house.as(town.foreign.coordinator)))).toBe('404 not-found');
    const itemId = randomUUID();
    await adds(mentee, {}, itemId);
    expect(problemOf(await takesBack(coordinator, randomUUID()))).toBe('404 not-found');
    await house.sql(`UPDATE pairing SET state = 'completed' WHERE id = $1`, [pairing.pairingId]);
    expect(problemOf(await adds(mentee))).toBe('409 pairing-state');
    expect(problemOf(await takesBack(mentee, itemId))).toBe('409 pairing-state');
  });

  it('of another pairing is not reached through this one', async () => {
    const other = await aPairing(house, { mentor: lead, mentee: pairing.mentee });
    const itemId = await aHandCounted(house, { pairingId: other.pairingId, kind: 'paper', by: pairing.mentee });
    expect(problemOf(await takesBack(mentee, itemId))).toBe('403 forbidden');
    expect(problemOf(await takesBack(coordinator, itemId))).toBe('404 not-found');
    const of = await house.sql<{ id: string }>('SELECT id FROM credit WHERE source_key = $1', [itemId]);
    expect(problemOf(await takesBack(coordinator, of[0]?.id ?? ''))).toBe('404 not-found');
    expect(problemOf(await adds(mentee, {}, itemId as PortfolioItemId))).toBe('409 id-taken');
  });
});

describe('the file', () => {
  it('is read by the two, lead, the mentee’s coordinator and administrators; not by those who merely look on', async () => {
    const readers = [pairing.mentor, pairing.mentee, lead, town.aksu.coordinator];
    const others = [
      town.viewer,
      town.hangzhou.coordinator,
      town.aksu.teachers[0],
      town.foreign.coordinator,
      await aPerson(house, town.aksu.id, 'mentee'),
    ];
    for (const one of [...readers, town.administrator]) expect((await read(await house.as(one))).status).toBe(200);
    for (const one of others) expect((await read(await house.as(one))).status).toBe(404);
    expect((await read(mentor, randomUUID() as PairingId)).status).toBe(404);
  });

  it('begins empty, with the gate and the first step', async () => {
    const { plan: none, texts, items, openLessons, gate, next, ends, chain } = (await read(mentee)).body;
    expect({ none, texts, items, openLessons, ends }).toEqual({
      none: null,
      texts: [],
      items: [],
      openLessons: [],
      ends: [],
    });
    expect(gate.map(({ requirement }) => requirement)).toEqual([
      ...[
        'agreement',
        'obligation',
        'panel',
        'plan',
        'mentor-observed',
        'mentee-observed',
        'lesson-plan',
        'open-lesson',
      ],
    ]);
    expect(next?.requirement).toBe('agreement');
    expect(chain).toMatchObject([{ pairingId: pairing.pairingId, state: 'active' }]);
  });
});
