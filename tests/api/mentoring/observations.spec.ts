import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  answerObservation,
  discardObservation,
  listHeardOnDay,
  listObservable,
  listObservableLessons,
  listObservations,
  listPairingObservations,
  logVisit,
  openObservation,
  problemName,
  readObservation,
  sendObservationChanges,
  submitObservation,
} from '@qinglan/contracts';
import { asId, type ObservationId, type PairingId } from '@qinglan/domain';
import {
  aHouse,
  aMentoredLesson,
  aPairing,
  aPerson,
  aRemark,
  type Client,
  type House,
  type Mentored,
  ofSubject,
  opens,
  rewritten,
  sends,
  sendsHeading,
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

const problemOf = (answer: { readonly problem: { readonly type: string } | null }) =>
  answer.problem ? problemName(answer.problem) : 'none';
const textsIn = (entries: readonly { readonly text: string }[]) => entries.map(({ text }) => text);
const params = (observationId: ObservationId) => ({ params: { observationId } });

const reads = (client: Client, observationId: ObservationId) => client.call(readObservation, params(observationId));
const submits = (client: Client, observationId: ObservationId, version = 1) =>
  client.call(submitObservation, { ...params(observationId), version });
const answers = (
  client: Client,
  observationId: ObservationId,
  given: { reply?: string; countersigns?: boolean; version?: number },
) =>
  client.call(answerObservation, {
    ...params(observationId),
    body: { reply: given.reply ?? null, countersigns: given.countersigns ?? false },
    version: given.version ?? 2,
  });

/** Heard, noted and submitted. */
async function submitted(...texts: string[]): Promise<ObservationId> {
  const { id } = (await opens(mentor, them)).body;
  const remarks = (texts.length > 0 ? texts : ['导入自然']).map((text) => aRemark(text));
  await sends(mentor, id, ...remarks);
  await submits(mentor, id);
  return id;
}
const credits = () =>
  house.sql<{ kind: string; source: string; source_key: string; on_day: string }>(
    `SELECT kind, source, source_key, on_day::text FROM credit WHERE pairing_id = $1 AND withdrawn_at IS NULL`,
    [them.pairing.pairingId],
  );

describe('an observation', () => {
  it('is opened from a lesson with everything known filled in', async () => {
    const { body } = await opens(mentor, them);
    expect(body).toMatchObject({
      state: 'open',
      part: 'observer',
      direction: 'mentor-hears',
      onDay: '2026-09-16',
      startsAt: '2026-09-16T01:50:00Z',
      endsAt: '2026-09-16T02:30:00Z',
      school: them.town.aksu.name,
      class: them.town.aksu.classes[0].name,
      subject: '物理',
      observer: { name: them.mentor.name },
      observed: { name: them.mentee.name },
      entries: [],
      mayWrite: true,
      now: '2026-09-16T01:52:00Z',
    });
  });

  it('is one for a lesson and a direction, whichever device opens it, twice or at once', async () => {
    const first = await opens(mentor, them);
    const again = await opens(mentor, them);
    expect(again.body.id).toBe(first.body.id);
    them = await aMentoredLesson(house);
    const client = await house.as(them.mentor);
    const racing = await Promise.all([opens(client, them), opens(client, them), opens(client, them)]);
    expect(new Set(racing.map(({ body }) => body.id)).size).toBe(1);
    expect(await house.sql('SELECT 1 FROM observation WHERE pairing_id = $1', [them.pairing.pairingId])).toHaveLength(
      1,
    );
  });

  it('keeps its id to itself', async () => {
    const { id } = (await opens(mentor, them)).body;
    const { pairingId } = them.pairing;
    const body = { of: 'class' as const, pairingId, direction: 'mentor-hears' as const, mode: 'on-site' as const };
    const typed = { onDay: '2026-09-16', topic: '浮力', subject: null, class: null };
    const other = await mentor.call(openObservation, { ...params(id), body: { ...body, ...typed } });
    expect(problemOf(other)).toBe('id-taken');
  });

  it('is opened by the one who hears, in a pairing that runs, of a lesson the other gives', async () => {
    expect(problemOf(await opens(mentee, them))).toBe('forbidden');
    expect(problemOf(await opens(await house.as(them.lead), them))).toBe('not-found');
    expect(problemOf(await opens(mentee, them, 'mentee-hears'))).toBe('not-their-lesson');
    const ended = await aPairing(house, { ...them, fromDay: '2025-08-01', toDay: '2026-07-31', state: 'completed' });
    expect(problemOf(await opens(mentor, { ...them, pairing: ended }))).toBe('pairing-not-running');
    const off = await aMentoredLesson(house, { state: 'cancelled' });
    expect(problemOf(await opens(await house.as(off.mentor), off))).toBe('not-their-lesson');
    house.clock.moveTo('2026-09-15T15:59:00Z');
    expect(problemOf(await opens(mentor, them))).toBe('in-the-future');
    house.clock.moveTo('2026-09-15T16:00:00Z');
    expect(problemOf(await opens(mentor, them))).toBe('none');
  });

  it('is not opened by who presents the lesson, who cannot hear the local teacher in it', async () => {
    const { pairingId, studioId } = await aPairing(house, { mentor: them.lesson.presenter, mentee: them.mentee });
    const presenter = { ...them, pairing: { ...them.pairing, pairingId, studioId } };
    const client = await house.as(them.lesson.presenter);
    expect(problemOf(await opens(client, presenter))).toBe('not-their-lesson');
    const lessons = (who: Client, direction: 'mentor-hears' | 'mentee-hears') =>
      who.call(listObservableLessons, { params: { pairingId }, query: { direction } });
    expect((await lessons(client, 'mentor-hears')).body.items).toEqual([]);
    expect((await lessons(client, 'mentee-hears')).body.items).toHaveLength(1);
    const { items } = (await client.call(listObservable, { query: { lessonId: them.lesson.id } })).body;
    expect(items.flatMap(({ directions }) => directions.map((way) => way.direction))).toEqual(['mentee-hears']);
    expect(problemOf(await opens(mentee, presenter, 'mentee-hears'))).toBe('none');
  });

  it.each(['missed', 'interrupted'])(
    'is opened of a lesson that was %s: it may have been held by other means',
    async (state) => {
      const odd = await aMentoredLesson(house, { state });
      expect(problemOf(await opens(await house.as(odd.mentor), odd))).toBe('none');
    },
  );

  it('of an ordinary class needs no lesson of the timetable', async () => {
    const { pairingId } = them.pairing;
    const heard = { pairingId, direction: 'mentor-hears' as const, mode: 'on-site' as const };
    const typed = { onDay: '2026-09-15', topic: '浮力', subject: '物理', class: '高一(2)班' };
    const { body } = await mentor.call(openObservation, {
      ...params(asId(randomUUID())),
      body: { of: 'class', ...heard, ...typed },
    });
    expect(body).toMatchObject({ ...typed, school: them.town.aksu.name, startsAt: null, lessonId: null });
  });

  it('of an ordinary class is of the subject that the other teaches, unless told otherwise', async () => {
    const { pairingId } = them.pairing;
    const subjects = async () =>
      (await mentor.call(listObservable, { query: {} })).body.items.map(({ subject }) => subject);
    expect(await subjects()).toEqual(['高中数学']);
    await ofSubject(house, them.mentee, '化学');
    expect(await subjects()).toEqual(['化学']);
    const heard = { pairingId, direction: 'mentor-hears' as const, mode: 'on-site' as const };
    const typed = { of: 'class' as const, onDay: '2026-09-15', topic: '酸碱', class: null };
    for (const [subject, shown] of [
      [null, '化学'],
      ['科学', '科学'],
    ] as const) {
      const body = { ...heard, ...typed, subject };
      const opened = await mentor.call(openObservation, { ...params(asId(randomUUID())), body });
      expect(opened.body.subject).toBe(shown);
    }
  });

  it('is nobody’s but the observer’s while it is open', async () => {
    const { id } = (await opens(mentor, them)).body;
    for (const person of [them.mentee, them.lead, them.town.administrator, them.town.aksu.coordinator])
      expect(problemOf(await reads(await house.as(person), id))).toBe('not-found');
    expect((await mentee.call(listObservable, { query: { lessonId: them.lesson.id } })).body.items).toMatchObject([
      { directions: [{ isObserver: false, observationId: null }] },
    ]);
    const lessons = { params: { pairingId: them.pairing.pairingId }, query: { direction: 'mentor-hears' as const } };
    expect((await mentee.call(listObservableLessons, lessons)).body.items).toMatchObject([{ observationId: null }]);
    expect((await mentor.call(listObservableLessons, lessons)).body.items).toMatchObject([{ observationId: id }]);
  });
});

describe('an observation begun on the wrong lesson', () => {
  const discards = (client: Client, id: ObservationId, reason = '') =>
    client.call(discardObservation, { ...params(id), body: { reason }, version: 1 });

  it('is discarded by its observer, who may begin anew; nothing is deleted, and nobody else knew', async () => {
    const { id } = (await opens(mentor, them)).body;
    expect(problemOf(await discards(mentee, id))).toBe('not-found');
    expect((await discards(mentor, id)).body).toMatchObject({ mayWrite: false, maySubmit: false });
    expect(problemOf(await discards(mentor, id))).toBe('stale');
    expect(problemOf(await submits(mentor, id, 2))).toBe('already-discarded');
    expect((await mentor.call(listObservations, { query: { box: 'open' } })).body.items).toEqual([]);
    const ways = (await mentor.call(listObservable, { query: { lessonId: them.lesson.id } })).body.items;
    expect(ways).toMatchObject([{ directions: [{ observationId: null }] }]);
    const anew = (await opens(mentor, them)).body;
    expect(anew).toMatchObject({ state: 'open', mayWrite: true });
    expect(anew.id).not.toBe(id);
    const kept = await house.sql('SELECT act FROM history WHERE subject_id = $1 ORDER BY id', [id]);
    expect(kept).toEqual([{ act: 'observation.opened' }, { act: 'observation.discarded' }]);
  });

  it('needs a reason once remarks stand in it, keeps what comes late, and is over once submitted', async () => {
    const { id } = (await opens(mentor, them)).body;
    await sends(mentor, id, aRemark('导入自然'));
    expect(problemOf(await discards(mentor, id))).toBe('reason-missing');
    const both = await Promise.all([discards(mentor, id, '记错了课'), submits(mentor, id)]);
    expect(both.map(problemOf).toSorted()).toEqual(['none', 'stale']);
    expect(problemOf(await sends(mentor, id, aRemark('晚到的一条')))).toBe('none');
    const done = await submitted();
    const late = { ...params(done), body: { reason: '记错了课' }, version: 2 };
    expect(problemOf(await mentor.call(discardObservation, late))).toBe('already-submitted');
  });
});

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
    const { entries } = (await reads(mentor, id)).body;
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
    expect(problemOf(await sends(mentor, id, aRemark('好', wish)))).toBe('invalid-input');
  });

  it('has an end somewhere', async () => {
    const { id } = (await opens(mentor, them)).body;
    await house.sql(
      `INSERT INTO observation_change (observation_id, change_id, by_id, received_at, is_amendment, at, entry_id, kind, text)
       SELECT $1, gen_random_uuid(), $2, now(), false, now(), gen_random_uuid(), 'note', '.' FROM generate_series(1, 10000)`,
      [id, them.mentor.id],
    );
    expect(problemOf(await sends(mentor, id, aRemark('一条也多')))).toBe('too-large');
  });
});

