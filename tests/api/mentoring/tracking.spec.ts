import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  listMentorLoads,
  listPairingsToActOn,
  readObligationTotals,
  readTrackingChoices,
  readTrackingFigures,
  readVisitEquity,
  type TrackingFilters,
} from '@qinglan/contracts';
import type { PairingId, StudioId } from '@qinglan/domain';
import { aHouse, aPerson, aTown, Client, type House, type Person, type Town } from '../../support';
import { aLedStudio, aTracked, heard, now, type TrackedWish, type Two, twoOf } from './tracked';

let house: House;
let town: Town;
let two: Two;
let studioId: StudioId;
let lead: Person;
beforeAll(async () => {
  house = await aHouse({ now });
});
// Nothing of other tests is seen by who sees everything: each has a database without pairings.
beforeEach(async () => {
  await house.sql('TRUNCATE pairing, studio CASCADE');
  town = await aTown(house);
  two = await twoOf(house, town);
  lead = await aPerson(house, town.hangzhou.id, 'mentor');
  studioId = await aLedStudio(house, town, lead);
});
afterAll(() => house.close());

const tracked = (wish: TrackedWish = {}, whose: Two = two) => aTracked(house, whose, wish);
const silent = { contact: 40 };

async function listed(client: Client, filters: TrackingFilters = {}): Promise<readonly PairingId[]> {
  const { body } = await client.call(listPairingsToActOn, { query: filters });
  return body.items.map(({ pairingId }) => pairingId);
}

describe('who tracks what', () => {
  /** One in the studio, one of both own schools outside of it, one of a third school. */
  async function three() {
    const far = { ...two, mentee: await aPerson(house, town.foreign.id, 'mentee') };
    const stranger = { mentor: await aPerson(house, town.foreign.id, 'mentor'), mentee: far.mentee };
    return {
      inStudio: await tracked({ ...silent, studioId }, stranger),
      ofSchools: await tracked(silent),
      ofMentor: await tracked(silent, far),
    };
  }

  it('administrators and viewers: everything', async () => {
    const { inStudio, ofSchools, ofMentor } = await three();
    for (const person of [town.administrator, town.viewer])
      expect((await listed(await house.as(person))).toSorted()).toEqual([inStudio, ofSchools, ofMentor].toSorted());
  });

  it('a coordinator: pairings of mentors or mentees of the own school', async () => {
    const { ofSchools, ofMentor, inStudio } = await three();
    expect((await listed(await house.as(town.hangzhou.coordinator))).toSorted()).toEqual(
      [ofSchools, ofMentor].toSorted(),
    );
    expect(await listed(await house.as(town.aksu.coordinator))).toEqual([ofSchools]);
    expect((await listed(await house.as(town.foreign.coordinator))).toSorted()).toEqual(
      [inStudio, ofMentor].toSorted(),
    );
  });

  it('who leads a studio: its pairings, and as a coordinator those of the school besides', async () => {
    const { inStudio, ofSchools } = await three();
    expect(await listed(await house.as(lead))).toEqual([inStudio]);
    await house.sql('UPDATE studio SET lead_id = $1', [town.aksu.coordinator.id]);
    expect((await listed(await house.as(town.aksu.coordinator))).toSorted()).toEqual([inStudio, ofSchools].toSorted());
  });

  it('who leads none is refused in every section, also a mentor of pairings', async () => {
    await three();
    const mentor = await house.as(two.mentor);
    const sections = [
      readTrackingFigures,
      readVisitEquity,
      listMentorLoads,
      readObligationTotals,
      listPairingsToActOn,
      readTrackingChoices,
    ];
    for (const section of sections) expect((await mentor.call(section)).status).toBe(403);
  });

  it('a filter never shows more than the reader’s own', async () => {
    const { inStudio } = await three();
    const coordinator = await house.as(town.aksu.coordinator);
    expect(await listed(coordinator, { studioId })).toEqual([]);
    expect(await listed(await house.as(town.foreign.coordinator), { studioId })).toEqual([inStudio]);
    expect(await listed(await house.as(lead), { schoolId: town.aksu.id })).toEqual([]);
  });
});

