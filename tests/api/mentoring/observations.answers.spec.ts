import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { listObservableLessons, listPairingObservations } from '@qinglan/contracts';
import { asId } from '@qinglan/domain';
import {
  aHouse,
  aMentoredLesson,
  answersObservation,
  aRemark,
  aSubmitted,
  Client,
  creditsOf,
  type House,
  kindOf,
  type Mentored,
  opens,
  readsObservation,
  rewritten,
  sends,
  sendsHeading,
  submitsObservation,
  textsIn,
} from '../../support';

let house: House;
let them: Mentored;
let mentor: Client;
let mentee: Client;
beforeAll(async () => {
  house = await aHouse({ now: '2026-09-16T01:52:00Z' });
});
beforeEach(async () => {
  house.clock.moveTo('2026-09-16T01:52:00Z');
  them = await aMentoredLesson(house);
  mentor = await house.as(them.mentor);
  mentee = await house.as(them.mentee);
});
afterAll(() => house.close());

const credits = () => creditsOf(house, them.pairing);

describe('a submitted observation', () => {
  it('needs something in it, is submitted by who heard, once', async () => {
    const { id } = (await opens(mentor, them)).body;
    expect(kindOf(await submitsObservation(mentor, id))).toBe('nothing-noted');
    await sends(mentor, id, aRemark('导入自然'));
    expect(kindOf(await submitsObservation(mentee, id))).toBe('not-found');
    expect(kindOf(await submitsObservation(mentor, id, 9))).toBe('stale');
    const [a, b] = await Promise.all([submitsObservation(mentor, id), submitsObservation(mentor, id)]);
    expect([a, b].map(kindOf).toSorted()).toEqual([null, 'stale']);
    expect(kindOf(await submitsObservation(mentor, id, 2))).toBe('already-submitted');
    expect(kindOf(await submitsObservation(mentee, id, 2))).toBe('forbidden');
  });

  it('is a contact of the two and pays nothing yet', async () => {
    await aSubmitted(mentor, them);
    const [{ day } = { day: null }] = await house.sql<{ day: string }>(
      'SELECT last_contact_on::text AS day FROM pairing WHERE id = $1',
      [them.pairing.pairingId],
    );
    expect(day).toBe('2026-09-16');
    expect(await credits()).toEqual([]);
  });

  it('keeps what comes late beside the original, and never refuses it', async () => {
    const { id } = (await opens(mentor, them)).body;
    const remark = aRemark('提问偏多');
    await sends(mentor, id, remark);
    await submitsObservation(mentor, id);
    house.clock.moveTo('2026-09-17T01:00:00Z');
    const late = [rewritten(remark, '提问偏多，追问不够'), aRemark('板书清楚')];
    await sends(mentor, id, ...late);
    await sends(mentor, id, ...late);
    const heading = {
      changeId: asId<never>(randomUUID()),
      field: 'classSize' as const,
      value: 41,
      at: '2026-09-16T02:00:00Z',
    };
    await sendsHeading(mentor, id, heading);
    const { body } = await readsObservation(mentee, id);
    expect(textsIn(body.entries)).toEqual(['提问偏多']);
    expect(body.classSize).toBeNull();
    expect(body.amendments).toMatchObject([
      {
        text: '提问偏多，追问不够',
        basedOn: remark.changeId,
        by: { name: them.mentor.name },
        receivedAt: '2026-09-17T01:00:00Z',
      },
      { text: '板书清楚', basedOn: null, field: null },
      { text: '41', field: 'classSize' },
    ]);
  });

  it('takes amendments of either after it is locked, and changes nothing of the original', async () => {
    const id = await aSubmitted(mentor, them, '导入自然');
    await answersObservation(mentee, id, { countersigns: true });
    const before = (await readsObservation(mentor, id)).body;
    await sends(mentee, id, aRemark('已按建议改了板书'));
    await sends(mentor, id, aRemark('下周再听'));
    const after = (await readsObservation(mentor, id)).body;
    expect(after.entries).toEqual(before.entries);
    expect(after.amendments.map(({ by, text }) => [by.name, text])).toEqual([
      [them.mentee.name, '已按建议改了板书'],
      [them.mentor.name, '下周再听'],
    ]);
    const history = await house.sql<{ act: string }>('SELECT act FROM history WHERE subject_id = $1 ORDER BY id', [id]);
    expect(history.map(({ act }) => act)).toEqual([
      'observation.opened',
      'observation.submitted',
      'observation.answered',
      'observation.amended',
      'observation.amended',
    ]);
  });
});

