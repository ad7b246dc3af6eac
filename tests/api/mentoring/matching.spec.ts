import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type CallOf,
  listMatchingCandidates,
  listMatchingRounds,
  saveMatchingPeople,
  saveMatchingRound,
} from '@qinglan/contracts';
import { type MatchingRoundId, usualWeights } from '@qinglan/domain';
import {
  aHouse,
  aPerson,
  aStudio,
  aTown,
  type Client,
  type House,
  inCohort,
  manyInRound,
  ofSubject,
  type Town,
} from '../../support';
import { aRound, wishes } from './matching.made';

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
const about = {
  ...{ title: '青蓝结对', studioId: null, cohort, hoursPerMentee: 2, weights: usualWeights },
  ...{ opensOn: '2026-09-01', closesOn: '2026-09-30', fromDay: '2026-10-01', toDay: '2027-07-31' },
};

const aRoundId = () => randomUUID() as MatchingRoundId;
const opens = (client: Client, body: object, more: { roundId?: MatchingRoundId; version?: number } = {}) =>
  client.call(saveMatchingRound, {
    params: { roundId: more.roundId ?? aRoundId() },
    body: { ...about, ...body },
    version: more.version ?? 0,
  });

type Taken = NonNullable<CallOf<typeof saveMatchingPeople>['body']>;
const takes = (client: Client, roundId: MatchingRoundId, { version, ...body }: Partial<Taken> & { version: number }) =>
  client.call(saveMatchingPeople, {
    params: { roundId },
    body: { mentorIds: [], menteeIds: [], removeIds: [], ...body },
    version,
  });

const admin = async () => house.as(await aPerson(house, town.hangzhou.id, 'administrator'));

