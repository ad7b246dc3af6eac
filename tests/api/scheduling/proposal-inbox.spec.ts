import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { listProposals, readProposal, withdrawProposal } from '@qinglan/contracts';
import { ExpireProposals } from '@qinglan/api-scheduling';
import {
  actorsOf,
  aHouse,
  aPerson,
  aSingleLesson,
  aTown,
  type Client,
  type House,
  overlapsIn,
  proposesLesson,
  type SingleLesson,
  type Town,
} from '../../support';

describe('a proposal', () => {
  let house: House;
  let town: Town;
  let teacher: Client;
  let theirCoordinator: Client;
  let stranger: Client;

  beforeAll(async () => {
    house = await aHouse();
  });
  beforeEach(async () => {
    house.clock.moveTo('2026-08-25T02:00:00Z');
    town = await aTown(house);
    ({ teacher, theirCoordinator, stranger } = await actorsOf(house, town));
  });
  afterAll(() => house.close());

  const lesson = (wish: Partial<SingleLesson> = {}) => aSingleLesson([town.hangzhou, town.aksu], wish);
  const aSent = async (wish: Partial<SingleLesson> = {}) => (await proposesLesson(teacher, lesson(wish))).body;

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