describe('the one who was heard', () => {
  it('countersigns, which locks it and counts once for the lesson', async () => {
    const id = await aSubmitted(mentor, them);
    const { body } = await answersObservation(mentee, id, { countersigns: true, reply: '谢谢，下节课试试' });
    expect(body).toMatchObject({
      state: 'locked',
      reply: '谢谢，下节课试试',
      countersignedAt: '2026-09-16T01:52:00Z',
      mayCountersign: false,
      mayReply: false,
      mayAmend: true,
    });
    expect(await credits()).toEqual([
      { kind: 'mentor-hears', source: 'observation', source_key: them.lesson.id, on_day: '2026-09-16' },
    ]);
  });

  it('counts once however many countersign at once', async () => {
    const id = await aSubmitted(mentor, them);
    const all = await Promise.all([1, 2, 3, 4].map(() => answersObservation(mentee, id, { countersigns: true })));
    expect(all.map(kindOf).toSorted()).toEqual([null, 'stale', 'stale', 'stale']);
    expect(await credits()).toHaveLength(1);
    expect(kindOf(await answersObservation(mentee, id, { countersigns: true, version: 3 }))).toBe(
      'already-countersigned',
    );
  });

  it('may reply alone, which locks it and pays nothing, and countersign afterwards', async () => {
    const id = await aSubmitted(mentor, them);
    expect((await answersObservation(mentee, id, { reply: '第二点我有不同看法' })).body).toMatchObject({
      state: 'locked',
      countersignedAt: null,
      mayCountersign: true,
      mayReply: false,
    });
    expect(await credits()).toEqual([]);
    expect(kindOf(await answersObservation(mentee, id, { reply: '再说一句', version: 3 }))).toBe('nothing-said');
    const { body } = await answersObservation(mentee, id, { countersigns: true, version: 3 });
    expect(body).toMatchObject({ reply: '第二点我有不同看法', countersignedAt: '2026-09-16T01:52:00Z' });
    expect(await credits()).toHaveLength(1);
  });

  it('is the only one to answer, and says something', async () => {
    const id = await aSubmitted(mentor, them);
    expect(kindOf(await answersObservation(mentor, id, { countersigns: true }))).toBe('forbidden');
    expect(kindOf(await answersObservation(await house.as(them.lead), id, { countersigns: true }))).toBe('forbidden');
    expect(kindOf(await answersObservation(mentee, id, {}))).toBe('nothing-said');
    expect(kindOf(await answersObservation(mentee, id, { countersigns: true, version: 1 }))).toBe('stale');
  });
});

describe('reading', () => {
  const shares = (mentorShares: boolean, menteeShares: boolean) =>
    house.sql('UPDATE pairing SET mentor_shares = $2, mentee_shares = $3 WHERE id = $1', [
      ...[them.pairing.pairingId, mentorShares, menteeShares],
    ]);

  it('is for the two and the studio’s lead; everybody else finds nothing', async () => {
    const id = await aSubmitted(mentor, them);
    expect((await readsObservation(mentee, id)).body.part).toBe('observed');
    expect((await readsObservation(await house.as(them.lead), id)).body.part).toBe('lead');
    const { administrator, viewer, hangzhou, aksu } = them.town;
    for (const person of [administrator, viewer, hangzhou.coordinator, aksu.coordinator, aksu.teachers[1]]) {
      const client = await house.as(person);
      expect(kindOf(await readsObservation(client, id))).toBe('not-found');
      expect(kindOf(await sends(client, id, aRemark('路过')))).toBe('not-found');
      const ofPairing = { params: { pairingId: them.pairing.pairingId } };
      expect(kindOf(await client.call(listPairingObservations, ofPairing))).toBe('not-found');
      expect(
        kindOf(await client.call(listObservableLessons, { ...ofPairing, query: { direction: 'mentor-hears' } })),
      ).toBe('not-found');
    }
  });

  it('is opened to the coordinator of the mentee’s school only when both agreed, and closed again', async () => {
    const id = await aSubmitted(mentor, them);
    const coordinator = await house.as(them.town.aksu.coordinator);
    for (const mentorAgrees of [true, false]) {
      await shares(mentorAgrees, !mentorAgrees);
      expect(kindOf(await readsObservation(coordinator, id))).toBe('not-found');
    }
    await shares(true, true);
    expect((await readsObservation(coordinator, id)).body.part).toBe('coordinator');
    expect(kindOf(await readsObservation(await house.as(them.town.hangzhou.coordinator), id))).toBe('not-found');
    await shares(true, false);
    expect(kindOf(await readsObservation(coordinator, id))).toBe('not-found');
  });

  it('by staff is listed for the two to see, each time, and their own is not', async () => {
    const id = await aSubmitted(mentor, them);
    const lead = await house.as(them.lead);
    await readsObservation(lead, id);
    house.clock.pass({ minutes: 5 });
    await readsObservation(lead, id);
    await readsObservation(mentee, id);
    const readings = [
      { person: them.lead.name, part: 'lead', at: '2026-09-16T01:57:00Z' },
      { person: them.lead.name, part: 'lead', at: '2026-09-16T01:52:00Z' },
    ];
    expect((await readsObservation(mentor, id)).body.readings).toEqual(readings);
    expect((await readsObservation(mentee, id)).body.readings).toEqual(readings);
    expect((await readsObservation(lead, id)).body.readings).toEqual([]);
  });

  it('does not let staff write', async () => {
    const id = await aSubmitted(mentor, them);
    expect(kindOf(await sends(await house.as(them.lead), id, aRemark('我也说一句')))).toBe('forbidden');
  });
});
