import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  answerProposal,
  listProposals,
  propose,
  readLessonHistory,
  readProposal,
  withdrawProposal,
} from '@qinglan/contracts';
import type { LessonId, ProposalId } from '@qinglan/domain';
import { ExpireProposals } from '@qinglan/api-scheduling';
import { randomUUID } from 'node:crypto';
import {
  actorsOf,
  aDraft,
  aHouse,
  aPerson,
  aSingleLesson,
  aTown,
  type Client,
  drafted,
  type House,
  overlapsIn,
  proposesLesson,
  proposesSeries,
  type SingleLesson,
  type Town,
} from '../../support';

const kindOf = (answered: { readonly problem: { readonly type: string } | null }) =>
  answered.problem?.type.replace('/problems/', '') ?? null;

describe('a proposal', () => {
  let house: House;
  let town: Town;
  let teacher: Client;
  let coordinator: Client;
  let theirCoordinator: Client;
  let theirTeacher: Client;
  let stranger: Client;

  beforeAll(async () => {
    house = await aHouse();
  });
  beforeEach(async () => {
    house.clock.moveTo('2026-08-25T02:00:00Z');
    town = await aTown(house);
    ({ teacher, coordinator, theirCoordinator, theirTeacher, stranger } = await actorsOf(house, town));
  });
  afterAll(() => house.close());

  const lesson = (wish: Partial<SingleLesson> = {}) => aSingleLesson([town.hangzhou, town.aksu], wish);
  const aSent = async (wish: Partial<SingleLesson> = {}) => (await proposesLesson(teacher, lesson(wish))).body;
  const answers = (
    client: Client,
    proposalId: ProposalId,
    given: { accept?: LessonId[]; reason?: string; version?: number; decline?: LessonId[] },
  ) =>
    client.call(answerProposal, {
      params: { proposalId },
      body: {
        accept: given.accept ?? [],
        decline: (given.decline ?? []).map((lessonId) => ({ lessonId, reason: given.reason ?? '' })),
      },
      version: given.version ?? 1,
    });
  const idsOf = (proposal: { readonly items: readonly { readonly id: LessonId }[] }) =>
    proposal.items.map((one) => one.id);
  const liveHolds = async (proposalId: string) =>
    (
      await house.sql<{ n: number }>(
        `SELECT count(*)::int AS n FROM hold h JOIN lesson l ON l.id = h.lesson_id
         WHERE l.proposal_id = $1 AND h.released_at IS NULL`,
        [proposalId],
      )
    )[0]?.n;

  it('of a single lesson lies in both bells and holds six parties', async () => {
    const sent = await aSent({ topic: '函数的概念' });
    expect(sent).toMatchObject({ status: 'open', seriesId: null, proposedBy: town.hangzhou.teachers[0].name });
    expect(sent.items[0]).toMatchObject({
      topic: '函数的概念',
      startsAt: '2026-09-16T01:50:00+00:00',
      endsAt: '2026-09-16T02:30:00+00:00',
      presentingPeriod: 3,
      receivingPeriod: 1,
      presentingShift: -10,
      receivingShift: 10,
    });
    expect(await liveHolds(sent.id)).toBe(6);
  });

  it('waits three working days of the school that is asked', async () => {
    // Tuesday 25 August: Wednesday, Thursday, Friday, until its end in Beijing.
    expect((await aSent()).expiresAt).toBe('2026-08-28T16:00:00+00:00');
    // Wednesday 30 September: the holiday lasts to 7 October; Thursday, Friday, and Saturday that makes up.
    house.clock.moveTo('2026-09-30T02:00:00Z');
    const later = await proposesLesson(teacher, lesson({ startsAt: '2026-10-14T02:00:00Z' }));
    expect(later.body.expiresAt).toBe('2026-10-10T16:00:00+00:00');
  });

  it('names party, rule, lesson in the way and free starts of the day', async () => {
    const first = await aSent();
    const again = await proposesLesson(coordinator, lesson({ localTeacherId: town.aksu.teachers[1].id }));
    expect(kindOf(again)).toBe('party-taken');
    const clashes = again.problem?.clashes ?? [];
    expect(clashes.map((clash) => clash.rule)).toEqual([
      'teacher-taken',
      'class-taken',
      'class-taken',
      'classroom-taken',
      'classroom-taken',
    ]);
    expect(clashes[0]?.inTheWay).toMatchObject({ lessonId: first.items[0]?.id, subject: '数学' });
    expect(clashes[0]?.moves.slice(0, 2).map((move) => move.startsAt)).toEqual(['10:40', '12:50']);
  });

  it('must lie in a clean window of both bells on a teaching day of both', async () => {
    const kind = async (wish: Partial<SingleLesson>) => kindOf(await proposesLesson(teacher, lesson(wish)));
    expect(await kind({ startsAt: '2026-09-16T01:30:00Z' })).toBe('outside-bell');
    expect(await kind({ startsAt: '2026-09-16T01:52:00Z' })).toBe('outside-bell');
    expect(await kind({ startsAt: '2026-10-07T02:00:00Z' })).toBe('day-closed');
    expect(await kind({ startsAt: '2026-09-19T01:50:00Z' })).toBe('day-closed');
    expect(await kind({ startsAt: '2026-08-24T01:50:00Z' })).toBe('in-the-past');
    expect(await kind({ startsAt: '2026-09-16T01:50:30Z' })).toBe('invalid-input');
    expect(await kind({ presentingClassroomId: town.foreign.classrooms[0].id })).toBe('party-foreign');
    await house.sql(`UPDATE partnership SET to_day = '2026-09-01' WHERE id = $1`, [town.partnershipId]);
    expect(await kind({})).toBe('partnership-ended');
    await house.sql('UPDATE partnership SET to_day = NULL, from_day = $2 WHERE id = $1', [
      town.partnershipId,
      '2027-01-01',
    ]);
    expect(await kind({})).toBe('not-partners');
    expect(kindOf(await proposesLesson(coordinator, aSingleLesson([town.hangzhou, town.foreign])))).toBe(
      'not-partners',
    );
  });

  it('of a meeting without classes may be at any time of any day', async () => {
    const meeting = { kind: 'training' as const, presentingClassId: null, receivingClassId: null };
    const evening = await proposesLesson(
      teacher,
      lesson({ ...meeting, startsAt: '2026-09-19T12:07:00Z', minutes: 60 }),
    );
    expect(evening.body.items[0]).toMatchObject({ presentingPeriod: null, receivingPeriod: null, presentingShift: 0 });
    const taken = await proposesLesson(teacher, lesson({ ...meeting, startsAt: '2026-09-19T12:30:00Z' }));
    expect(kindOf(taken)).toBe('party-taken');
    const touching = await proposesLesson(teacher, lesson({ ...meeting, startsAt: '2026-09-19T13:07:00Z' }));
    expect(touching.status).toBe(200);
    const midnight = await proposesLesson(
      teacher,
      lesson({ ...meeting, startsAt: '2026-09-19T15:30:00Z', minutes: 60 }),
    );
    expect(kindOf(midnight)).toBe('invalid-input');
  });

  it('may be made by either school: a teacher for her own lessons, a coordinator for any', async () => {
    const other = await house.as(town.hangzhou.teachers[1]);
    expect((await proposesLesson(other, lesson())).status).toBe(403);
    expect((await proposesLesson(stranger, lesson())).status).toBe(404);
    expect((await proposesLesson(await house.as(town.administrator), lesson())).status).toBe(403);
    const fromAksu = await proposesLesson(theirTeacher, lesson());
    expect(fromAksu.body).toMatchObject({ fromSchool: { id: town.aksu.id }, toSchool: { id: town.hangzhou.id } });
    expect(kindOf(await answers(theirCoordinator, fromAksu.body.id, { accept: idsOf(fromAksu.body) }))).toBe(
      'forbidden',
    );
    expect((await answers(coordinator, fromAksu.body.id, { accept: idsOf(fromAksu.body) })).status).toBe(200);
  });

  it('of a single lesson happens once when it is sent fifty times at once', async () => {
    const params = { proposalId: randomUUID() as ProposalId };
    const body = { of: 'lesson' as const, lessonId: randomUUID() as LessonId, lesson: lesson(), message: null };
    const replies = await Promise.all(Array.from({ length: 50 }, () => teacher.call(propose, { params, body })));
    expect(new Set(replies.map((reply) => reply.status))).toEqual(new Set([200]));
    expect(await house.sql('SELECT id FROM lesson WHERE proposal_id = $1', [params.proposalId])).toHaveLength(1);
    const [note] = await house.sql<{ n: number }>('SELECT count(*)::int AS n FROM history WHERE subject_id = $1', [
      body.lessonId,
    ]);
    expect(note?.n).toBe(1);
    const other = { ...body, lesson: lesson({ startsAt: '2026-09-17T01:50:00Z' }) };
    expect(kindOf(await teacher.call(propose, { params, body: other }))).toBe('id-taken');
    const sameLesson = { ...other, lesson: { ...other.lesson, startsAt: '2026-09-18T01:50:00Z' } };
    const anew = { proposalId: randomUUID() as ProposalId };
    expect(kindOf(await teacher.call(propose, { params: anew, body: sameLesson }))).toBe('id-taken');
  });

  describe('when it is answered', () => {
    it('takes a first answer for some and a later one for the rest', async () => {
      const draft = aDraft([town.hangzhou, town.aksu], { weeks: '3-5' });
      const sent = (await proposesSeries(teacher, await drafted(teacher, draft))).body;
      const [one, two, three] = idsOf(sent);
      const first = await answers(theirCoordinator, sent.id, { accept: one ? [one] : [] });
      expect(first.body).toMatchObject({
        status: 'open',
        version: 2,
        lessons: { confirmed: 1, proposed: 2 },
        mayAnswer: true,
      });
      const rest = { accept: two ? [two] : [], decline: three ? [three] : [], reason: '停电', version: 2 };
      const second = await answers(theirCoordinator, sent.id, rest);
      expect(second.body).toMatchObject({
        status: 'answered',
        lessons: { confirmed: 2, declined: 1 },
        mayAnswer: false,
      });
      expect(await liveHolds(sent.id)).toBe(12);
    });

    it('refuses a stale version, a second answer, a reason that is missing, and other lessons', async () => {
      const sent = await aSent();
      const ids = idsOf(sent);
      expect((await answers(theirCoordinator, sent.id, { accept: ids, version: 7 })).status).toBe(412);
      expect(kindOf(await answers(theirCoordinator, sent.id, { decline: ids, reason: '  ' }))).toBe('reason-missing');
      expect(kindOf(await answers(theirCoordinator, sent.id, {}))).toBe('invalid-input');
      expect(kindOf(await answers(theirCoordinator, sent.id, { accept: [...ids, ...ids] }))).toBe('invalid-input');
      expect(kindOf(await answers(theirCoordinator, sent.id, { accept: [randomUUID() as LessonId] }))).toBe(
        'invalid-input',
      );
      const unread = await theirCoordinator.call(answerProposal, {
        params: { proposalId: sent.id },
        body: { accept: ids, decline: [] },
      });
      expect(kindOf(unread)).toBe('version-missing');
      expect((await answers(theirCoordinator, sent.id, { accept: ids })).status).toBe(200);
      expect((await answers(theirCoordinator, sent.id, { accept: ids })).status).toBe(412);
      expect(kindOf(await answers(theirCoordinator, sent.id, { accept: ids, version: 2 }))).toBe('already-answered');
    });

    it('is answered by the coordinator of the asked school alone', async () => {
      const sent = await aSent();
      const given = { accept: idsOf(sent) };
      expect((await answers(stranger, sent.id, given)).status).toBe(404);
      expect((await answers(theirTeacher, sent.id, given)).status).toBe(403);
      expect((await answers(coordinator, sent.id, given)).status).toBe(403);
      expect((await answers(await house.as(town.administrator), sent.id, given)).status).toBe(403);
      expect((await answers(theirCoordinator, randomUUID() as ProposalId, given)).status).toBe(404);
    });

    it('takes one of many answers that come at once', async () => {
      const sent = await aSent();
      const replies = await Promise.all(
        Array.from({ length: 10 }, () => answers(theirCoordinator, sent.id, { accept: idsOf(sent) })),
      );
      const statuses = replies.map((reply) => reply.status).sort((a, b) => a - b);
      expect(statuses).toEqual([200, ...Array.from({ length: 9 }, () => 412)]);
    });
  });

  describe('when it is withdrawn', () => {
    const withdraws = (client: Client, proposalId: ProposalId, version = 1) =>
      client.call(withdrawProposal, { params: { proposalId }, version });

    it('frees its slots, closes, and lets the series be asked for again', async () => {
      const seriesId = await drafted(teacher, aDraft([town.hangzhou, town.aksu], { weeks: '3-6' }));
      const sent = (await proposesSeries(teacher, seriesId)).body;
      const taken = await withdraws(teacher, sent.id);
      expect(taken.body).toMatchObject({
        status: 'withdrawn',
        lessons: { withdrawn: 3 },
        mayWithdraw: false,
        version: 2,
      });
      expect(await liveHolds(sent.id)).toBe(0);
      expect((await proposesSeries(teacher, seriesId)).status).toBe(200);
      expect(kindOf(await withdraws(teacher, sent.id, 2))).toBe('proposal-closed');
      expect(kindOf(await answers(theirCoordinator, sent.id, { accept: idsOf(sent), version: 2 }))).toBe(
        'proposal-closed',
      );
    });

    it('keeps what was accepted, and may be done by its proposer and the own coordinator alone', async () => {
      const draft = aDraft([town.hangzhou, town.aksu], { weeks: '3-5' });
      const sent = (await proposesSeries(teacher, await drafted(teacher, draft))).body;
      const [one] = idsOf(sent);
      await answers(theirCoordinator, sent.id, { accept: one ? [one] : [] });
      expect((await withdraws(teacher, sent.id, 1)).status).toBe(412);
      expect((await withdraws(theirCoordinator, sent.id, 2)).status).toBe(403);
      expect((await withdraws(await house.as(town.hangzhou.teachers[1]), sent.id, 2)).status).toBe(403);
      expect((await withdraws(stranger, sent.id, 2)).status).toBe(404);
      const taken = await withdraws(coordinator, sent.id, 2);
      expect(taken.body).toMatchObject({ status: 'answered', lessons: { confirmed: 1, withdrawn: 2 } });
    });
  });

  describe('when its time is over', () => {
    const expires = () => house.app.get(ExpireProposals).execute();

    it('expires, frees its slots, and says so in the history without an actor', async () => {
      const sent = await aSent();
      expect(await expires()).toBe(0);
      house.clock.moveTo('2026-08-28T16:00:00Z');
      expect(await Promise.all([expires(), expires()]).then(([a, b]) => a + b)).toBe(await expiredCount());
      expect(await expires()).toBe(0);
      const read = (await teacher.call(readProposal, { params: { proposalId: sent.id } })).body;
      expect(read).toMatchObject({ status: 'expired', lessons: { expired: 1 }, version: 2, mayAnswer: false });
      expect(await liveHolds(sent.id)).toBe(0);
      const lessonId = sent.items[0]?.id ?? '';
      const history = await teacher.call(readLessonHistory, { params: { lessonId } });
      expect(history.body.items.at(-1)).toMatchObject({ act: 'lesson.expired', actor: null });
      expect((await proposesLesson(teacher, lesson())).status).toBe(200);
    });

    const expiredCount = async () =>
      (
        await house.sql<{ n: number }>(
          `SELECT count(DISTINCT proposal_id)::int AS n FROM lesson WHERE state = 'expired'`,
        )
      )[0]?.n;

    it('takes no answer and no withdrawal, even before it is swept', async () => {
      const sent = await aSent();
      house.clock.moveTo('2026-08-28T15:59:59Z');
      expect((await teacher.call(readProposal, { params: { proposalId: sent.id } })).body.status).toBe('open');
      house.clock.moveTo('2026-08-28T16:00:00Z');
      expect((await teacher.call(readProposal, { params: { proposalId: sent.id } })).body.status).toBe('expired');
      expect(kindOf(await answers(theirCoordinator, sent.id, { accept: idsOf(sent) }))).toBe('proposal-closed');
      const taken = await teacher.call(withdrawProposal, { params: { proposalId: sent.id }, version: 1 });
      expect(kindOf(taken)).toBe('proposal-closed');
    });
  });

  describe('in the inbox', () => {
    it('stands by what is due first, the open before the closed, page by page and school by school', async () => {
      const days = ['14', '15', '16', '17', '18'];
      const sent = [];
      for (const [at, day] of days.entries()) {
        house.clock.moveTo(`2026-08-${String(24 + at)}T02:00:00Z`);
        sent.push(await aSent({ startsAt: `2026-09-${day}T01:50:00Z` }));
      }
      const [first, second, third, fourth, fifth] = sent.map((one) => one.id);
      house.clock.moveTo('2026-08-28T03:00:00Z');
      await house.app.get(ExpireProposals).execute();
      if (third) await teacher.call(withdrawProposal, { params: { proposalId: third }, version: 1 });
      const seen: unknown[] = [];
      for (let after: string | undefined; ;) {
        const page: { items: { id: string }[]; next: string | null } = (
          await theirCoordinator.call(listProposals, { query: { limit: 2, box: 'in', after } })
        ).body;
        seen.push(...page.items.map((one) => one.id));
        if (page.next === null) break;
        after = page.next;
      }
      expect(seen).toEqual([second, fourth, fifth, third, first].filter((id) => id !== undefined));
      const open = await theirCoordinator.call(listProposals, { query: { box: 'in', open: 'true' } });
      expect(open.body.items.map((one) => one.id)).toEqual([second, fourth, fifth]);
      expect((await theirCoordinator.call(listProposals, { query: { box: 'out' } })).body.items).toEqual([]);
      expect((await teacher.call(listProposals, { query: { box: 'out' } })).body.items).toHaveLength(5);
      expect((await teacher.call(listProposals)).body.items).toHaveLength(5);
      expect((await stranger.call(listProposals)).body.items).toEqual([]);
      const all = await (await house.as(town.viewer)).call(listProposals, { query: { limit: 200 } });
      expect(all.body.items.map((one) => one.id)).toEqual(expect.arrayContaining([first, second]));
      expect((await teacher.call(listProposals, { query: { after: 'AAAA' } })).status).toBe(400);
    });

    it('is read by both schools and by those who see everything, not by others', async () => {
      const sent = await aSent();
      const params = { proposalId: sent.id };
      const mentor = await house.as(await aPerson(house, town.aksu.id, 'mentee'));
      expect((await mentor.call(readProposal, { params })).body).toMatchObject({
        mayAnswer: false,
        mayWithdraw: false,
      });
      expect((await theirCoordinator.call(readProposal, { params })).body.mayAnswer).toBe(true);
      expect((await (await house.as(town.viewer)).call(readProposal, { params })).status).toBe(200);
      expect((await stranger.call(readProposal, { params })).status).toBe(404);
      expect((await house.nobody().call(readProposal, { params })).status).toBe(401);
      expect(await overlapsIn(house)).toEqual([]);
    });
  });
});
