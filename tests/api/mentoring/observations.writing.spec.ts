import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sendObservationChanges } from '@qinglan/contracts';
import { asId, type ObservationId } from '@qinglan/domain';
import {
  aHouse,
  aMentoredLesson,
  aRemark,
  Client,
  type House,
  kindOf,
  type Mentored,
  opens,
  readsObservation,
  rewritten,
  sends,
  sendsHeading,
  textsIn,
} from '../../support';

let house: House;
let them: Mentored;
let mentor: Client;
beforeAll(async () => {
  house = await aHouse({ now: '2026-09-16T01:52:00Z' });
});
beforeEach(async () => {
  house.clock.moveTo('2026-09-16T01:52:00Z');
  them = await aMentoredLesson(house);
  mentor = await house.as(them.mentor);
});
afterAll(() => house.close());

const params = (observationId: ObservationId) => ({ params: { observationId } });

describe('what devices write', () => {
  it('stands once and in the order of the lesson, however often and in whatever order it comes', async () => {
    const { id } = (await opens(mentor, them)).body;
    const minutes = Array.from({ length: 45 }, (_, minute) =>
      aRemark(`第${String(minute)}分钟`, {
        at: `2026-09-16T0${minute < 10 ? 1 : 2}:${String((50 + minute) % 60).padStart(2, '0')}:00Z`,
      }),
    );
    await sends(mentor, id, ...minutes.slice(20));
    await sends(mentor, id, ...minutes.toReversed());
    const [first, second] = await Promise.all([sends(mentor, id, ...minutes), sends(mentor, id, ...minutes)]);
    expect(textsIn(first.body.entries)).toEqual(minutes.map(({ text }) => text));
    expect(second.body.entries).toEqual(first.body.entries);
    expect(second.body.revision).toBe(45);
  });

  it('keeps both texts where two devices rewrote one remark while they heard nothing of each other', async () => {
    const { id } = (await opens(mentor, them)).body;
    const remark = aRemark('提问偏多');
    await sends(mentor, id, remark);
    const [phone, laptop] = [rewritten(remark, '提问偏多，追问不够'), rewritten(remark, '提问偏多，等待太短')];
    const later = rewritten(laptop, '提问偏多，等待只有两秒');
    await Promise.all([sends(mentor, id, phone), sends(mentor, id, laptop, later)]);
    const { entries } = (await readsObservation(mentor, id)).body;
    expect(textsIn(entries).toSorted()).toEqual([phone.text, later.text].toSorted());
    expect(entries.every(({ isBeside }) => isBeside)).toBe(true);
  });

  it('keeps the view, the tags and the kind of a remark, and takes it away when it is taken away', async () => {
    const { id } = (await opens(mentor, them)).body;
    const advice = aRemark('留白', { kind: 'advice', view: 'teaching.asking', tags: ['提问', '板书'] });
    expect((await sends(mentor, id, advice)).body.entries).toMatchObject([
      { kind: 'advice', view: 'teaching.asking', tags: ['提问', '板书'], isBeside: false },
    ]);
    expect((await sends(mentor, id, rewritten(advice, '', { isRemoved: true }))).body.entries).toEqual([]);
  });

  it('above the remarks is not held by a clock that is ahead', async () => {
    const { id } = (await opens(mentor, them)).body;
    const write = (value: string, at: string) =>
      sendsHeading(mentor, id, { changeId: asId(randomUUID()), field: 'topic', value, at });
    expect((await write('钟快了', '2036-01-01T00:00:00Z')).body.topic).toBe('钟快了');
    house.clock.pass({ minutes: 5 });
    expect((await write('改正', '2026-09-16T01:57:00Z')).body.topic).toBe('改正');
  });

  it('above the remarks is what was written last by the clock', async () => {
    const { id } = (await opens(mentor, them)).body;
    const write = (value: string, at: string) => ({
      changeId: asId<never>(randomUUID()),
      field: 'topic' as const,
      value,
      at,
    });
    await sendsHeading(mentor, id, write('自由落体（二）', '2026-09-16T02:10:00Z'));
    await sendsHeading(mentor, id, write('自由落体', '2026-09-16T02:00:00Z'));
    const size = {
      changeId: asId<never>(randomUUID()),
      field: 'classSize' as const,
      value: 38,
      at: '2026-09-16T02:00:00Z',
    };
    const { body } = await sendsHeading(mentor, id, size);
    expect(body).toMatchObject({ topic: '自由落体（二）', classSize: 38, rating: null, lessonType: null });
  });

  it.each([
    ['an unknown view', { view: 'no.such' }],
    ['no text', { text: '  ' }],
    ['an hour that is none', { at: '2026-09-16T25:00:00Z' }],
    ['no kind we know', { kind: 'score' as never }],
    ['too much', { text: '听'.repeat(4001) }],
  ])('is refused with %s', async (_, wish) => {
    const { id } = (await opens(mentor, them)).body;
    expect(kindOf(await sends(mentor, id, aRemark('好', wish)))).toBe('invalid-input');
  });

  it('has an end somewhere', async () => {
    const { id } = (await opens(mentor, them)).body;
    await house.sql(
      `INSERT INTO observation_change (observation_id, change_id, by_id, received_at, is_amendment, at, entry_id, kind, text)
       SELECT $1, gen_random_uuid(), $2, now(), false, now(), gen_random_uuid(), 'note', '.' FROM generate_series(1, 10000)`,
      [id, them.mentor.id],
    );
    expect(kindOf(await sends(mentor, id, aRemark('一条也多')))).toBe('too-large');
  });
});

describe('the database', () => {
  it.each([
    ['observation_two_people', 'observed_id = observer_id'],
    ['observation_submitted', `state = 'submitted'`],
    ['observation_locked', `state = 'locked', submitted_at = now()`],
    ['observation_countersigned', 'countersigned_at = now()'],
    ['observation_discarded', `discarded_at = now(), submitted_at = now(), state = 'submitted'`],
    ['observation_state_known', `state = 'lost'`],
    ['observation_direction_known', `direction = 'nobody-hears'`],
    ['observation_mode_known', `mode = 'dream'`],
  ])('holds %s', async (constraint, change) => {
    const { id } = (await opens(mentor, them)).body;
    await expect(house.sql(`UPDATE observation SET ${change} WHERE id = $1`, [id])).rejects.toThrow(constraint);
  });

  it('knows a change once', async () => {
    const { id } = (await opens(mentor, them)).body;
    const remark = aRemark('一次');
    const sent = { ...params(id), body: { entries: [remark, { ...remark, text: '两次' }], heading: [] } };
    expect(textsIn((await mentor.call(sendObservationChanges, sent)).body.entries)).toEqual(['一次']);
  });
});
