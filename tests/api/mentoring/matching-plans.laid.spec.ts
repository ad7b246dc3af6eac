import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readPairingHistory, saveMatchingPeople } from '@qinglan/contracts';
import { aHouse, aTown, type House, manyInRound, type Town } from '../../support';
import {
  aRound,
  aTornRound,
  asks,
  at,
  lays,
  offers,
  one,
  pairIn,
  planOf,
  rules,
  says,
  told,
  viewOf,
} from './matching.made';

let house: House;
let town: Town;
beforeAll(async () => {
  house = await aHouse({ now: '2026-09-14T02:00:00Z' });
  town = await aTown(house);
});
afterAll(() => house.close());

describe('a plan laid before the two', () => {
  it('is agreed when both said yes, at once or one after the other', async () => {
    const round = await aTornRound(house, town);
    await asks(round);
    expect((await lays(round)).body).toMatchObject({ state: 'consenting' });
    const [mentor, mentee] = [one(round.asMentor), one(round.asMentee, 1)];
    expect(await viewOf(mentor, round)).toMatchObject({
      waitsForMe: true,
      laid: [{ state: 'consenting', mayConsent: true, other: { id: one(round.mentees, 1).id, subject: '高中数学' } }],
    });
    const { pairingId } = one((await viewOf(mentor, round)).laid);
    const both = await Promise.all([says(mentor, round, { consents: true }), says(mentee, round, { consents: true })]);
    // Whoever came second read an older version, and says it again.
    for (const [at, client] of [mentor, mentee].entries()) {
      if (one(both, at).status === 412) expect((await says(client, round, { consents: true })).status).toBe(200);
    }
    expect(await viewOf(mentor, round)).toMatchObject({ waitsForMe: false, laid: [{ state: 'agreed' }] });
    const history = (await mentor.call(readPairingHistory, { params: { pairingId } })).body.items;
    expect(history.map(({ act }) => act)).toEqual(expect.arrayContaining(['pairing.consenting', 'pairing.agreed']));
    expect((await lays(round)).problem?.type).toBe('/problems/matching-nothing');
  });

  it('does not move when it is asked for again, and whoever declined is not asked again', async () => {
    const round = await aTornRound(house, town);
    await asks(round);
    await lays(round);
    await says(one(round.asMentor), round, { consents: true });
    await says(one(round.asMentor, 1), round, { consents: false, reason: '今年没有时间' });
    expect(await planOf(round.keeper, round)).toMatchObject({ isOutdated: true });
    const again = (await asks(round)).body;
    expect(told(round, again.optimal)).toEqual(['1-0']);
    expect(told(round, again.stable)).toEqual(['1-0']);
    expect(again).toMatchObject({
      isOutdated: false,
      rules: [{ kind: 'declined', reason: '今年没有时间', mentee: { id: one(round.mentees).id } }],
      optimal: {
        unplaced: {
          items: [
            {
              reasons: [
                { kind: 'declined', mentors: 1, wished: 0 },
                { kind: 'full', mentors: 1, wished: 1 },
              ],
            },
          ],
        },
      },
    });
    expect(one(again.optimal.pairs.items)).toMatchObject({ laid: { state: 'consenting' } });
    // What was laid is neither pinned elsewhere nor taken out of the round.
    const forbid = await rules(round, pairIn(round, 1, 0), { rule: 'forbid', reason: '换人' });
    expect(forbid.problem?.type).toBe('/problems/matching-laid');
    const out = await round.keeper.call(saveMatchingPeople, {
      ...at(round),
      body: { mentorIds: [], menteeIds: [], removeIds: [one(round.mentees, 1).id] },
      version: (await viewOf(round.keeper, round)).version,
    });
    expect(out.problem?.type).toBe('/problems/matching-laid');
  });

  it('keeps its place while one of the two says yes and the keeper asks again', async () => {
    const round = await aTornRound(house, town);
    await asks(round);
    await lays(round);
    const [word, asked] = await Promise.all([says(one(round.asMentor), round, { consents: true }), asks(round)]);
    expect([word.status, asked.status]).toEqual([200, 200]);
    expect(told(round, asked.body.optimal)).toEqual(['0-1', '1-0']);
    expect((await lays(round)).problem?.type).toBe('/problems/matching-nothing');
  });

  it('asks of a mentor no more than was offered, over several rounds of asking', async () => {
    const round = await aRound(house, town, { mentors: 2, mentees: 5 });
    for (const client of round.asMentor) await offers(client, round, { capacity: 4, hoursPerWeek: 4 });
    expect((await asks(round)).body.optimal.figures).toMatchObject({ placed: 4, unplaced: 1 });
    await lays(round, 'stable');
    const { mentors, optimal } = { mentors: round.mentors, optimal: (await asks(round)).body.optimal };
    for (const { id } of mentors) expect(optimal.pairs.items.filter(({ mentor }) => mentor.id === id)).toHaveLength(2);
    expect(optimal.pairs.items.every(({ laid }) => laid?.state === 'consenting')).toBe(true);
  });

  it('lists two hundred of what was ruled and says how much there is', async () => {
    const round = await aRound(house, town, { mentors: 1, mentees: 1 });
    await manyInRound(house, round.roundId, { schoolId: town.aksu.id, mentors: 15, mentees: 14 });
    await house.sql(
      `INSERT INTO matching_rule (round_id, mentee_id, mentor_id, kind, reason, by_id, at, by_keeper)
       SELECT e.round_id, e.person_id, m.person_id, 'forbid', '学科不同', $2, now(), true
       FROM matching_person e JOIN matching_person m ON m.round_id = e.round_id AND m.part = 'mentor'
       WHERE e.round_id = $1 AND e.part = 'mentee'`,
      [round.roundId, town.administrator.id],
    );
    const { body } = await asks(round);
    expect([body.rules.length, body.ruleCount]).toEqual([200, 15 * 16]);
    const school = await planOf(await house.as(town.hangzhou.coordinator), round);
    expect(school.ruleCount).toBeLessThan(15 * 16);
    expect(school.rules).toHaveLength(school.ruleCount);
  });
});
