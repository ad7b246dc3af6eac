import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  cancelActivity,
  correctActivity,
  inviteToActivity,
  listWaiting,
  mentoringChanged,
  readActivityHistory,
  recordActivity,
  watchMentoring,
} from '@qinglan/contracts';
import type { ActivityId, PersonId } from '@qinglan/domain';
import {
  aHouse,
  aLedStudio,
  aMeeting,
  aPerson,
  arranges,
  aTab,
  aTown,
  type Client,
  type House,
  overlapsIn,
  type Person,
  type StudioMade,
  type Town,
} from '../../support';

type One = { readonly id: PersonId };
const ids = (people: readonly One[]) => people.map(({ id }) => id);

let house: House;
let town: Town;
let studio: StudioMade;
let mentor: Client;
beforeAll(async () => {
  house = await aHouse();
});
beforeEach(async () => {
  house.clock.moveTo('2026-08-25T02:00:00Z');
  town = await aTown(house);
  studio = await aLedStudio(house, town);
  mentor = await house.as(studio.mentor);
});
afterAll(() => house.close());

const arranged = async (people: readonly Person[], wish = {}) =>
  (await arranges(mentor, aMeeting(studio.studioId, people, wish))).body.id;
const invites = (client: Client, to: ActivityId | readonly [ActivityId, number], people: readonly One[]) => {
  const [activityId, version] = typeof to === 'string' ? [to, 1] : to;
  return client.call(inviteToActivity, { params: { activityId }, body: { personIds: ids(people) }, version });
};
const heldBy = async (activityId: ActivityId) =>
  (
    await house.sql<{ id: PersonId }>(
      'SELECT party_id AS id FROM hold WHERE activity_id = $1 AND released_at IS NULL ORDER BY party_id',
      [activityId],
    )
  ).map(({ id }) => id);

