import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  listMatchingPeople,
  saveMatchingPeople,
  stepMatchingRound,
  tellMatchingOffer,
  tellMatchingWish,
} from '@qinglan/contracts';
import { aHouse, aPairing, aPerson, aTown, type Client, type House, inCohort, type Town } from '../../support';
import { aRound, asks, at, offers, rules, viewOf, wishes } from './matching.made';

let house: House;
let town: Town;
beforeAll(async () => {
  house = await aHouse({ now: '2026-09-14T02:00:00Z' });
  town = await aTown(house);
  await inCohort(house, await aPerson(house, town.hangzhou.id, 'mentor'), cohort);
});
afterAll(() => house.close());

/** A cohort that has a mentor. */
const cohort = '第八期';

describe('what people say in a round', () => {
  it('is told by each for herself, again as it was read, on the days of the round', async () => {
    const round = await aRound(house, town, { mentors: 4, mentees: 1 });
    const [mentee] = round.asMentee;
    const [mentor] = round.asMentor;
    if (!mentee || !mentor) throw new Error('both are needed');
    const named = round.mentors.slice(0, 3);
    const answer = await wishes(mentee, round, { choices: named, specialities: ['班主任', '班主任'] });
    expect(answer.body.mine?.named.map(({ id }) => id)).toEqual(named.map(({ id }) => id));
    expect(answer.body.mine).toMatchObject({ specialities: ['班主任'], version: 2 });
    expect((await wishes(mentee, round, round.mentors)).problem?.type).toBe('/problems/matching-choices');
    expect((await wishes(mentee, round, round.mentees)).problem?.type).toBe('/problems/matching-stranger');
    const stale = { ...at(round), body: { choices: [], specialities: [] }, version: 1 };
    expect((await mentee.call(tellMatchingWish, stale)).status).toBe(412);
    expect((await mentor.call(tellMatchingWish, { ...stale, version: 1 })).status).toBe(403);
    expect((await offers(mentor, round, { capacity: 1, order: round.mentors })).problem?.type).toBe(
      '/problems/matching-stranger',
    );
    house.clock.moveTo('2026-10-01T02:00:00Z');
    expect((await wishes(mentee, round, [])).problem?.type).toBe('/problems/matching-days');
    expect(await viewOf(mentee, round)).toMatchObject({ mayTell: false });
    house.clock.moveTo('2026-09-14T02:00:00Z');
  });

  it('is closed once a plan was asked for, and opened again by the keeper', async () => {
    const round = await aRound(house, town, { mentors: 1, mentees: 1 });
    const [mentee] = round.asMentee;
    if (!mentee) throw new Error('one is needed');
    await asks(round);
    expect((await wishes(mentee, round, [])).problem?.type).toBe('/problems/matching-state');
    const step = async (to: 'open' | 'closed') =>
      round.keeper.call(stepMatchingRound, {
        ...at(round),
        body: { to },
        version: (await viewOf(round.keeper, round)).version,
      });
    expect((await step('open')).body).toMatchObject({ state: 'open', plannedAt: null });
    expect((await wishes(mentee, round, [])).status).toBe(200);
    expect((await step('closed')).body).toMatchObject({ state: 'closed' });
    expect((await step('open')).problem?.type).toBe('/problems/matching-state');
    expect((await asks(round)).problem?.type).toBe('/problems/matching-state');
  });

  it('is seen as far as each needs it', async () => {
    const round = await aRound(house, town, { mentors: 1, mentees: 2 });
    const [mentor] = round.asMentor;
    const [first, second] = round.asMentee;
    if (!mentor || !first || !second) throw new Error('three are needed');
    await offers(mentor, round, { capacity: 3, hoursPerWeek: 5, specialities: ['实验'], order: round.mentees });
    await wishes(first, round, { choices: round.mentors, specialities: ['实验'] });
    const people = async (client: Client, part: 'mentor' | 'mentee') =>
      client.call(listMatchingPeople, { ...at(round), query: { part } });
    // Two hours a mentee: five hours are room for two.
    const card = { room: 2, roomLeft: 2, specialities: ['实验'], current: 0 };
    expect((await people(second, 'mentor')).body.items).toMatchObject([
      { ...card, named: null, capacity: null, hoursPerWeek: null },
    ]);
    expect((await people(round.keeper, 'mentor')).body.items).toMatchObject([
      { ...card, capacity: 3, hoursPerWeek: 5, named: round.mentees.map(({ id, name }) => ({ id, name })) },
    ]);
    expect((await people(mentor, 'mentee')).body.items).toMatchObject([{ named: null }, { named: null }]);
    expect((await people(second, 'mentee')).status).toBe(403);
    expect((await people(mentor, 'mentor')).status).toBe(403);
    const missing = { ...at(round), query: { part: 'mentee' as const, missing: 'true' } };
    const waiting = (await round.keeper.call(listMatchingPeople, missing)).body.items;
    expect(waiting.map(({ id }) => id)).toEqual([round.mentees[1]?.id]);
    // A coordinator sees the own people, and not what they said.
    const coordinator = await house.as(town.aksu.coordinator);
    expect((await people(coordinator, 'mentee')).body.items).toMatchObject([{ named: null }, { named: null }]);
    // Every mentor is seen, as each mentee sees them: one of them may be pinned.
    expect((await people(coordinator, 'mentor')).body.items).toMatchObject([
      { named: null, capacity: null, apart: null },
    ]);
  });

  it('names nobody who is paired already, and shows whom one cannot have', async () => {
    const round = await aRound(house, town, { mentors: 4, mentees: 2 });
    const [mentee] = round.asMentee;
    const [mentor] = round.asMentor;
    const [own, asked, apart, free] = round.mentors;
    const [her] = round.mentees;
    if (!mentee || !mentor || !own || !asked || !apart || !free || !her) throw new Error('all are needed');
    await aPairing(house, { mentor: own, mentee: her });
    await aPairing(house, { mentor: asked, mentee: her, state: 'consenting', fromDay: '2026-10-02' });
    await rules(round, { mentee: her, mentor: apart }, { rule: 'forbid', reason: '同校' });
    const query = { part: 'mentor' as const };
    const shown = (await mentee.call(listMatchingPeople, { ...at(round), query })).body.items;
    expect(shown.map((one) => [one.id, one.apart])).toEqual([
      [own.id, 'paired'],
      [asked.id, 'asked'],
      [apart.id, 'forbidden'],
      [free.id, null],
    ]);
    // Whoever may rule on the pair sees the same of this mentee, and nobody's name tells more than it did.
    const of = { ...at(round), query: { ...query, menteeId: her.id } };
    const causes = async (by: Client) => (await by.call(listMatchingPeople, of)).body.items.map((one) => one.apart);
    expect(await causes(round.keeper)).toEqual(['paired', 'asked', 'forbidden', null]);
    expect(await causes(await house.as(town.aksu.coordinator))).toEqual(['paired', 'asked', 'forbidden', null]);
    await house.sql('UPDATE person SET organisation_id = $2 WHERE id = $1', [apart.id, town.foreign.id]);
    expect(await causes(await house.as(town.foreign.coordinator))).toEqual([null, null, 'forbidden', null]);
    const [other] = round.asMentee.slice(1);
    if (!other) throw new Error('a second is needed');
    expect(await causes(other)).toEqual([null, null, null, null]);
    const named = async (choice: typeof own) => (await wishes(mentee, round, [free, choice])).problem;
    expect(await named(own)).toMatchObject({ type: '/problems/matching-paired', status: 422, detail: own.name });
    expect(await named(asked)).toMatchObject({ type: '/problems/matching-paired', detail: asked.name });
    expect(await named(apart)).toMatchObject({ type: '/problems/matching-apart', detail: apart.name });
    expect((await wishes(mentee, round, [free])).status).toBe(200);
    const order = await offers(mentor, round, { capacity: 2, order: [her] });
    expect(order.problem).toMatchObject({ type: '/problems/matching-paired', detail: her.name });
    // Nor is such a pair pinned.
    const pinned = await rules(round, { mentee: her, mentor: own }, { rule: 'pin', reason: '再来一次' });
    expect(pinned.problem?.type).toBe('/problems/matching-paired');
  });

  it('forgets whoever is taken out of the round', async () => {
    const round = await aRound(house, town, { mentors: 2, mentees: 1 });
    const [mentee] = round.asMentee;
    const [gone, stays] = round.mentors;
    if (!mentee || !gone || !stays) throw new Error('three are needed');
    await wishes(mentee, round, [gone, stays]);
    await round.keeper.call(saveMatchingPeople, {
      ...at(round),
      body: { mentorIds: [], menteeIds: [], removeIds: [gone.id] },
      version: (await viewOf(round.keeper, round)).version,
    });
    expect((await viewOf(mentee, round)).mine?.named.map(({ id }) => id)).toEqual([stays.id]);
    expect(
      (await rules(round, { mentee: round.mentees[0] ?? gone, mentor: gone }, { rule: 'pin', reason: '同校' })).status,
    ).toBe(422);
  });

  it('comes from many at once without one waiting for another', async () => {
    const round = await aRound(house, town, { mentors: 3, mentees: 12 });
    const answers = await Promise.all([
      ...round.asMentee.map((client) => wishes(client, round, round.mentors)),
      ...round.asMentor.map((client) => offers(client, round, { capacity: 4 })),
    ]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await viewOf(round.keeper, round)).toMatchObject({ told: 15 });
    const one = round.asMentor[0];
    if (!one) throw new Error('one is needed');
    const twice = { ...at(round), body: { capacity: 1, hoursPerWeek: null, specialities: [], order: [] }, version: 2 };
    const raced = await Promise.all([one.call(tellMatchingOffer, twice), one.call(tellMatchingOffer, twice)]);
    expect(raced.map(({ status }) => status).sort()).toEqual([200, 412]);
  });
});