describe('a submitted observation', () => {
  it('needs something in it, is submitted by who heard, once', async () => {
    const { id } = (await opens(mentor, them)).body;
    expect(problemOf(await submits(mentor, id))).toBe('nothing-noted');
    await sends(mentor, id, aRemark('导入自然'));
    expect(problemOf(await submits(mentee, id))).toBe('not-found');
    expect(problemOf(await submits(mentor, id, 9))).toBe('stale');
    const [a, b] = await Promise.all([submits(mentor, id), submits(mentor, id)]);
    expect([a, b].map(problemOf).toSorted()).toEqual(['none', 'stale']);
    expect(problemOf(await submits(mentor, id, 2))).toBe('already-submitted');
    expect(problemOf(await submits(mentee, id, 2))).toBe('forbidden');
  });

  it('is a contact of the two and pays nothing yet', async () => {
    await submitted();
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
    await submits(mentor, id);
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
    const { body } = await reads(mentee, id);
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
    const id = await submitted('导入自然');
    await answers(mentee, id, { countersigns: true });
    const before = (await reads(mentor, id)).body;
    await sends(mentee, id, aRemark('已按建议改了板书'));
    await sends(mentor, id, aRemark('下周再听'));
    const after = (await reads(mentor, id)).body;
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
    const id = await submitted();
    const { body } = await answers(mentee, id, { countersigns: true, reply: '谢谢，下节课试试' });
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
    const id = await submitted();
    const all = await Promise.all([1, 2, 3, 4].map(() => answers(mentee, id, { countersigns: true })));
    expect(all.map(problemOf).toSorted()).toEqual(['none', 'stale', 'stale', 'stale']);
    expect(await credits()).toHaveLength(1);
    expect(problemOf(await answers(mentee, id, { countersigns: true, version: 3 }))).toBe('already-countersigned');
  });

  it('may reply alone, which locks it and pays nothing, and countersign afterwards', async () => {
    const id = await submitted();
    expect((await answers(mentee, id, { reply: '第二点我有不同看法' })).body).toMatchObject({
      state: 'locked',
      countersignedAt: null,
      mayCountersign: true,
      mayReply: false,
    });
    expect(await credits()).toEqual([]);
    expect(problemOf(await answers(mentee, id, { reply: '再说一句', version: 3 }))).toBe('nothing-said');
    const { body } = await answers(mentee, id, { countersigns: true, version: 3 });
    expect(body).toMatchObject({ reply: '第二点我有不同看法', countersignedAt: '2026-09-16T01:52:00Z' });
    expect(await credits()).toHaveLength(1);
  });

  it('is the only one to answer, and says something', async () => {
    const id = await submitted();
    expect(problemOf(await answers(mentor, id, { countersigns: true }))).toBe('forbidden');
    expect(problemOf(await answers(await house.as(them.lead), id, { countersigns: true }))).toBe('forbidden');
    expect(problemOf(await answers(mentee, id, {}))).toBe('nothing-said');
    expect(problemOf(await answers(mentee, id, { countersigns: true, version: 1 }))).toBe('stale');
  });
});

