import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import * as contracts from '@qinglan/contracts';
import type { CallOf } from '@qinglan/contracts';
import type { LessonId, OpenLessonId } from '@qinglan/domain';
import {
  aHouse,
  aLesson,
  anOpenLesson,
  aPairing,
  aPerson,
  aStudio,
  aTown,
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
let one: Person;
let two: Person;
let pairing: PairingMade;
beforeAll(async () => {
  house = await aHouse({ now: '2026-09-16T02:00:00Z' });
});
beforeEach(async () => {
  house.clock.moveTo('2026-09-16T02:00:00Z');
  town = await aTown(house);
  lead = await aPerson(house, town.hangzhou.id, 'mentor');
  one = await aPerson(house, town.foreign.id, 'teacher');
  two = await aPerson(house, town.aksu.id, 'teacher');
  pairing = await aPairing(house, {
    mentor: await aPerson(house, town.hangzhou.id, 'mentor'),
    mentee: town.aksu.teachers[0],
    studioId: await aStudio(house, town.aksu.id, lead.id),
  });
});
afterAll(() => house.close());

type Body = NonNullable<CallOf<typeof contracts.saveOpenLesson>['body']>;
const onDay = (day = '2026-09-16'): Body['held'] => ({ on: 'day', onDay: day, topic: '一元二次方程' });
const panelOf = (...people: readonly Person[]) => people.map(({ id }) => id);
interface Arranging {
  readonly held?: Body['held'];
  readonly panel?: readonly Person[];
  readonly openLessonId?: string;
  readonly version?: number;
}
const isOneOfTheTwo = ({ id }: Person) => id === pairing.mentor.id || id === pairing.mentee.id;
const arranges = async (who: Person, given: Arranging = {}) => {
  const {
    held = onDay(),
    panel = isOneOfTheTwo(who) ? [] : [one, two],
    openLessonId = randomUUID(),
    version = 0,
  } = given;
  const params = { pairingId: pairing.pairingId, openLessonId };
  const client = await house.as(who);
  return client.call(contracts.saveOpenLesson, { params, version, body: { held, panel: panelOf(...panel) } });
};
const reads = async (who: Person, openLessonId: OpenLessonId) =>
  (await house.as(who)).call(contracts.readOpenLesson, { params: { openLessonId } });
const marks = async (who: Person, openLessonId: OpenLessonId, mark: number) =>
  (await house.as(who)).call(contracts.markOpenLesson, {
    params: { openLessonId },
    body: { mark, word: '环节清楚' },
  });
const closes = async (who: Person, openLessonId: OpenLessonId, version = 1) =>
  (await house.as(who)).call(contracts.closePanel, { params: { openLessonId }, version });
const credits = () =>
  house.sql<{ source_key: string; title: string }>('SELECT * FROM credit WHERE pairing_id = $1', [pairing.pairingId]);

describe('an open lesson', () => {
  it('is arranged by the two or those who keep the pairing, with its panel', async () => {
    const { openLessons } = (await arranges(lead)).body;
    expect(openLessons).toMatchObject([
      {
        topic: '一元二次方程',
        onDay: '2026-09-16',
        isHeld: true,
        panel: [{ hasMarked: false, mark: null, counts: true }, {}],
      },
    ]);
    expect((await arranges(town.aksu.coordinator)).status).toBe(200);
    expect((await arranges(pairing.mentor)).status).toBe(200);
    expect((await arranges(town.viewer)).status).toBe(403);
    expect((await arranges(town.foreign.coordinator)).status).toBe(404);
  });

  it('is proposed by the two without a panel, which those who judge them name', async () => {
    const openLessonId = randomUUID() as OpenLessonId;
    for (const who of [pairing.mentee, pairing.mentor])
      expect(problemOf(await arranges(who, { openLessonId, panel: [one, two] }))).toBe('403 forbidden');
    expect((await arranges(pairing.mentee, { openLessonId })).body.openLessons).toMatchObject([{ panel: [] }]);
    const seated = await arranges(lead, { openLessonId, version: 1 });
    expect(seated.body.openLessons[0]?.panel).toHaveLength(2);
    const three = await aPerson(house, town.hangzhou.id, 'teacher');
    const swapped = await arranges(pairing.mentee, { openLessonId, version: 2, panel: [one, three] });
    expect(problemOf(swapped)).toBe('403 forbidden');
    const moved = await arranges(pairing.mentee, { openLessonId, version: 2, held: onDay('2026-09-30') });
    expect(moved.body.openLessons).toMatchObject([{ onDay: '2026-09-30', panel: [{}, {}] }]);
    expect((await arranges(pairing.mentee, { openLessonId, version: 3, panel: [two, one] })).status).toBe(200);
    await house.sql('UPDATE studio SET lead_id = $2 WHERE id = $1', [pairing.studioId, pairing.mentor.id]);
    expect(problemOf(await arranges(pairing.mentor, { panel: [one, two] }))).toBe('403 forbidden');
  });

  it('sent twice as new is there once; changed later it names its version', async () => {
    const openLessonId = randomUUID();
    const twice = await Promise.all([1, 2].map(() => arranges(pairing.mentee, { openLessonId })));
    expect(twice.map(({ status }) => status)).toEqual([200, 200]);
    const moved = await arranges(pairing.mentor, { openLessonId, version: 1, held: onDay('2026-09-30') });
    expect(moved.body.openLessons).toMatchObject([{ onDay: '2026-09-30', isHeld: false, version: 2 }]);
    expect(problemOf(await arranges(pairing.mentor, { openLessonId, version: 1 }))).toBe('412 stale');
    expect(problemOf(await arranges(pairing.mentor, { version: 3 }))).toBe('404 not-found');
  });

  it('stands on a lesson of the timetable that the mentee gives, once', async () => {
    const lesson = await aLesson(house, town);
    const held = { on: 'lesson' as const, lessonId: lesson.id };
    const { openLessons } = (await arranges(pairing.mentee, { held })).body;
    expect(openLessons).toMatchObject([{ lessonId: lesson.id, isHeld: false }]);
    expect(problemOf(await arranges(pairing.mentee, { held }))).toBe('409 open-lesson-exists');
  });

  it.each<[string, () => Promise<Arranging>]>([
    ['409 panel-too-small', async () => ({ panel: [one] })],
    ['409 panel-too-small', async () => ({ panel: [one, pairing.mentor] })],
    ['422 panel-own', async () => ({ panel: [one, two, pairing.mentee] })],
    ['422 day-outside-pairing', async () => ({ held: onDay('2026-07-31') })],
    ['422 open-lesson-foreign', async () => ({ held: { on: 'lesson', lessonId: randomUUID() as LessonId } })],
    ['400 invalid-input', async () => ({ panel: [one, two, { ...one, id: randomUUID() as Person['id'] }] })],
  ])('is refused with %s', async (problem, wrong) => {
    expect(problemOf(await arranges(lead, await wrong()))).toBe(problem);
  });

  it('of somebody else’s lesson is none of hers', async () => {
    const lesson = await aLesson(house, town);
    const other = await aPairing(house, { mentor: pairing.mentor, mentee: town.aksu.teachers[1] });
    const call = {
      params: { pairingId: other.pairingId, openLessonId: randomUUID() },
      ...{ version: 0, body: { held: { on: 'lesson' as const, lessonId: lesson.id }, panel: [] } },
    };
    const answer = await (await house.as(pairing.mentor)).call(contracts.saveOpenLesson, call);
    expect(problemOf(answer)).toBe('422 open-lesson-foreign');
  });
});

describe('a panel', () => {
  it('marks, each for herself, and sees no other mark before it is closed', async () => {
    const id = await anOpenLesson(house, pairing, { panel: [one, two, pairing.mentor] });
    const own = (await marks(one, id, 58)).body;
    expect(own.panel.filter(({ hasMarked }) => hasMarked)).toMatchObject([{ mark: 58, word: '环节清楚' }]);
    await marks(one, id, 60);
    await marks(pairing.mentor, id, 100);
    const seenBy = async (who: Person) =>
      (await reads(who, id)).body.panel.flatMap(({ mark }) => (mark === null ? [] : [mark])).toSorted((a, b) => a - b);
    expect(await seenBy(two)).toEqual([]);
    expect(await seenBy(pairing.mentee)).toEqual([]);
    expect(await seenBy(pairing.mentor)).toEqual([100]);
    expect(await seenBy(lead)).toEqual([60, 100]);
    expect((await reads(two, id)).body.panel.filter(({ hasMarked }) => hasMarked)).toHaveLength(2);
  });

  it('is listed for its members, those that wait first asked for', async () => {
    const open = await anOpenLesson(house, pairing, { panel: [one, two] });
    const panels = async (who: Person) =>
      (await (await house.as(who)).call(contracts.listPanels, { query: { open: 'true' } })).body.items;
    expect(await panels(one)).toMatchObject([{ id: open, mayMark: true, mayClose: false }]);
    expect(await panels(pairing.mentee)).toEqual([]);
  });

  it.each([
    [[60, 60], true, 60],
    [[59, 60], false, 59.5],
  ] as const)('that gives %j passes: %s; the open lesson pays once either way', async (...[given, passes, mean]) => {
    const id = await anOpenLesson(house, pairing, { panel: [one, two, pairing.mentor] });
    await marks(one, id, given[0]);
    await marks(two, id, given[1]);
    await marks(pairing.mentor, id, 100);
    const closed = await closes(town.aksu.coordinator, id);
    expect(closed.body).toMatchObject({ isPassed: passes, mean, version: 2, mayMark: false });
    expect(closed.body.panel.every(({ mark }) => mark !== null)).toBe(true);
    expect(await credits()).toMatchObject([{ kind: 'open-lesson', source: 'open-lesson', source_key: id }]);
    expect((await reads(pairing.mentee, id)).body.panel.every(({ mark }) => mark !== null)).toBe(true);
  });

  it('is closed once of two who close it at the same time, and then takes no mark', async () => {
    const id = await anOpenLesson(house, pairing, { panel: [one, two] });
    await marks(one, id, 80);
    await marks(two, id, 70);
    const both = await Promise.all([closes(lead, id), closes(town.aksu.coordinator, id)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    expect(await credits()).toHaveLength(1);
    expect(problemOf(await marks(one, id, 90))).toBe('409 panel-closed');
    expect(problemOf(await closes(lead, id, 2))).toBe('409 panel-closed');
    const again = await arranges(pairing.mentee, { openLessonId: id, version: 2, held: onDay('2026-08-24') });
    expect(problemOf(again)).toBe('409 panel-closed');
  });

  it('is not closed by one of the two, not even as lead, and not by strangers', async () => {
    const own = await aPairing(house, {
      ...{ mentor: lead, mentee: pairing.mentee },
      studioId: await aStudio(house, town.aksu.id, lead.id),
    });
    const id = await anOpenLesson(house, own, { panel: [one, two] });
    await marks(one, id, 80);
    await marks(two, id, 70);
    for (const who of [lead, pairing.mentee, one, town.viewer, town.hangzhou.coordinator])
      expect(problemOf(await closes(who, id))).toBe('403 forbidden');
    expect(problemOf(await closes(town.foreign.coordinator, id))).toBe('404 not-found');
  });

  it('waits for two marks that are not the mentor’s, and for the lesson', async () => {
    const id = await anOpenLesson(house, pairing, { panel: [one, two, pairing.mentor] });
    await marks(one, id, 80);
    await marks(pairing.mentor, id, 80);
    expect((await closes(lead, id)).problem).toMatchObject({ status: 409, detail: '1/2' });
    const tomorrow = await anOpenLesson(house, pairing, { panel: [one, two], onDay: '2026-09-17' });
    expect(problemOf(await marks(one, tomorrow, 80))).toBe('409 open-lesson-not-held');
    expect(problemOf(await closes(lead, tomorrow))).toBe('409 open-lesson-not-held');
    house.clock.moveTo('2026-09-17T00:00:00Z');
    expect((await marks(one, tomorrow, 80)).status).toBe(200);
  });

  it('keeps whoever has marked, and lets others be replaced', async () => {
    const id = await anOpenLesson(house, pairing, { panel: [one, two], onDay: '2026-09-16' });
    await marks(one, id, 80);
    const three = await aPerson(house, town.hangzhou.id, 'teacher');
    const swap = (panel: readonly Person[], version: number) => arranges(lead, { openLessonId: id, panel, version });
    expect(problemOf(await swap([two, three], 1))).toBe('409 panel-marked');
    const { openLessons } = (await swap([one, three], 1)).body;
    expect(openLessons[0]?.panel.map(({ person }) => person.id).toSorted()).toEqual(panelOf(one, three).toSorted());
    expect(openLessons[0]?.panel.filter(({ hasMarked }) => hasMarked)).toHaveLength(1);
  });

  it('takes whole marks from 0 to 100 with a word, from its members alone', async () => {
    const id = await anOpenLesson(house, pairing, { panel: [one, two] });
    for (const mark of [-1, 101, 59.5]) expect((await marks(one, id, mark)).status).toBe(400);
    const call = { params: { openLessonId: id }, body: { mark: 80, word: ' ' } };
    expect((await (await house.as(one)).call(contracts.markOpenLesson, call)).status).toBe(400);
    for (const who of [lead, pairing.mentor, town.administrator])
      expect(problemOf(await marks(who, id, 80))).toBe('403 forbidden');
    expect(problemOf(await marks(town.foreign.coordinator, id, 80))).toBe('404 not-found');
  });

  it('counts on the lesson itself, so that nothing else counts it again', async () => {
    const lesson = await aLesson(house, town);
    const openLessonId = randomUUID() as OpenLessonId;
    await arranges(lead, { openLessonId, held: { on: 'lesson', lessonId: lesson.id } });
    expect(problemOf(await marks(one, openLessonId, 80))).toBe('409 open-lesson-not-held');
    await house.sql(`UPDATE lesson SET state = 'ended' WHERE id = $1`, [lesson.id]);
    await marks(one, openLessonId, 80);
    await marks(two, openLessonId, 70);
    await closes(lead, openLessonId);
    expect(await credits()).toMatchObject([{ source_key: lesson.id }]);
  });
});

const openFile = (client: Client) => client.call(contracts.readGrowth, { params: { pairingId: pairing.pairingId } });

it('an open lesson that passed opens its lines of the gate, with the evidence', async () => {
  const id = await anOpenLesson(house, pairing, { panel: [one, two] });
  await marks(one, id, 80);
  await marks(two, id, 70);
  await closes(lead, id);
  const { gate } = (await openFile(await house.as(pairing.mentee))).body;
  const lines = gate.filter(({ requirement }) => ['panel', 'open-lesson'].includes(requirement));
  expect(lines.map(({ isMet, evidence }) => [isMet, evidence[0]?.of, evidence[0]?.id])).toEqual([
    [true, 'open-lesson', id],
    [true, 'open-lesson', id],
  ]);
});