describe('the filters', () => {
  const figures = async (query: TrackingFilters) =>
    (await (await house.as(town.administrator)).call(readTrackingFigures, { query })).body.running;

  it('narrow every section by studio, school and cohort', async () => {
    await house.sql(`UPDATE person SET cohort = '第二期' WHERE id = $1`, [two.mentor.id]);
    const pairingId = await tracked({
      ...silent,
      studioId,
      heard: [3],
      shares: [{ begun: 80, lasts: 100, due: 8, done: 1 }],
    });
    const other = { mentor: town.foreign.teachers[0], mentee: town.foreign.teachers[1] };
    await tracked({ ...silent, heard: [2, 3], shares: [{ begun: 1, lasts: 100, due: 8, done: 1 }] }, other);
    const administrator = await house.as(town.administrator);
    for (const query of [
      { studioId },
      { schoolId: town.hangzhou.id },
      { schoolId: town.aksu.id },
      { cohort: '第二期' },
    ]) {
      expect(await figures(query)).toBe(1);
      expect(await listed(administrator, query)).toEqual([pairingId]);
      const equity = (await administrator.call(readVisitEquity, { query })).body;
      expect(equity).toMatchObject({ mentees: 1, bins: [{ value: 1, count: 1 }], longest: { pairingId } });
      const loads = (await administrator.call(listMentorLoads, { query })).body;
      expect(loads.items).toEqual([expect.objectContaining({ mentorId: two.mentor.id, running: 1, visits: 1 })]);
      const totals = (await administrator.call(readObligationTotals, { query })).body;
      expect(totals.items).toEqual([
        { kind: 'mentor-hears', obligations: 1, due: 8, done: 1, fair: 0, amber: 0, red: 1 },
      ]);
    }
    expect(await figures({})).toBe(2);
    expect(await figures({ cohort: '第九期' })).toBe(0);
    // The cohort is the mentor's, as in the list of pairings.
    await house.sql(`UPDATE person SET cohort = '第九期' WHERE id = $1`, [two.mentee.id]);
    expect(await figures({ cohort: '第九期' })).toBe(0);
  });

  it('of a term shows its visits and its shares, over or not', async () => {
    await house.sql(
      `INSERT INTO term (id, code, side_id, name, first_monday, week_count)
       VALUES (gen_random_uuid(), '2025-2', 'aksu', '2025学年第二学期', '2026-02-23', 19)`,
    );
    const over = { begun: 276, lasts: 133, due: 8, done: 3 };
    const pairingId = await tracked({ began: 276, contact: 1, heard: [200, 190, 3], shares: [over] });
    const administrator = await house.as(town.administrator);
    const query = { termCode: '2025-2' };
    const equity = (await administrator.call(readVisitEquity, { query })).body;
    expect(equity.term).toEqual({
      code: '2025-2',
      name: '2025学年第二学期',
      firstDay: '2026-02-23',
      lastDay: '2026-07-05',
    });
    // From the beginning of the term to the first visit 76 days, and from the last one to its end 47.
    expect(equity).toMatchObject({ bins: [{ value: 2, count: 1 }], longest: { days: 76, pairingId } });
    expect((await administrator.call(readTrackingFigures, { query })).body).toMatchObject({ red: 1, fair: 0 });
    expect((await administrator.call(readTrackingFigures)).body).toMatchObject({ red: 0, fair: 0 });
    expect(await listed(administrator, query)).toEqual([pairingId]);
    expect(await listed(administrator)).toEqual([]);
    await house.sql(`DELETE FROM term WHERE code = '2025-2'`);
  });

  it('of a term leave out who began after it and who had ended before it, and keep who is past the last day', async () => {
    const before = await tracked({ ...silent, began: 300, end: 100, state: 'dissolved', endedOn: 90 });
    const after = await tracked({ ...silent, began: 40 });
    const through = await tracked({ ...silent, began: 301, end: 100 });
    await house.sql(
      `INSERT INTO term (id, code, side_id, name, first_monday, week_count)
       VALUES (gen_random_uuid(), '2025-2', 'aksu', '2025学年第二学期', '2026-02-23', 19)`,
    );
    const administrator = await house.as(town.administrator);
    const shown = async (termCode: string) => {
      const query = { termCode };
      const { running, overdue, states } = (await administrator.call(readTrackingFigures, { query })).body;
      const loads = (await administrator.call(listMentorLoads, { query })).body.items.map((load) => load.running);
      return { running, overdue, states, loads, listed: (await listed(administrator, query)).toSorted() };
    };
    const dissolved = { state: 'dissolved', pairings: 1 };
    const active = { state: 'active', pairings: 1 };
    expect(await shown('2025-2')).toEqual({
      ...{ running: 0, overdue: 1, states: [dissolved], loads: [] },
      listed: [through],
    });
    expect(await shown('2026-1')).toEqual({
      ...{ running: 1, overdue: 1, states: [active], loads: [1] },
      listed: [after, through].toSorted(),
    });
    expect(await shown('1999-1')).toEqual({ running: 0, overdue: 0, states: [], loads: [], listed: [] });
    await house.sql('UPDATE pairing SET from_day = $2 WHERE id = $1', [before, '2026-07-06']);
    expect((await shown('2025-2')).states).toEqual([]);
    await house.sql(`DELETE FROM term WHERE code = '2025-2'`);
  });

  it('of a term that nobody knows shows no visits', async () => {
    await tracked({ heard: [3] });
    const administrator = await house.as(town.administrator);
    const { body } = await administrator.call(readVisitEquity, { query: { termCode: '1999-1' } });
    expect(body).toEqual({ term: null, mentees: 0, bins: [], gini: 0, longest: null });
  });

  it('offer what the reader’s pairings have', async () => {
    await house.sql(`UPDATE person SET cohort = '第一期' WHERE id = $1`, [two.mentor.id]);
    await tracked({ studioId });
    await tracked({}, { mentor: town.foreign.teachers[0], mentee: town.foreign.teachers[1] });
    const { studios, schools, cohorts, terms } = (await (await house.as(lead)).call(readTrackingChoices)).body;
    expect(studios.map(({ id }) => id)).toEqual([studioId]);
    expect(schools.map(({ id }) => id).toSorted()).toEqual([town.hangzhou.id, town.aksu.id].toSorted());
    expect(cohorts).toEqual(['第一期']);
    expect(terms[0]).toMatchObject({ code: '2026-1', firstDay: '2026-08-31', lastDay: '2027-01-17' });
    const all = (await (await house.as(town.administrator)).call(readTrackingChoices)).body;
    expect(all.schools).toHaveLength(3);
  });
});

describe('loads', () => {
  it('come page by page, most first', async () => {
    for (let mentees = 0; mentees < 3; mentees += 1)
      await tracked({}, { ...two, mentee: await aPerson(house, town.aksu.id, 'mentee') });
    for (const mentee of town.aksu.teachers.slice(0, 2)) await tracked({}, { mentor: lead, mentee });
    const last = await tracked({}, await twoOf(house, town));
    await heard(house, last, [3, 4, 5, 6]);
    const administrator = await house.as(town.administrator);
    const found: unknown[] = [];
    let after: string | undefined;
    do {
      const { body } = await administrator.call(listMentorLoads, { query: { limit: 1, after } });
      found.push(...body.items.map(({ running, visits }) => [running, visits]));
      after = body.next ?? undefined;
    } while (after);
    expect(found).toEqual([
      [3, 0],
      [2, 0],
      [1, 4],
    ]);
  });
});