describe('reading', () => {
  const shares = (mentorShares: boolean, menteeShares: boolean) =>
    house.sql('UPDATE pairing SET mentor_shares = $2, mentee_shares = $3 WHERE id = $1', [
      ...[them.pairing.pairingId, mentorShares, menteeShares],
    ]);

  it('is for the two and the studio’s lead; everybody else finds nothing', async () => {
    const id = await submitted();
    expect((await reads(mentee, id)).body.part).toBe('observed');
    expect((await reads(await house.as(them.lead), id)).body.part).toBe('lead');
    const { administrator, viewer, hangzhou, aksu } = them.town;
    for (const person of [administrator, viewer, hangzhou.coordinator, aksu.coordinator, aksu.teachers[1]]) {
      const client = await house.as(person);
      expect(problemOf(await reads(client, id))).toBe('not-found');
      expect(problemOf(await sends(client, id, aRemark('路过')))).toBe('not-found');
      const ofPairing = { params: { pairingId: them.pairing.pairingId } };
      expect(problemOf(await client.call(listPairingObservations, ofPairing))).toBe('not-found');
      expect(
        problemOf(await client.call(listObservableLessons, { ...ofPairing, query: { direction: 'mentor-hears' } })),
      ).toBe('not-found');
    }
  });

  it('is opened to the coordinator of the mentee’s school only when both agreed, and closed again', async () => {
    const id = await submitted();
    const coordinator = await house.as(them.town.aksu.coordinator);
    for (const mentorAgrees of [true, false]) {
      await shares(mentorAgrees, !mentorAgrees);
      expect(problemOf(await reads(coordinator, id))).toBe('not-found');
    }
    await shares(true, true);
    expect((await reads(coordinator, id)).body.part).toBe('coordinator');
    expect(problemOf(await reads(await house.as(them.town.hangzhou.coordinator), id))).toBe('not-found');
    await shares(true, false);
    expect(problemOf(await reads(coordinator, id))).toBe('not-found');
  });

  it('by staff is listed for the two to see, each time, and their own is not', async () => {
    const id = await submitted();
    const lead = await house.as(them.lead);
    await reads(lead, id);
    house.clock.pass({ minutes: 5 });
    await reads(lead, id);
    await reads(mentee, id);
    const readings = [
      { person: them.lead.name, part: 'lead', at: '2026-09-16T01:57:00Z' },
      { person: them.lead.name, part: 'lead', at: '2026-09-16T01:52:00Z' },
    ];
    expect((await reads(mentor, id)).body.readings).toEqual(readings);
    expect((await reads(mentee, id)).body.readings).toEqual(readings);
    expect((await reads(lead, id)).body.readings).toEqual([]);
  });

  it('does not let staff write', async () => {
    const id = await submitted();
    expect(problemOf(await sends(await house.as(them.lead), id, aRemark('我也说一句')))).toBe('forbidden');
  });
});

