import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { askMatchingProposal, layMatching, ruleMatchingPair } from '@qinglan/contracts';
import { aHouse, aTown, type Client, type House, type Town } from '../../support';
import {
  aRound,
  asks,
  at,
  offers,
  one,
  pairIn,
  planOf,
  type Round,
  rules,
  told,
  viewOf,
  wishes,
} from './matching.made';

let house: House;
let town: Town;
beforeAll(async () => {
  house = await aHouse({ now: '2026-09-14T02:00:00Z' });
  town = await aTown(house);
});
afterAll(() => house.close());

/** Two mentors of Hangzhou with a place each and two mentees of Aksu, of whom the first is of the foreign school. */
async function aMixedRound(): Promise<Round> {
  const round = await aRound(house, town, { mentors: 2, mentees: 2 });
  for (const client of round.asMentor) await offers(client, round, { capacity: 1 });
  for (const client of round.asMentee) await wishes(client, round, round.mentors);
  return round;
}
const moved = (round: Round, mentee: number) =>
  house.sql('UPDATE person SET organisation_id = $2 WHERE id = $1', [one(round.mentees, mentee).id, town.foreign.id]);

describe('a coordinator of people in a round', () => {
  it('pins and forbids pairs of the own school and asks again, seeing who did it and not who wished what', async () => {
    const round = await aMixedRound();
    const coordinator = await house.as(town.aksu.coordinator);
    expect(await viewOf(coordinator, round)).toMatchObject({ mayKeep: false, mayRule: true, mayAsk: false });
    // The first plan ends the telling: a keeper asks for it.
    expect((await asks(round, coordinator)).status).toBe(403);
    expect(told(round, (await asks(round)).body.optimal)).toEqual(['0-0', '1-1']);
    expect(await viewOf(coordinator, round)).toMatchObject({ mayRule: true, mayAsk: true });
    const pinned = await rules(round, pairIn(round, 0, 1), { rule: 'pin', reason: '同教研组', by: coordinator });
    expect(pinned.body).toMatchObject({ plannedAt: null, mayAsk: true });
    const again = await asks(round, coordinator);
    expect(again.status).toBe(200);
    expect(told(round, again.body.optimal)).toEqual(['0-1', '1-0']);
    const { optimal } = again.body;
    expect(optimal.pairs.items.map(({ worth }) => worth)).toEqual([null, null]);
    // Both mentees wished for both mentors: that wishes spoke is said, whose and which is not.
    for (const { reasons } of optimal.pairs.items) {
      expect(reasons.map(({ kind }) => kind).filter((kind) => kind !== 'fixed')).toEqual(['subject', 'wishes']);
    }
    const name = town.aksu.coordinator.name;
    const pin = { kind: 'pin', reason: '同教研组', by: name, isByKeeper: false };
    expect(again.body.rules).toMatchObject([pin]);
    expect((await planOf(round.keeper, round)).rules).toMatchObject([pin]);
    // The other school's coordinator sees the same pair as the own one, and may set it free.
    const hangzhou = await house.as(town.hangzhou.coordinator);
    expect((await rules(round, pairIn(round, 0, 1), { rule: 'free', reason: '', by: hangzhou })).status).toBe(200);
    const forbid = { rule: 'forbid', reason: '路太远', by: hangzhou } as const;
    expect((await rules(round, pairIn(round, 0, 0), forbid)).status).toBe(200);
    expect(told(round, (await asks(round, hangzhou)).body.optimal)).toEqual(['0-1', '1-0']);
    // To lay the plan before people is the keepers' alone.
    const lay = { ...at(round), body: { plan: 'optimal' as const }, version: (await viewOf(hangzhou, round)).version };
    expect((await hangzhou.call(layMatching, lay)).status).toBe(403);
  });

  it('is told that wishes spoke for a pair only where they did', async () => {
    const round = await aRound(house, town, { mentors: 2, mentees: 2 });
    for (const client of round.asMentor) await offers(client, round, { capacity: 1 });
    // Both would like the first mentor; nobody wished for the second.
    for (const client of round.asMentee) await wishes(client, round, [one(round.mentors)]);
    await asks(round);
    const { optimal } = await planOf(await house.as(town.aksu.coordinator), round);
    const kinds = Object.fromEntries(
      optimal.pairs.items.map(({ mentor, reasons }) => [mentor.id, reasons.map(({ kind }) => kind)]),
    );
    expect(kinds[one(round.mentors).id]).toEqual(['subject', 'wishes']);
    expect(kinds[one(round.mentors, 1).id]).toEqual(['subject']);
  });

  it('does not touch pairs of others, nor what a keeper ruled', async () => {
    const round = await aMixedRound();
    await asks(round);
    await moved(round, 0);
    const aksu = await house.as(town.aksu.coordinator);
    const foreign = await house.as(town.foreign.coordinator);
    const pin = (by: Client) => ({ rule: 'pin' as const, reason: '同校', by });
    expect((await rules(round, pairIn(round, 0, 0), pin(aksu))).status).toBe(404);
    expect((await rules(round, pairIn(round, 1, 0), pin(foreign))).status).toBe(404);
    await rules(round, pairIn(round, 0, 0), { rule: 'forbid', reason: '另有安排' });
    expect((await rules(round, pairIn(round, 0, 0), { rule: 'free', reason: '', by: foreign })).status).toBe(403);
    expect((await rules(round, pairIn(round, 0, 0), pin(foreign))).status).toBe(403);
    expect((await rules(round, pairIn(round, 0, 1), pin(foreign))).status).toBe(200);
    // A keeper undoes what a coordinator ruled.
    expect((await rules(round, pairIn(round, 0, 1), { rule: 'free', reason: '' })).status).toBe(200);
    // Whoever only looks on, is in it, or is nobody there.
    expect((await rules(round, pairIn(round, 0, 0), pin(await house.as(town.viewer)))).status).toBe(403);
    expect((await rules(round, pairIn(round, 0, 0), pin(one(round.asMentee)))).status).toBe(403);
    expect((await rules(round, pairIn(round, 0, 0), pin(await house.as(town.aksu.teachers[0])))).status).toBe(404);
  });

  it('rules once of two who rule at the same moment', async () => {
    const round = await aMixedRound();
    await asks(round);
    const [aksu, hangzhou] = [await house.as(town.aksu.coordinator), await house.as(town.hangzhou.coordinator)];
    const { version } = await viewOf(aksu, round);
    const { mentee, mentor } = pairIn(round, 0, 0);
    const call = (by: Client, rule: 'pin' | 'forbid') =>
      by.call(ruleMatchingPair, {
        params: { ...at(round).params, menteeId: mentee.id, mentorId: mentor.id },
        body: { rule, reason: '同时' },
        version,
      });
    const answers = await Promise.all([call(aksu, 'pin'), call(hangzhou, 'forbid')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const ask = (by: Client) => by.call(askMatchingProposal, { ...at(round), version: version + 1 });
    expect((await Promise.all([ask(aksu), ask(hangzhou)])).map(({ status }) => status).sort()).toEqual([200, 412]);
  });
});