describe('who takes part in a meeting', () => {
  it('is changed until it begins: time is held of who comes in, and given back by who goes', async () => {
    const [first, second] = studio.mentees;
    const activityId = await arranged([studio.mentor, first]);
    const { body } = await invites(mentor, activityId, [studio.mentor, second]);
    expect(body).toMatchObject({ version: 2, people: 2, mayInvite: true });
    expect(ids(body.participants).toSorted()).toEqual(ids([studio.mentor, second]).toSorted());
    expect(await heldBy(activityId)).toEqual(ids([studio.mentor, second]).toSorted());
    // Whoever went is free for another meeting at that hour, and cannot come back then.
    const other = await arranged([studio.lead, first]);
    const back = await invites(mentor, [activityId, 2], [studio.mentor, first, second]);
    expect(back.problem).toMatchObject({ type: '/problems/party-taken', clashes: [{ rule: 'person-taken' }] });
    await house.sql('UPDATE hold SET released_at = now() WHERE activity_id = $1', [other]);
    expect((await invites(mentor, [activityId, 2], [studio.mentor, first, second])).status).toBe(200);
    expect(await heldBy(activityId)).toHaveLength(3);
    const { items } = (await mentor.call(readActivityHistory, { params: { activityId } })).body;
    expect(items.map(({ act, detail }) => [act, detail])).toMatchObject([
      ['activity.arranged', {}],
      ['activity.invited', { come: [second.name], gone: [first.name] }],
      ['activity.invited', { come: [first.name], gone: [] }],
    ]);
  });

  it('tells who need not come any more, who then neither waits for it nor sees it, until it is over or they are asked anew', async () => {
    const [first, second] = studio.mentees;
    const activityId = await arranged([studio.mentor, first, second]);
    const [hers, his] = [await house.as(first), await house.as(second)];
    const waits = async (client: Client) => {
      const { count, items } = (await client.call(listWaiting)).body;
      return { count, kinds: items.map(({ kind, id }) => [kind, id]) };
    };
    const tab = await aTab(hers);
    await tab.does(watchMentoring, {});
    await invites(mentor, activityId, [studio.mentor, second]);
    await tab.hears(mentoringChanged);
    tab.close();
    expect(await waits(hers)).toEqual({ count: 0, kinds: [['uninvited', activityId]] });
    expect((await hers.call(listWaiting)).body.items[0]).toMatchObject({
      title: '函数单元研讨',
      who: studio.mentor.name,
    });
    expect(await waits(his)).toEqual({ count: 0, kinds: [['invitation', activityId]] });
    await invites(mentor, [activityId, 2], [studio.mentor, first]);
    expect([await waits(hers), await waits(his)]).toEqual([
      { count: 0, kinds: [['invitation', activityId]] },
      { count: 0, kinds: [['uninvited', activityId]] },
    ]);
    house.clock.moveTo('2026-09-16T12:30:00Z');
    expect(await waits(his)).toEqual({ count: 0, kinds: [] });
    house.clock.moveTo('2026-08-25T02:00:00Z');
    await mentor.call(cancelActivity, { params: { activityId }, body: { reason: '取消' }, version: 3 });
    expect([await waits(hers), await waits(his)]).toEqual(Array(2).fill({ count: 0, kinds: [] }));
  });

  it('is told in its history page by page, oldest first', async () => {
    const [first, second] = studio.mentees;
    const activityId = await arranged([studio.mentor, first]);
    for (const version of [1, 2, 3]) {
      await invites(mentor, [activityId, version], [studio.mentor, version % 2 === 0 ? first : second]);
    }
    const from = async (after?: string) =>
      (await mentor.call(readActivityHistory, { params: { activityId }, query: { limit: 3, after } })).body;
    const begin = await from();
    const rest = await from(begin.next ?? '');
    const [acts, more] = [begin, rest].map(({ items }) => items.map(({ act }) => act.replace('activity.', '')));
    expect([acts, more, rest.next]).toEqual([['arranged', 'invited', 'invited'], ['invited'], null]);
  });

  it('keeps a classroom, knows its guests, and takes nobody out of reach', async () => {
    const [first, second] = studio.mentees;
    const room = town.hangzhou.classrooms[0].id;
    const activityId = await arranged([studio.mentor, first], { classroomId: room });
    const guest = await aPerson(house, town.hangzhou.id);
    const { body } = await invites(mentor, activityId, [studio.mentor, second, guest]);
    expect(body.participants.filter(({ isGuest }) => isGuest).map(({ id }) => id)).toEqual([guest.id]);
    expect(await heldBy(activityId)).toContain(room);
    const foreign = await invites(mentor, [activityId, 2], [studio.mentor, town.foreign.teachers[0]]);
    expect(foreign.problem?.type).toBe('/problems/party-foreign');
  });

  it('is changed by who keeps the meeting, before it begins, with two at least, from what was read last', async () => {
    const [first, second] = studio.mentees;
    const activityId = await arranged([studio.mentor, first]);
    const both = [studio.mentor, first, second];
    expect((await invites(await house.as(first), activityId, both)).status).toBe(403);
    expect((await invites(await house.as(town.foreign.coordinator), activityId, both)).status).toBe(404);
    expect((await invites(mentor, activityId, [studio.mentor])).problem?.type).toBe('/problems/too-few-people');
    const raced = await Promise.all([1, 2, 3].map(() => invites(mentor, activityId, both)));
    expect(raced.map(({ status }) => status).toSorted()).toEqual([200, 412, 412]);
    house.clock.moveTo('2026-09-16T11:30:00Z');
    expect((await invites(mentor, [activityId, 2], both)).problem?.type).toBe('/problems/in-the-past');
  });

  it('never sits in two meetings, however many ask at once', async () => {
    const wanted = studio.mentees[1];
    const meetings = [];
    for (let nth = 0; nth < 6; nth += 1) {
      const pair = [await aPerson(house, town.hangzhou.id), await aPerson(house, town.hangzhou.id)];
      meetings.push({ pair, activityId: await arranged(pair) });
    }
    const raced = await Promise.all(
      meetings.map(({ pair, activityId }) => invites(mentor, activityId, [...pair, wanted])),
    );
    expect(raced.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409, 409]);
    expect(await overlapsIn(house)).toEqual([]);
  });
});