describe('a round', () => {
  it('is opened once however often it is sent, and changed as it was read', async () => {
    const keeper = await admin();
    const roundId = aRoundId();
    const answers = await Promise.all([1, 2, 3].map(() => opens(keeper, {}, { roundId })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(answers[0]?.body).toMatchObject({ state: 'open', mentors: 1, version: 1, mayKeep: true, mine: null });
    const changed = await opens(keeper, { title: '改名' }, { roundId, version: 1 });
    expect(changed.body).toMatchObject({ title: '改名', version: 2 });
    expect((await opens(keeper, { title: '再改' }, { roundId, version: 1 })).status).toBe(412);
  });

  it('is opened by the lead of its studio and by nobody for a studio of somebody else', async () => {
    const lead = await aPerson(house, town.hangzhou.id, 'mentor');
    const client = await house.as(lead);
    const studioId = await aStudio(house, town.aksu.id, lead.id);
    expect((await opens(client, { studioId })).body).toMatchObject({ studio: { id: studioId }, mayKeep: true });
    expect((await opens(client, { studioId: await aStudio(house, town.aksu.id) })).status).toBe(403);
    expect((await opens(client, {})).status).toBe(403);
  });

  it('refuses days upside down and a studio that is not there', async () => {
    const keeper = await admin();
    const faults = [{ closesOn: '2026-08-01' }, { toDay: '2026-09-30' }, { studioId: randomUUID() }];
    for (const fault of faults) expect((await opens(keeper, fault)).problem?.type).toBe('/problems/invalid-input');
  });

  it('takes in people of the register who play that part, by cohort and subject, and lets go of them', async () => {
    const keeper = await admin();
    const mentor = await aPerson(house, town.hangzhou.id, 'mentor');
    const mentee = await aPerson(house, town.aksu.id, 'mentee');
    await inCohort(house, mentor, '第七期');
    await ofSubject(house, mentor, '外科');
    const studioId = await aStudio(house, town.aksu.id);
    const { id: roundId, version } = (await opens(keeper, { studioId, cohort: null })).body;
    const params = { roundId };
    const query = { part: 'mentor' as const, cohort: '第七期', subject: '外科' };
    const found = (await keeper.call(listMatchingCandidates, { params, query })).body.items;
    expect(found.map(({ id }) => id)).toEqual([mentor.id]);
    expect((await takes(keeper, roundId, { mentorIds: [mentee.id], version })).problem?.type).toBe(
      '/problems/matching-stranger',
    );
    const taken = await takes(keeper, roundId, { mentorIds: [mentor.id], menteeIds: [mentee.id], version });
    expect(taken.body).toMatchObject({ mentors: 1, mentees: 1, told: 0 });
    expect((await keeper.call(listMatchingCandidates, { params, query })).body.items).toEqual([]);
    expect((await takes(keeper, roundId, { removeIds: [mentee.id], version })).status).toBe(412);
    const gone = await takes(keeper, roundId, { removeIds: [mentee.id], version: taken.body.version });
    expect(gone.body).toMatchObject({ mentees: 0 });
  });

  it('is for a studio or a cohort, never for neither', async () => {
    const neither = await opens(await admin(), { studioId: null, cohort: null });
    expect(neither.status).toBe(400);
    expect(neither.problem).toMatchObject({
      type: '/problems/invalid-input',
      errors: [{ pointer: expect.stringMatching(/studioId$/) }],
    });
    const insert = `INSERT INTO matching_round (id, title, opens_on, closes_on, from_day, hours_per_mentee, weights)
      VALUES (gen_random_uuid(), '无', '2026-09-01', '2026-09-02', '2026-10-01', 2, '{}')`;
    await expect(house.sql(insert)).rejects.toThrow('matching_round_for');
  });

  it('of a cohort has the mentors of the cohort and no others, and mentees of it or of none', async () => {
    const keeper = await admin();
    const [mentor, late, stranger] = [
      await aPerson(house, town.hangzhou.id, 'mentor'),
      await aPerson(house, town.hangzhou.id, 'mentor'),
      await aPerson(house, town.hangzhou.id, 'mentor'),
    ];
    const [mentee, theirs, others] = [
      await aPerson(house, town.aksu.id, 'mentee'),
      await aPerson(house, town.aksu.id, 'mentee'),
      await aPerson(house, town.aksu.id, 'mentee'),
    ];
    for (const person of [mentor, theirs]) await inCohort(house, person, '第九期');
    for (const person of [stranger, others]) await inCohort(house, person, '第十期');
    const opened = (await opens(keeper, { cohort: '第九期' })).body;
    expect(opened).toMatchObject({ mentors: 1, mentees: 1 });
    const params = { roundId: opened.id };
    await inCohort(house, late, '第九期');
    const candidates = async (part: 'mentor' | 'mentee') =>
      (await keeper.call(listMatchingCandidates, { params, query: { part, limit: 200 } })).body.items.map(
        ({ id }) => id,
      );
    expect(await candidates('mentor')).toEqual([late.id]);
    expect(await candidates('mentee')).toContain(mentee.id);
    expect(await candidates('mentee')).not.toContain(others.id);
    const { version } = opened;
    for (const body of [{ mentorIds: [stranger.id] }, { menteeIds: [others.id] }]) {
      const answer = await takes(keeper, opened.id, { ...body, version });
      expect(answer.problem).toMatchObject({
        type: '/problems/matching-cohort',
        detail: expect.stringContaining('人员'),
      });
    }
    const taken = await takes(keeper, opened.id, { mentorIds: [late.id], menteeIds: [mentee.id], version });
    expect(taken.body).toMatchObject({ mentors: 2, mentees: 2 });
    // It does not become a round of another cohort with these mentors in it.
    const other = await opens(keeper, { cohort: '第十期' }, { roundId: opened.id, version: taken.body.version });
    expect(other.problem?.type).toBe('/problems/matching-cohort');
  });

  it('is not opened for a cohort that nobody is of, nor for one that went home', async () => {
    const keeper = await admin();
    expect((await opens(keeper, { cohort: '没有的批次' })).problem).toMatchObject({
      type: '/problems/invalid-input',
      errors: [{ pointer: '#/cohort' }],
    });
    const gone = await aPerson(house, town.hangzhou.id, 'mentor');
    await inCohort(house, gone, '第零期');
    await house.sql(`INSERT INTO cohort_closure (cohort, closed_at, closed_by) VALUES ('第零期', now(), $1)`, [
      gone.id,
    ]);
    expect((await opens(keeper, { cohort: '第零期' })).problem?.type).toBe('/problems/cohort-closed');
  });

  it('under an id that was used is never something else without a word', async () => {
    const keeper = await admin();
    const roundId = aRoundId();
    expect((await opens(keeper, {}, { roundId })).status).toBe(200);
    expect((await opens(keeper, {}, { roundId })).body).toMatchObject({ version: 1 });
    const others = [
      { closesOn: '2026-09-29' },
      { toDay: null },
      { hoursPerMentee: 3 },
      { weights: { ...usualWeights, load: 1 } },
      { title: '另一轮' },
    ];
    for (const other of others) expect((await opens(keeper, other, { roundId })).status).toBe(412);
  });

  it('takes in no more people than a plan can be worked out for', async () => {
    const keeper = await admin();
    const studioId = await aStudio(house, town.aksu.id);
    const { id: roundId, version } = (await opens(keeper, { studioId, cohort: null })).body;
    await manyInRound(house, roundId, { schoolId: town.hangzhou.id, mentors: 3001, mentees: 0 });
    const one = await aPerson(house, town.aksu.id, 'mentee');
    const answer = await takes(keeper, roundId, { menteeIds: [one.id], version });
    expect(answer.problem).toMatchObject({ type: '/problems/matching-crowded', detail: '10000 × 3000' });
  });

  it('stands first for who has something to say in it, and is not seen by strangers', async () => {
    const round = await aRound(house, town, { mentors: 1, mentees: 2 });
    const list = async (client: Client) => (await client.call(listMatchingRounds)).body.items;
    const [first, second] = round.asMentee;
    if (!first || !second) throw new Error('two are needed');
    expect(await list(first)).toMatchObject([{ id: round.roundId, part: 'mentee', waitsForMe: true, told: 0 }]);
    await wishes(first, round, []);
    expect(await list(first)).toMatchObject([{ waitsForMe: false, told: 1 }]);
    const coordinator = await house.as(town.aksu.coordinator);
    expect((await list(coordinator)).map(({ id }) => id)).toContain(round.roundId);
    expect(await list(await house.as(town.foreign.coordinator))).toEqual([]);
    expect(await list(await house.as(town.aksu.teachers[0]))).toEqual([]);
  });
});
