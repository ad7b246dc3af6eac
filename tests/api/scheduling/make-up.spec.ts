import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  answerProposal,
  listLackingLessons,
  readIndicator,
  readLesson,
  readLessonHistory,
  withdrawProposal,
} from '@qinglan/contracts';
import { isMakingUp, type LessonId, lessonStates, type ProposalId } from '@qinglan/domain';
import { randomUUID } from 'node:crypto';
import {
  aCast,
  actorsOf,
  aHouse,
  aLesson,
  anAgreedLesson,
  anOrganisation,
  aPairing,
  aPartnership,
  aPerson,
  aSchool,
  aSingleLesson,
  aTown,
  type Client,
  type House,
  proposesLesson,
  type SingleLesson,
  type Town,
} from '../../support';

const kindOf = (answered: { readonly problem: { readonly type: string } | null }) =>
  answered.problem?.type.replace('/problems/', '') ?? null;

describe('a make-up lesson', () => {
  let house: House;
  let town: Town;
  let teacher: Client;
  let coordinator: Client;
  let theirCoordinator: Client;
  let stranger: Client;

  beforeAll(async () => {
    house = await aHouse();
  });
  beforeEach(async () => {
    house.clock.moveTo('2026-09-17T02:00:00Z');
    town = await aTown(house);
    ({ teacher, coordinator, theirCoordinator, stranger } = await actorsOf(house, town));
  });
  afterAll(() => house.close());

  const lost = async (state = 'missed') => (await aLesson(house, town, { state })).id;
  const makesUp = (client: Client, replacesLessonId: LessonId, wish: Partial<SingleLesson> = {}) =>
    proposesLesson(
      client,
      aSingleLesson([town.hangzhou, town.aksu], { startsAt: '2026-09-23T01:50:00Z', ...wish, replacesLessonId }),
    );
  const read = async (client: Client, lessonId: LessonId) =>
    (await client.call(readLesson, { params: { lessonId } })).body;
  const idOf = (sent: Awaited<ReturnType<typeof proposesLesson>>): LessonId => {
    const [lesson] = sent.body.items;
    if (!lesson) throw new Error(`not proposed: ${JSON.stringify(sent.problem)}`);
    return lesson.id;
  };

  it('is named by the lesson it replaces, and names it', async () => {
    const missed = await lost();
    expect(await read(teacher, missed)).toMatchObject({ mayMakeUp: true, replaces: null, replacedBy: null });
    const makeUp = idOf(await makesUp(teacher, missed, { kind: 'tutoring', subject: '物理' }));
    expect(await read(theirCoordinator, missed)).toMatchObject({
      mayMakeUp: false,
      replacedBy: { id: makeUp, startsAt: '2026-09-23T01:50:00+00:00', state: 'proposed', maySee: true },
    });
    expect(await read(theirCoordinator, makeUp)).toMatchObject({
      mayMakeUp: false,
      replaces: { id: missed, startsAt: '2026-09-16T01:50:00+00:00', state: 'missed', maySee: true },
      replacedBy: null,
    });
    const { items } = (await teacher.call(readLessonHistory, { params: { lessonId: missed } })).body;
    expect(items.at(-1)).toMatchObject({
      act: 'lesson.make-up-proposed',
      actor: town.hangzhou.teachers[0].name,
      detail: { makeUp: [{ lessonId: makeUp, startsAt: '2026-09-23T01:50:00Z' }] },
    });
  });

  it('is named by its proposal, which no other proposal does', async () => {
    const missed = await lost();
    const sent = await makesUp(teacher, missed);
    expect(sent.body.makesUp).toEqual({ id: missed, startsAt: '2026-09-16T01:50:00+00:00', subject: '物理' });
    const plain = aSingleLesson([town.hangzhou, town.aksu], { startsAt: '2026-09-22T01:50:00Z' });
    expect((await proposesLesson(teacher, plain)).body.makesUp).toBeNull();
  });

  it('is shown to the mentor of its teacher without the way to a lesson of somebody else', async () => {
    const missed = await lost();
    const [, stands] = town.aksu.teachers;
    const makeUp = idOf(await makesUp(coordinator, missed, { localTeacherId: stands.id }));
    const school = await anOrganisation(house);
    const mentor = await aPerson(house, school.id, 'mentor');
    await aPairing(house, { mentor, mentee: stands });
    const guide = await house.as(mentor);
    expect(await read(guide, makeUp)).toMatchObject({ replaces: { id: missed, state: 'missed', maySee: false } });
    expect((await guide.call(readLesson, { params: { lessonId: missed } })).status).toBe(404);
    await aPairing(house, { mentor, mentee: town.aksu.teachers[0] });
    const both = await house.as(mentor);
    expect(await read(both, makeUp)).toMatchObject({ replaces: { maySee: true } });
    expect(await read(both, missed)).toMatchObject({ replacedBy: { maySee: true } });
  });

  it('happens once, however often it is sent', async () => {
    const missed = await lost();
    const ids = { proposalId: randomUUID() as ProposalId, lessonId: randomUUID() as LessonId };
    const send = () => proposesLesson(teacher, lessonOf(missed), ids);
    expect((await send()).status).toBe(200);
    expect((await send()).status).toBe(200);
    const { items } = (await teacher.call(readLessonHistory, { params: { lessonId: missed } })).body;
    expect(items.filter(({ act }) => act === 'lesson.make-up-proposed')).toHaveLength(1);
  });
  const lessonOf = (replacesLessonId: LessonId) =>
    aSingleLesson([town.hangzhou, town.aksu], { startsAt: '2026-09-23T01:50:00Z', replacesLessonId });

  it('replaces what was missed, interrupted or called off, and nothing else', async () => {
    const startsAt = (nth: number) => `2026-09-2${String(nth + 1)}T01:50:00Z`;
    for (const [nth, state] of ['missed', 'interrupted', 'cancelled'].entries())
      expect(kindOf(await makesUp(teacher, await lost(state), { startsAt: startsAt(nth) }))).toBeNull();
    for (const state of ['confirmed', 'ended', 'verified', 'declined'])
      expect(kindOf(await makesUp(teacher, await lost(state), { startsAt: startsAt(3) }))).toBe('nothing-to-make-up');
  });

  it('is of the same partnership, and found by those who see what it replaces', async () => {
    const third = await aSchool(house, { bell: 'AK-SECONDARY', sideId: 'aksu' });
    await aPartnership(house, town.hangzhou, third);
    const elsewhere = aSingleLesson([town.hangzhou, third], { startsAt: '2026-09-23T01:50:00Z' });
    const missed = await lost();
    expect(kindOf(await proposesLesson(coordinator, { ...elsewhere, replacesLessonId: missed }))).toBe(
      'make-up-elsewhere',
    );
    const theirs = await house.as(third.coordinator);
    expect(kindOf(await proposesLesson(theirs, { ...elsewhere, replacesLessonId: missed }))).toBe('not-found');
    expect(kindOf(await makesUp(teacher, randomUUID() as LessonId))).toBe('not-found');
    expect(kindOf(await makesUp(stranger, missed))).toBe('not-found');
  });

  it('may be asked for by those who may propose the lesson', async () => {
    const missed = await lost();
    expect((await read(coordinator, missed)).mayMakeUp).toBe(true);
    const colleague = await house.as(town.hangzhou.teachers[1]);
    expect((await read(colleague, missed)).mayMakeUp).toBe(false);
  });

  it('comes to nothing, and then another one may come', async () => {
    const missed = await lost();
    const sent = await makesUp(teacher, missed);
    expect(kindOf(await makesUp(coordinator, missed, { startsAt: '2026-09-24T01:50:00Z' }))).toBe('made-up-already');
    const { id: proposalId, version } = sent.body;
    await teacher.call(withdrawProposal, { params: { proposalId }, version });
    expect(await read(teacher, missed)).toMatchObject({ mayMakeUp: true, replacedBy: null });
    const again = idOf(await makesUp(coordinator, missed, { startsAt: '2026-09-24T01:50:00Z' }));
    expect((await read(teacher, missed)).replacedBy?.id).toBe(again);
  });

  it('is one alone for the database as for the rule, whatever became of it', async () => {
    for (const state of lessonStates) {
      const [missed, first, second] = [await lost(), await lost(state), await lost('confirmed')];
      const replace = (by: LessonId) =>
        house.sql('UPDATE lesson SET replaces_lesson_id = $1 WHERE id = $2', [missed, by]).then(
          () => 'written',
          (error: unknown) => (error instanceof Error ? error.message : ''),
        );
      await replace(first);
      const said = await replace(second);
      expect([state, said.includes('lesson_made_up_once')]).toEqual([state, isMakingUp(state)]);
    }
  });

  it('has one winner where many race with other people, classes and rooms', async () => {
    const schools = [town.hangzhou, town.aksu] as const;
    for (let round = 0; round < 5; round += 1) {
      const missed = await lost();
      const days = ['21', '22', '23', '24', '28', '29', '30'];
      const replies = await Promise.all(
        days.flatMap((day) =>
          [0, 1].map((nth) =>
            makesUp(nth === 0 ? coordinator : theirCoordinator, missed, {
              ...aCast(schools, nth),
              startsAt: `2026-09-${day}T0${String(1 + (round % 2))}:${round % 2 === 0 ? '50' : '40'}:00Z`,
            }),
          ),
        ),
      );
      const won = replies.filter((reply) => reply.status === 200);
      expect(won).toHaveLength(1);
      const others = replies.filter((reply) => reply.status !== 200).map(kindOf);
      expect(others.every((kind) => kind === 'made-up-already' || kind === 'party-taken')).toBe(true);
      const [winner] = won;
      if (winner) {
        const { id: proposalId, version } = winner.body;
        const by = winner.body.fromSchool.id === town.hangzhou.id ? coordinator : theirCoordinator;
        await by.call(withdrawProposal, { params: { proposalId }, version });
      }
    }
  });

  it('proposed, the lesson lacks none on the board; declined, it lacks one again', async () => {
    const lacking = async () =>
      (await coordinator.call(listLackingLessons, { query: { month: '2026-09', limit: 50 } })).body.items.length;
    const missed = await lost();
    expect(await lacking()).toBe(1);
    const sent = await makesUp(teacher, missed);
    expect(await lacking()).toBe(0);
    const { id: proposalId, version } = sent.body;
    const decline = [{ lessonId: idOf(sent), reason: '当天有考试' }];
    await theirCoordinator.call(answerProposal, { params: { proposalId }, body: { accept: [], decline }, version });
    expect(await lacking()).toBe(1);
  });

  it('counts as made up once it was held', async () => {
    const administrator = await house.as(await aPerson(house, (await anOrganisation(house)).id, 'administrator'));
    const count = async () => {
      const query = { year: 2026 };
      const figure = await administrator.call(readIndicator, { params: { key: 'lessons-made-up' }, query });
      return figure.body.answer?.value ?? 0;
    };
    const before = await count();
    const makeUp = idOf(await makesUp(teacher, await lost()));
    // Figures of a year that runs end with today: the day of the make-up is over.
    house.clock.moveTo('2026-09-24T02:00:00Z');
    for (const state of ['confirmed', 'live', 'ended', 'verified']) {
      await house.sql('UPDATE lesson SET state = $1 WHERE id = $2', [state, makeUp]);
      const isHeld = state === 'ended' || state === 'verified';
      expect([state, await count()]).toEqual([state, before + (isHeld ? 1 : 0)]);
    }
  });

  it('leaves other lessons as they were', async () => {
    const agreed = await anAgreedLesson(house, town, { startsAt: '2026-09-23T01:50:00Z' });
    expect(await read(teacher, agreed.id)).toMatchObject({ mayMakeUp: false, replaces: null, replacedBy: null });
  });
});