describe('what was written down', () => {
  const summary = '议定三处修改';
  const held = async () => {
    const activityId = await arranged([studio.mentor, ...studio.mentees]);
    house.clock.moveTo('2026-09-16T12:30:00Z');
    const body = { presentIds: ids([studio.mentor, studio.mentees[0]]), summary };
    await mentor.call(recordActivity, { params: { activityId }, body, version: 1 });
    return activityId;
  };
  const corrects = (activityId: ActivityId, people: readonly One[], wish: { reason?: string; version?: number } = {}) =>
    mentor.call(correctActivity, {
      params: { activityId },
      body: { presentIds: ids(people), summary: '议定四处修改', reason: wish.reason ?? '点错了人' },
      version: wish.version ?? 2,
    });
  const counted = () =>
    house.sql<{ mentee_id: PersonId; day: string | null }>(
      `SELECT p.mentee_id, p.last_contact_on::text AS day FROM credit c JOIN pairing p ON p.id = c.pairing_id
       WHERE c.withdrawn_at IS NULL AND p.mentor_id = $1 ORDER BY p.mentee_id`,
      [studio.mentor.id],
    );

  it('is corrected with a reason: what it is counted for follows, and the history keeps what was said before', async () => {
    const [came, missed] = studio.mentees;
    const activityId = await held();
    const { body } = await corrects(activityId, [studio.mentor, missed]);
    expect(body).toMatchObject({ state: 'held', summary: '议定四处修改', version: 3, credited: 1, mayCorrect: true });
    expect(await counted()).toEqual([{ mentee_id: missed.id, day: '2026-09-16' }]);
    const [without] = await house.sql('SELECT last_contact_on AS day FROM pairing WHERE mentee_id = $1', [came.id]);
    expect(without).toEqual({ day: null });
    const { items } = (await mentor.call(readActivityHistory, { params: { activityId } })).body;
    expect(items.at(-1)).toMatchObject({
      act: 'activity.corrected',
      detail: { reason: '点错了人', before: { summary }, after: { summary: '议定四处修改' } },
    });
    await corrects(activityId, [studio.mentor, came, missed], { version: 3 });
    expect(await counted()).toHaveLength(2);
  });

  it('leaves alone what was taken back by hand', async () => {
    const activityId = await held();
    await house.sql(`UPDATE credit SET withdrawn_at = now(), withdrawn_reason = '重复' WHERE source_key = $1`, [
      activityId,
    ]);
    await corrects(activityId, [studio.mentor, ...studio.mentees]);
    expect((await counted()).map(({ mentee_id }) => mentee_id)).toEqual([studio.mentees[1].id]);
  });

  it('wants a reason, two of those invited, and something written down before', async () => {
    const open = await arranged([studio.mentor, studio.mentees[0]], { startsAt: '2026-09-15T11:30:00Z' });
    const both = [studio.mentor, studio.mentees[0]];
    expect((await corrects(open, both, { version: 1 })).problem?.type).toBe('/problems/activity-not-held');
    const activityId = await held();
    expect((await corrects(activityId, both, { reason: ' ' })).problem?.type).toBe('/problems/reason-missing');
    expect((await corrects(activityId, [studio.mentor])).problem?.type).toBe('/problems/too-few-people');
    expect((await corrects(activityId, [studio.mentor, studio.lead])).status).toBe(400);
    expect((await corrects(activityId, both, { version: 1 })).status).toBe(412);
    const mentee = await house.as(studio.mentees[0]);
    const given = { params: { activityId }, body: { presentIds: ids(both), summary, reason: '点错了人' }, version: 2 };
    expect((await mentee.call(correctActivity, given)).status).toBe(403);
  });
});
