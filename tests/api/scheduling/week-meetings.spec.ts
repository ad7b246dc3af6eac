import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { answerObservationRequest, askObservation, cancelActivity, moveActivity, readWeek } from '@qinglan/contracts';
import type { LessonId, OrganisationId, ObservationRequestId } from '@qinglan/domain';
import {
  aHouse,
  aMeeting,
  aMentoredLesson,
  aPerson,
  arranges,
  type Client,
  type House,
  type Mentored,
  type Person,
} from '../../support';

let house: House;
let them: Mentored;
let mentor: Client;
let mentee: Client;
beforeAll(async () => {
  house = await aHouse();
});
beforeEach(async () => {
  house.clock.moveTo('2026-09-14T02:00:00Z');
  them = await aMentoredLesson(house);
  mentor = await house.as(them.mentor);
  mentee = await house.as(them.mentee);
});
afterAll(() => house.close());

const weekOf = async (client: Client, schoolId: OrganisationId, monday = '2026-09-14') =>
  (await client.call(readWeek, { params: { schoolId, monday } })).body.meetings;
const atHome = { mentor: () => them.town.hangzhou.id, mentee: () => them.town.aksu.id };

async function agreed(wish: { readonly lessonId: LessonId | null; readonly startsAt: string | null }) {
  const requestId = randomUUID() as ObservationRequestId;
  const body = {
    ...{ pairingId: them.pairing.pairingId, direction: 'mentor-hears' as const, note: null },
    ...{ topic: wish.lessonId ? null : '分数', ...wish },
  };
  await mentee.call(askObservation, { params: { requestId }, body });
  const params = { requestId };
  await mentor.call(answerObservationRequest, { params, body: { accepts: true, reason: '' }, version: 1 });
  return requestId;
}

async function meets(...people: readonly Person[]) {
  const meeting = aMeeting(them.pairing.studioId as never, [them.lead, ...people]);
  return (await arranges(await house.as(them.lead), meeting)).body;
}

describe('the own week', () => {
  it('shows the meetings one is invited to, as long as they stand and where they lie', async () => {
    const { id } = await meets(them.mentor, them.mentee);
    const shown = {
      ...{ kind: 'activity', id, sort: 'discussion', title: '函数单元研讨', lessonId: null, with: null },
      ...{ startsAt: '2026-09-16T11:30:00+00:00', endsAt: '2026-09-16T12:30:00+00:00' },
      ...{ place: null, meetingLink: 'https://meeting.example/1', itemId: null },
    };
    expect(await weekOf(mentor, atHome.mentor())).toEqual([shown]);
    expect(await weekOf(mentee, atHome.mentee())).toEqual([shown]);
    const lead = await house.as(them.lead);
    const to = { startsAt: '2026-09-23T11:30:00Z', minutes: 60, reason: '改期' };
    await lead.call(moveActivity, { params: { activityId: id }, body: to, version: 1 });
    expect(await weekOf(mentor, atHome.mentor())).toEqual([]);
    expect(await weekOf(mentor, atHome.mentor(), '2026-09-21')).toMatchObject([{ id }]);
    await lead.call(cancelActivity, { params: { activityId: id }, body: { reason: '取消' }, version: 2 });
    expect(await weekOf(mentor, atHome.mentor(), '2026-09-21')).toEqual([]);
  });

  it('shows accepted observations to both, each from their side, and goes with a lesson that moves', async () => {
    const ofLesson = await agreed({ lessonId: them.lesson.id, startsAt: null });
    const other = await agreed({ lessonId: null, startsAt: '2026-09-17T02:00:00Z' });
    const [mine, hers] = [await weekOf(mentor, atHome.mentor()), await weekOf(mentee, atHome.mentee())];
    expect(mine).toMatchObject([
      { kind: 'observation', id: ofLesson, sort: 'hears', lessonId: them.lesson.id, with: them.mentee.name },
      { id: other, sort: 'hears', title: '分数', startsAt: '2026-09-17T02:00:00+00:00', endsAt: null, lessonId: null },
    ]);
    expect(mine[0]?.endsAt).not.toBeNull();
    expect(hers).toMatchObject([{ sort: 'is-heard', with: them.mentor.name }, { sort: 'is-heard' }]);
    await house.sql(
      `UPDATE lesson SET starts_at = starts_at + interval '1 day', ends_at = ends_at + interval '1 day' WHERE id = $1`,
      [them.lesson.id],
    );
    const moved = (await weekOf(mentor, atHome.mentor())).find(({ id }) => id === ofLesson);
    expect(moved?.startsAt).toBe('2026-09-17T01:50:00+00:00');
    await house.sql(`UPDATE lesson SET state = 'cancelled' WHERE id = $1`, [them.lesson.id]);
    expect((await weekOf(mentor, atHome.mentor())).map(({ id }) => id)).toEqual([other]);
  });

  it('shows nobody the meetings of others, nor what waits, nor one’s own in the week of another school', async () => {
    await meets(them.mentor);
    await agreed({ lessonId: null, startsAt: '2026-09-17T02:00:00Z' });
    const colleague = await house.as(await aPerson(house, them.town.hangzhou.id, 'teacher'));
    const all = [colleague, await house.as(them.town.hangzhou.coordinator), await house.as(them.town.administrator)];
    for (const client of all) expect(await weekOf(client, atHome.mentor())).toEqual([]);
    expect(await weekOf(mentor, atHome.mentee())).toEqual([]);
    await mentee.call(askObservation, {
      params: { requestId: randomUUID() as ObservationRequestId },
      body: {
        ...{ pairingId: them.pairing.pairingId, direction: 'mentor-hears', note: null, lessonId: null },
        ...{ startsAt: '2026-09-18T02:00:00Z', topic: '未答复' },
      },
    });
    expect(await weekOf(mentor, atHome.mentor())).toHaveLength(2);
  });
});