describe('a visit', () => {
  const visit = (wish: object = {}) => ({
    pairingId: them.pairing.pairingId,
    direction: 'mentor-hears' as const,
    mode: 'on-site' as const,
    onDay: null,
    topic: '浮力复习',
    subject: null,
    class: null,
    highlight: '实验做得细',
    advice: null,
    ...wish,
  });
  const logs = (client: Client, body: ReturnType<typeof visit>, id = randomUUID()) =>
    client.call(logVisit, { ...params(asId(id)), body });

  it('is logged in one go, today unless told, and waits for the countersignature', async () => {
    const id = randomUUID();
    const { body } = await logs(mentor, visit(), id);
    expect(body).toMatchObject({ state: 'submitted', onDay: '2026-09-16', topic: '浮力复习' });
    expect(textsIn(body.entries)).toEqual(['实验做得细']);
    expect((await logs(mentor, visit(), id)).body).toEqual(body);
    expect(problemOf(await logs(mentor, visit({ highlight: '另一句' }), id))).toBe('id-taken');
    expect((await mentee.call(listObservations, { query: { box: 'to-sign' } })).body.items).toMatchObject([{ id }]);
    await answers(mentee, body.id, { countersigns: true });
    expect(await credits()).toMatchObject([{ source_key: id, on_day: '2026-09-16' }]);
  });

  it('does not answer for an observation that is open under its id', async () => {
    const { pairingId } = them.pairing;
    const id = randomUUID();
    const heard = { of: 'class' as const, pairingId, direction: 'mentor-hears' as const, mode: 'on-site' as const };
    const typed = { onDay: '2026-09-16', topic: '浮力复习', subject: null, class: null };
    await mentor.call(openObservation, { ...params(asId(id)), body: { ...heard, ...typed } });
    expect(problemOf(await logs(mentor, visit(), id))).toBe('id-taken');
    const other = { ...heard, ...typed, class: '高一(2)班' };
    expect(problemOf(await mentor.call(openObservation, { ...params(asId(id)), body: other }))).toBe('id-taken');
  });

  it('of a lesson is that lesson’s observation: it pays once, and stands beside no other', async () => {
    const { body } = await logs(mentor, visit({ lessonId: them.lesson.id, onDay: '2026-09-01' }));
    expect(body).toMatchObject({
      lessonId: them.lesson.id,
      onDay: '2026-09-16',
      startsAt: '2026-09-16T01:50:00Z',
      class: them.town.aksu.classes[0].name,
      topic: '浮力复习',
    });
    expect((await opens(mentor, them)).body.id).toBe(body.id);
    expect(problemOf(await logs(mentor, visit({ lessonId: them.lesson.id })))).toBe('already-noted');
    await answers(mentee, body.id, { countersigns: true });
    expect(await credits()).toMatchObject([{ source_key: them.lesson.id }]);
  });

  it('of a lesson sent by two devices at once is one, and the other hears of it', async () => {
    const both = await Promise.all([1, 2].map(() => logs(mentor, visit({ lessonId: them.lesson.id }))));
    expect(both.map(problemOf).toSorted()).toEqual(['already-noted', 'none']);
  });

  it('without a lesson stays possible on a day on which a lesson was heard, which is told before', async () => {
    const onDay = async (client: Client, day = '2026-09-16') =>
      (
        await client.call(listHeardOnDay, {
          params: { pairingId: them.pairing.pairingId },
          query: { direction: 'mentor-hears', onDay: day },
        })
      ).body.items;
    expect(await onDay(mentor)).toEqual([]);
    const { id } = (await opens(mentor, them)).body;
    const known = [{ title: '物理', observationId: id, lessonId: them.lesson.id }];
    expect([await onDay(mentor), await onDay(mentee), await onDay(mentor, '2026-09-15')]).toEqual([known, [], []]);
    const visited = (await logs(mentor, visit())).body;
    expect(await onDay(mentee)).toEqual([{ title: '浮力复习', observationId: visited.id, lessonId: null }]);
    await answers(mentee, visited.id, { countersigns: true });
    await house.sql(
      `INSERT INTO credit (pairing_id, kind, on_day, source, source_key, title, at)
       VALUES ($1, 'mentor-hears', '2026-09-15', 'lesson', gen_random_uuid(), '物理 · 自由落体', now())`,
      [them.pairing.pairingId],
    );
    expect(await onDay(mentor, '2026-09-15')).toMatchObject([{ title: '物理 · 自由落体', observationId: null }]);
    expect(await onDay(mentor)).toHaveLength(2);
  });

  it('needs no line at all, and is not of tomorrow', async () => {
    expect((await logs(mentor, visit({ highlight: null }))).body.entries).toEqual([]);
    expect(problemOf(await logs(mentor, visit({ onDay: '2026-09-17' })))).toBe('in-the-future');
    expect(problemOf(await logs(mentee, visit()))).toBe('forbidden');
  });
});

