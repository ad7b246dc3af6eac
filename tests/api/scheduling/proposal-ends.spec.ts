import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ExpireProposals } from '@qinglan/api-scheduling';
import { answerProposal, readLessonHistory, readProposal, withdrawProposal } from '@qinglan/contracts';
import type { LessonId, ProposalId } from '@qinglan/domain';
import {
  actorsOf,
  aDraft,
  aHouse,
  aSingleLesson,
  aTown,
  Client,
  drafted,
  type House,
  kindOf,
  proposesLesson,
  proposesSeries,
  type SingleLesson,
  type Town,
} from '../../support';
import { answers, idsOf, liveHolds } from './proposal-parts';

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
      expect(await liveHolds(house, sent.id)).toBe(12);
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
      expect(await liveHolds(house, sent.id)).toBe(0);
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
      expect(await liveHolds(house, sent.id)).toBe(0);
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
});
