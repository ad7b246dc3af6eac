import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  askMatchingProposal,
  layMatching,
  listMatchingGaps,
  listMatchingPlanPairs,
  saveMatchingRound,
} from '@qinglan/contracts';
import { usualWeights } from '@qinglan/domain';
import { aHouse, aPairing, aTown, type House, manyInRound, ofSubject, type Town } from '../../support';
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

describe('a proposal', () => {
  it('stands side by side with the stable one, in numbers and with a reason for everyone', async () => {
    const round = await aRound(house, town, { mentors: 2, mentees: 3 });
    const [first, second] = round.mentors;
    // The third mentee is of no subject of the round and named one mentor alone.
    await ofSubject(house, one(round.mentees, 2), '外科');
    await offers(one(round.asMentor), round, { capacity: 1, order: [one(round.mentees)] });
    await offers(one(round.asMentor, 1), round, { capacity: 1 });
    await wishes(one(round.asMentee), round, [one(round.mentors)]);
    await wishes(one(round.asMentee, 1), round, [one(round.mentors)]);
    await wishes(one(round.asMentee, 2), round, [one(round.mentors)]);
    const answer = await asks(round);
    expect(answer.status).toBe(200);
    const { optimal, stable } = answer.body;
    expect(optimal.figures).toMatchObject({ placed: 2, unplaced: 1 });
    expect(stable.figures).toMatchObject({ placed: 2, unplaced: 1, wouldRather: 0 });
    expect(told(round, stable)).toEqual(['0-0', '1-1']);
    expect(stable.pairs.items[0]).toMatchObject({
      mentor: { id: first?.id, school: { id: town.hangzhou.id } },
      reasons: [{ kind: 'mutual-choice', choice: 1, place: 1 }, { kind: 'subject' }],
      ...{ rule: null, laid: null },
    });
    expect(stable.pairs.items[1]).toMatchObject({
      mentor: { id: second?.id },
      reasons: [{ kind: 'subject' }, { kind: 'dearer', why: 'full', names: [first?.name] }],
    });
    expect(stable.unplaced.items).toMatchObject([
      { mentee: { id: one(round.mentees, 2).id }, reasons: [{ kind: 'full', mentors: 1, wished: 1 }] },
    ]);
    expect(await planOf(round.keeper, round)).toEqual(answer.body);
    expect(await viewOf(round.keeper, round)).toMatchObject({ state: 'proposed' });
  });

  it('shows a coordinator the rows of the own people alone', async () => {
    const round = await aTornRound(house, town);
    await asks(round);
    const hangzhou = await planOf(await house.as(town.hangzhou.coordinator), round);
    expect(hangzhou.optimal.pairs.items).toHaveLength(2);
    await house.sql('UPDATE person SET organisation_id = $2 WHERE id = $1', [one(round.mentees).id, town.foreign.id]);
    const foreign = await planOf(await house.as(town.foreign.coordinator), round);
    expect(foreign.optimal.pairs.items.map(({ mentee }) => mentee.id)).toEqual([one(round.mentees).id]);
    expect(foreign.optimal.figures).toMatchObject({ placed: 2 });
  });

  it('tells who wished what to the keeper alone; coordinators and viewers learn that wishes spoke', async () => {
    const round = await aRound(house, town, { mentors: 1, mentees: 2 });
    await offers(one(round.asMentor), round, { capacity: 1, order: [one(round.mentees)] });
    for (const mentee of round.asMentee) await wishes(mentee, round, [one(round.mentors)]);
    await asks(round);
    for (const reader of [town.hangzhou.coordinator, town.aksu.coordinator, town.viewer]) {
      const { optimal } = await planOf(await house.as(reader), round);
      const kinds = optimal.pairs.items.flatMap(({ reasons }) => reasons.map(({ kind }) => kind));
      expect(kinds).toContain('wishes');
      expect(kinds.filter((kind) => ['mutual-choice', 'choice', 'mentor-order', 'dearer'].includes(kind))).toEqual([]);
      expect(optimal.unplaced.items.every(({ reasons }) => reasons.every(({ wished }) => wished === null))).toBe(true);
    }
  });

  it('names the two who were paired by other means since, and does not propose whoever once began that very day', async () => {
    const round = await aRound(house, town, { mentors: 1, mentees: 1 });
    await offers(one(round.asMentor), round, { capacity: 1, order: [] });
    await asks(round);
    const { fromDay } = await viewOf(round.keeper, round);
    const [mentor, mentee] = [one(round.mentors), one(round.mentees)];
    await aPairing(house, { mentor, mentee, fromDay, state: 'dissolved' });
    const laid = await lays(round);
    expect(laid.problem).toMatchObject({ type: '/problems/pairing-exists', detail: `${mentor.name} – ${mentee.name}` });
    expect((await asks(round)).body.optimal.pairs.items).toEqual([]);
  });

  it('says what was in the way of whoever is left out', async () => {
    const round = await aRound(house, town, { mentors: 4, mentees: 2 });
    await offers(one(round.asMentor), round, { capacity: 2 });
    await offers(one(round.asMentor, 1), round, { capacity: 1 });
    await offers(one(round.asMentor, 2), round, { capacity: 1, hoursPerWeek: 1 });
    await wishes(one(round.asMentee), round, [one(round.mentors)]);
    // She wished for him before they were paired by other means.
    await aPairing(house, pairIn(round, 0, 0));
    await rules(round, pairIn(round, 0, 1), { rule: 'forbid', reason: '同一教研组' });
    await rules(round, pairIn(round, 1, 1), { rule: 'pin', reason: '同校' });
    const { optimal, stable } = (await asks(round)).body;
    const reasons = [
      { kind: 'paired', mentors: 1, wished: 1 },
      { kind: 'forbidden', mentors: 1, wished: 0 },
      { kind: 'no-room', mentors: 1, wished: 0 },
      { kind: 'untold', mentors: 1, wished: 0 },
    ];
    for (const plan of [optimal, stable]) {
      expect(plan.unplaced.items).toEqual([
        { mentee: expect.objectContaining({ id: one(round.mentees).id }), reasons },
      ]);
    }
  });

  it('adds up: rows, less the load, are the total of either plan', async () => {
    const round = await aRound(house, town, { mentors: 2, mentees: 4 });
    for (const client of round.asMentor) await offers(client, round, { capacity: 2, order: [one(round.mentees)] });
    for (const client of round.asMentee) await wishes(client, round, round.mentors);
    const { optimal, stable } = (await asks(round)).body;
    for (const { figures, pairs } of [optimal, stable]) {
      const rows = pairs.items.reduce((sum, { worth }) => sum + (worth ?? 0), 0);
      expect(figures).toMatchObject({ placed: 4, worth: rows, load: 20, total: rows - 20 });
    }
  });

  it('is read and laid by the page and at once however many pairs it has', async () => {
    const round = await aRound(house, town, { mentors: 1, mentees: 1 });
    await manyInRound(house, round.roundId, { schoolId: town.aksu.id, mentors: 40, mentees: 80 });
    const { optimal } = (await asks(round)).body;
    expect(optimal).toMatchObject({ newPairs: 80, figures: { placed: 80, unplaced: 1 } });
    expect(optimal.pairs.items).toHaveLength(50);
    const query = { plan: 'optimal' as const, after: optimal.pairs.next ?? '' };
    const rest = (await round.keeper.call(listMatchingPlanPairs, { ...at(round), query })).body;
    expect(rest).toMatchObject({ next: null });
    expect(new Set([...optimal.pairs.items, ...rest.items].map(({ mentee }) => mentee.id)).size).toBe(80);
    const gaps = await round.keeper.call(listMatchingGaps, { ...at(round), query: { plan: 'optimal' } });
    expect(gaps.body).toMatchObject({ items: [{ reasons: [{ kind: 'untold', mentors: 1 }] }], next: null });
    const before = await house.sql<{ calls: string }>('SELECT count(*) AS calls FROM history');
    expect((await lays(round)).status).toBe(200);
    const [laid] = await house.sql<{ count: string; days: string }>(
      `SELECT count(*), count(DISTINCT p.from_day) AS days FROM matching_laid ml JOIN pairing p ON p.id = ml.pairing_id
       WHERE ml.round_id = $1 AND p.state = 'consenting'`,
      [round.roundId],
    );
    expect(laid).toEqual({ count: '80', days: '1' });
    const after = await house.sql<{ calls: string }>('SELECT count(*) AS calls FROM history');
    // One line for each pairing, one for the round.
    expect(Number(after[0]?.calls) - Number(before[0]?.calls)).toBe(81);
  });

  it('is not kept where something it came from has changed while it was worked out', async () => {
    const round = await aTornRound(house, town);
    // Somebody tells a wish and is not done until the plan, worked out from the words before, waits at the round.
    const telling = house.sql(`DO $$ BEGIN
      PERFORM FROM matching_round WHERE id = '${round.roundId}' FOR UPDATE;
      UPDATE matching_person SET named = '{}' WHERE round_id = '${round.roundId}' AND part = 'mentee';
      FOR turn IN 1..500 LOOP
        PERFORM pg_stat_clear_snapshot();
        EXIT WHEN EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock');
        PERFORM pg_sleep(0.02);
      END LOOP;
    END $$`);
    const [asked] = await Promise.all([asks(round), telling]);
    expect(asked.status).toBe(412);
    expect((await asks(round)).status).toBe(200);
  });

  it('needs people on both sides', async () => {
    const round = await aRound(house, town, { mentors: 0, mentees: 1 });
    expect((await asks(round)).problem?.type).toBe('/problems/matching-nothing');
    expect((await lays(round)).problem?.type).toBe('/problems/matching-state');
  });

  it('follows the weights, the pins and the forbidden pairs of the keeper', async () => {
    const round = await aTornRound(house, town);
    expect(told(round, (await asks(round)).body.optimal)).toEqual(['0-1', '1-0']);
    const pinned = await rules(round, pairIn(round, 0, 0), { rule: 'pin', reason: '同一学校来的' });
    expect(pinned.body).toMatchObject({ plannedAt: null });
    expect((await lays(round)).problem?.type).toBe('/problems/matching-nothing');
    const { optimal, rules: said } = (await asks(round)).body;
    expect(told(round, optimal)).toEqual(['0-0', '1-1']);
    expect(optimal.pairs.items[0]).toMatchObject({
      reasons: [{ kind: 'fixed' }, { kind: 'choice' }, { kind: 'subject' }],
    });
    expect(said).toMatchObject([{ kind: 'pin', reason: '同一学校来的' }]);
    // The place is taken, and each mentee is pinned once.
    const full = { rule: 'pin', reason: '再锁' } as const;
    expect((await rules(round, pairIn(round, 1, 0), full)).problem?.type).toBe('/problems/matching-full');
    expect((await rules(round, pairIn(round, 0, 1), full)).problem?.type).toBe('/problems/matching-full');
    const unsaid = await rules(round, pairIn(round, 1, 1), { rule: 'forbid', reason: ' ' });
    expect(unsaid.problem?.type).toBe('/problems/reason-missing');
    await rules(round, pairIn(round, 1, 1), { rule: 'forbid', reason: '学科不同' });
    const left = (await asks(round)).body.optimal;
    expect(told(round, left)).toEqual(['0-0']);
    expect(left.unplaced.items).toMatchObject([
      {
        reasons: [
          { kind: 'forbidden', mentors: 1, wished: 0 },
          { kind: 'full', mentors: 1, wished: 1 },
        ],
      },
    ]);
    await rules(round, pairIn(round, 0, 0), { rule: 'free', reason: '' });
    expect(told(round, (await asks(round)).body.optimal)).toEqual(['0-1', '1-0']);
    const view = await viewOf(round.keeper, round);
    const changed = await round.keeper.call(saveMatchingRound, {
      ...at(round),
      body: {
        ...{ title: view.title, studioId: null, cohort: view.cohort, opensOn: view.opensOn, closesOn: view.closesOn },
        ...{ fromDay: view.fromDay, toDay: view.toDay, hoursPerMentee: 3, weights: { ...usualWeights, load: 0 } },
      },
      version: view.version,
    });
    expect(changed.body).toMatchObject({ hoursPerMentee: 3, weights: { load: 0 }, plannedAt: null });
  });

  it('does not pair again those who guide each other already', async () => {
    const round = await aTornRound(house, town);
    await aPairing(house, pairIn(round, 1, 0));
    const { optimal } = (await asks(round)).body;
    expect(told(round, optimal)).toEqual(['0-0', '1-1']);
    // Whose days are over before the round pairs may be paired anew.
    await house.sql(`UPDATE pairing SET to_day = '2026-09-30' WHERE mentor_id = $1`, [one(round.mentors).id]);
    expect(told(round, (await asks(round)).body.optimal)).toEqual(['0-1', '1-0']);
  });

  it('is given to one of two keepers who ask at the same moment, and laid once', async () => {
    const round = await aTornRound(house, town);
    const { version } = await viewOf(round.keeper, round);
    const ask = () => round.keeper.call(askMatchingProposal, { ...at(round), version });
    const asked = await Promise.all([ask(), ask()]);
    expect(asked.map(({ status }) => status).sort()).toEqual([200, 412]);
    const lay = () => round.keeper.call(layMatching, { ...at(round), body: { plan: 'optimal' }, version: version + 1 });
    const laid = await Promise.all([lay(), lay()]);
    expect(laid.map(({ status }) => status).sort()).toEqual([200, 412]);
    const [counted] = await house.sql<{ count: string }>('SELECT count(*) FROM matching_laid WHERE round_id = $1', [
      round.roundId,
    ]);
    expect(counted?.count).toBe('2');
  });
});