describe('the lists', () => {
  const box = async (client: Client, name: 'open' | 'waiting' | 'to-sign' | 'done') =>
    (await client.call(listObservations, { query: { box: name } })).body.items.map(({ id }) => id);

  it('hold what is being written, what waits, what is to be signed, and what is done', async () => {
    const { id } = (await opens(mentor, them)).body;
    expect([await box(mentor, 'open'), await box(mentee, 'open')]).toEqual([[id], []]);
    await sends(mentor, id, aRemark('导入自然'));
    await submits(mentor, id);
    expect([await box(mentor, 'waiting'), await box(mentee, 'to-sign')]).toEqual([[id], [id]]);
    expect([await box(mentor, 'to-sign'), await box(mentee, 'waiting'), await box(mentor, 'open')]).toEqual([
      [],
      [],
      [],
    ]);
    await answers(mentee, id, { countersigns: true });
    expect([await box(mentor, 'done'), await box(mentee, 'done'), await box(mentor, 'waiting')]).toEqual([
      [id],
      [id],
      [],
    ]);
  });

  it('go on page by page, newest first, in a pairing too', async () => {
    const days = ['2026-09-01', '2026-09-02', '2026-09-03', '2026-09-04', '2026-09-05'];
    for (const onDay of days) {
      const { pairingId } = them.pairing;
      const body = { pairingId, direction: 'mentor-hears' as const, mode: 'on-site' as const, topic: onDay };
      const rest = { subject: null, class: null, highlight: null, advice: null };
      await mentor.call(logVisit, { ...params(asId(randomUUID())), body: { ...body, ...rest, onDay } });
    }
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const { body } = await mentor.call(listPairingObservations, {
        params: { pairingId: them.pairing.pairingId },
        query: { limit: 2, ...(after !== undefined && { after }) },
      });
      seen.push(...body.items.map(({ onDay }) => onDay));
      after = body.next ?? undefined;
    } while (after !== undefined);
    expect(seen).toEqual(days.toReversed());
    const { body } = await (
      await house.as(them.lead)
    ).call(listPairingObservations, {
      params: { pairingId: them.pairing.pairingId },
    });
    expect(body.items).toHaveLength(5);
  });

  it('say what can be heard: pairings, ways and lessons', async () => {
    const { pairingId } = them.pairing;
    expect((await mentor.call(listObservable)).body.items).toMatchObject([
      { pairingId, part: 'mentor', other: { name: them.mentee.name }, directions: [{}, {}] },
    ]);
    const ofLesson = { query: { lessonId: them.lesson.id } };
    expect((await mentor.call(listObservable, ofLesson)).body.items).toMatchObject([
      { pairingId, directions: [{ direction: 'mentor-hears', isObserver: true, observationId: null }] },
    ]);
    const { id } = (await opens(mentor, them)).body;
    expect((await mentor.call(listObservable, ofLesson)).body.items[0]?.directions).toEqual([
      { direction: 'mentor-hears', isObserver: true, observationId: id, state: 'open' },
    ]);
    const lessons = await mentor.call(listObservableLessons, {
      params: { pairingId },
      query: { direction: 'mentor-hears' },
    });
    expect(lessons.body.items).toMatchObject([{ id: them.lesson.id, observationId: id, school: them.town.aksu.name }]);
    const none = await mentor.call(listObservableLessons, {
      params: { pairingId },
      query: { direction: 'mentee-hears' },
    });
    expect(none.body.items).toEqual([]);
    const stranger = await house.as(await aPerson(house, them.town.foreign.id, 'mentor'));
    expect((await stranger.call(listObservable, ofLesson)).body.items).toEqual([]);
  });

  it('forget lessons of long ago and far ahead', async () => {
    const count = async () =>
      (
        await mentor.call(listObservableLessons, {
          params: { pairingId: them.pairing.pairingId },
          query: { direction: 'mentor-hears' },
        })
      ).body.items.length;
    house.clock.moveTo('2026-10-15T01:50:00Z');
    expect(await count()).toBe(1);
    house.clock.moveTo('2026-10-17T01:50:00Z');
    expect(await count()).toBe(0);
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

describe('a pairing past its last day', () => {
  it('is not offered for hearing, and nothing of another time is written into it', async () => {
    const { mentee: heard } = them;
    const guide = await aPerson(house, heard.schoolId, 'mentor');
    const past = await aPairing(house, { mentor: guide, mentee: heard, fromDay: '2015-09-01', toDay: '2016-07-31' });
    const today = await aPairing(house, { mentor: guide, mentee: heard });
    const client = await house.as(guide);
    const { items } = (await client.call(listObservable, {})).body;
    expect(items.map(({ pairingId }) => pairingId)).toEqual([today.pairingId]);
    const ordinary = { of: 'class' as const, onDay: '2026-09-15', topic: '函数', subject: null, class: null };
    const ofThese = { direction: 'mentor-hears' as const, mode: 'on-site' as const };
    const begins = ({ pairingId }: { pairingId: PairingId }) =>
      client.call(openObservation, {
        ...params(asId<ObservationId>(randomUUID())),
        body: { ...ordinary, ...ofThese, pairingId },
      });
    expect(problemOf(await begins(past))).toBe('pairing-not-running');
    expect(problemOf(await begins(today))).toBe('none');
  });
});
