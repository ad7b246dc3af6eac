import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  cancelActivity,
  listMyActivities,
  listStudioActivities,
  moveActivity,
  readActivity,
  readActivityHistory,
} from '@qinglan/contracts';
import type { ActivityId } from '@qinglan/domain';
import {
  aHouse,
  aMeeting,
  aPerson,
  arranges,
  aStudioAtTheDoor,
  Client,
  type House,
  type Meeting,
  type StudioMade,
  type Town,
} from '../../support';

const patience = { reason: '老师有事' };

describe('a meeting that was arranged', () => {
  let house: House;
  let town: Town;
  let studio: StudioMade;
  let mentor: Client;
  let lead: Client;
  let mentee: Client;
  let stranger: Client;

  beforeAll(async () => {
    house = await aHouse();
  });
  beforeEach(async () => {
    house.clock.moveTo('2026-08-25T02:00:00Z');
    ({ town, studio, mentor, lead, mentee, stranger } = await aStudioAtTheDoor(house));
  });
  afterAll(() => house.close());

  const meeting = (wish: Partial<Meeting> = {}) => aMeeting(studio.studioId, [studio.mentor, ...studio.mentees], wish);
  const params = (activityId: ActivityId) => ({ params: { activityId } });
  const holdsOf = (activityId: ActivityId) =>
    house.sql<{ role: string; live: boolean }>(
      'SELECT role, released_at IS NULL AS live FROM hold WHERE activity_id = $1 ORDER BY role',
      [activityId],
    );

  it('moves with a reason to where everybody is free, its own holds not in its way, and remembers it', async () => {
    const { body } = await arranges(mentor, meeting());
    const to = { startsAt: '2026-09-16T12:00:00Z', minutes: 90, ...patience };
    const moved = await mentor.call(moveActivity, { ...params(body.id), version: 1, body: to });
    expect(moved.body).toMatchObject({
      startsAt: '2026-09-16T12:00:00+00:00',
      endsAt: '2026-09-16T13:30:00+00:00',
      version: 2,
      reason: patience.reason,
    });
    const again = await mentor.call(moveActivity, { ...params(body.id), version: 1, body: to });
    expect(again.problem?.type).toBe('/problems/stale');
    const silent = await mentor.call(moveActivity, { ...params(body.id), version: 2, body: { ...to, reason: ' ' } });
    expect(silent.problem?.type).toBe('/problems/reason-missing');
    const past = await mentor.call(moveActivity, {
      ...params(body.id),
      version: 2,
      body: { ...to, startsAt: '2026-08-01T12:00:00Z' },
    });
    expect(past.problem?.type).toBe('/problems/in-the-past');
    const other = await arranges(
      lead,
      aMeeting(studio.studioId, [studio.mentor, studio.lead], { startsAt: '2026-09-17T12:00:00Z' }),
    );
    const clash = await mentor.call(moveActivity, {
      ...params(body.id),
      version: 2,
      body: { ...to, startsAt: '2026-09-17T12:30:00Z' },
    });
    // The mentor takes part in the other one too, and so is told which it is.
    expect(clash.problem?.clashes).toMatchObject([
      { party: { id: studio.mentor.id }, inTheWay: { activityId: other.body.id } },
    ]);
    const { body: history } = await mentee.call(readActivityHistory, params(body.id));
    expect(history.items.map(({ act, actor }) => [act, actor])).toEqual([
      ['activity.arranged', studio.mentor.name],
      ['activity.moved', studio.mentor.name],
    ]);
    expect(await house.sql('SELECT DISTINCT starts_at FROM hold WHERE activity_id = $1', [body.id])).toHaveLength(1);
  });

  it('is called off with a reason, frees everybody, and stays called off', async () => {
    const { body } = await arranges(mentor, meeting());
    const off = await lead.call(cancelActivity, { ...params(body.id), version: 1, body: patience });
    expect(off.body).toMatchObject({ state: 'cancelled', reason: patience.reason, version: 2, mayKeep: false });
    expect((await holdsOf(body.id)).every(({ live }) => !live)).toBe(true);
    expect((await arranges(mentor, meeting())).status).toBe(200);
    const twice = await lead.call(cancelActivity, { ...params(body.id), version: 2, body: patience });
    expect(twice.problem?.type).toBe('/problems/activity-closed');
    const moved = await lead.call(moveActivity, {
      ...params(body.id),
      version: 2,
      body: { startsAt: '2026-09-18T12:00:00Z', minutes: 30, ...patience },
    });
    expect(moved.problem?.type).toBe('/problems/activity-closed');
    const nothing = await arranges(mentor, meeting({ startsAt: '2026-09-18T12:00:00Z' }));
    const silent = await mentor.call(cancelActivity, { ...params(nothing.body.id), version: 1, body: { reason: '' } });
    expect(silent.problem?.type).toBe('/problems/reason-missing');
    const stale = await mentor.call(cancelActivity, { ...params(nothing.body.id), version: 7, body: patience });
    expect(stale.status).toBe(412);
  });

  it('is kept by who arranged it and seen by who takes part; for others there is no such meeting', async () => {
    const { body } = await arranges(mentor, meeting());
    const guestless = await house.as(await aPerson(house, town.aksu.id));
    const viewer = await house.as(town.viewer);
    const statuses = await Promise.all(
      [mentor, lead, mentee, viewer, guestless, stranger].map(async (client) => [
        (await client.call(readActivity, params(body.id))).status,
        (await client.call(readActivityHistory, params(body.id))).status,
        (await client.call(cancelActivity, { ...params(body.id), version: 900, body: patience })).status,
        (
          await client.call(moveActivity, {
            ...params(body.id),
            version: 900,
            body: { ...patience, startsAt: '2026-09-18T12:00:00Z', minutes: 30 },
          })
        ).status,
      ]),
    );
    expect(statuses).toEqual([
      [200, 200, 412, 412],
      [200, 200, 412, 412],
      [200, 200, 403, 403],
      [200, 200, 403, 403],
      [404, 404, 404, 404],
      [404, 404, 404, 404],
    ]);
    expect((await mentee.call(readActivity, params(body.id))).body.mayKeep).toBe(false);
    expect((await mentor.call(readActivity, params(randomUUID() as ActivityId))).status).toBe(404);
  });

  it('is listed to everybody without place and link, which only its people see', async () => {
    const { body } = await arranges(mentor, meeting({ place: '线上' }));
    const listed = async (client: Client) =>
      (await client.call(listStudioActivities, { params: { studioId: studio.studioId }, query: {} })).body.items;
    expect(await listed(mentee)).toMatchObject([
      { id: body.id, maySee: true, isMine: true, place: '线上', meetingLink: 'https://meeting.example/1' },
    ]);
    expect(await listed(stranger)).toMatchObject([
      { id: body.id, title: '函数单元研讨', people: 3, maySee: false, isMine: false, place: null, meetingLink: null },
    ]);
    expect(
      (await stranger.call(listStudioActivities, { params: { studioId: randomUUID() as never }, query: {} })).status,
    ).toBe(404);
  });

  it('comes to its people page by page: what is to come soonest first, what is over latest first', async () => {
    for (const day of ['18', '16', '17']) await arranges(mentor, meeting({ startsAt: `2026-09-${day}T11:30:00Z` }));
    const listed = async (client: Client, query: { when?: 'upcoming' | 'past' | 'unrecorded'; after?: string }) => {
      const { body } = await client.call(listMyActivities, { query: { limit: 2, ...query } });
      return { days: body.items.map(({ startsAt }) => startsAt.slice(8, 10)), next: body.next ?? undefined };
    };
    const first = await listed(mentee, { when: 'upcoming' });
    expect(first.days).toEqual(['16', '17']);
    expect(await listed(mentee, { when: 'upcoming', ...(first.next && { after: first.next }) })).toEqual({
      days: ['18'],
      next: undefined,
    });
    expect((await listed(stranger, { when: 'upcoming' })).days).toEqual([]);
    house.clock.moveTo('2026-09-17T12:00:00Z');
    expect((await listed(mentee, { when: 'upcoming' })).days).toEqual(['17', '18']);
    expect((await listed(mentee, { when: 'past' })).days).toEqual(['16']);
    house.clock.moveTo('2026-09-19T12:00:00Z');
    const past = await listed(mentee, { when: 'past' });
    expect(past.days).toEqual(['18', '17']);
    expect((await listed(mentee, { when: 'past', ...(past.next && { after: past.next }) })).days).toEqual(['16']);
    // Over and not written down: it waits for who arranged it and for the lead, not for those who only came.
    expect((await listed(mentor, { when: 'unrecorded' })).days).toEqual(['16', '17']);
    expect((await listed(lead, { when: 'unrecorded' })).days).toEqual(['16', '17']);
    expect((await listed(mentee, { when: 'unrecorded' })).days).toEqual([]);
    const unreadable = await mentee.call(listMyActivities, { query: { after: 'nonsense' } });
    expect(unreadable.status).toBe(400);
  });
});
