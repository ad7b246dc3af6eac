import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readLineage } from '@qinglan/contracts';
import {
  aHouse,
  aLedStudio,
  anAgreedLesson,
  aPairing,
  aPerson,
  aTown,
  type Client,
  type House,
  type StudioMade,
  type Town,
} from '../../support';

describe('the lines of a studio', () => {
  let house: House;
  let town: Town;
  let studio: StudioMade;
  let stranger: Client;

  beforeAll(async () => {
    house = await aHouse();
  });
  beforeEach(async () => {
    town = await aTown(house);
    studio = await aLedStudio(house, town);
    stranger = await house.as(town.foreign.teachers[0]);
  });
  afterAll(() => house.close());

  const params = () => ({ params: { studioId: studio.studioId } });
  it('follows its lines six levels down and 500 links far, and says that there is more', async () => {
    const read = async () => (await stranger.call(readLineage, params())).body;
    const line = [studio.mentees[0]];
    const descend = async () => {
      const next = await aPerson(house, town.aksu.id, 'mentee');
      await aPairing(house, { mentor: line.at(-1) ?? next, mentee: next });
      line.push(next);
    };
    for (let level = 2; level <= 6; level += 1) await descend();
    expect(await read()).toMatchObject({ links: { length: 7 }, hasMore: false });
    await descend();
    const deeper = await read();
    expect(deeper).toMatchObject({ links: { length: 7 }, hasMore: true });
    expect(deeper.links.map(({ menteeId }) => menteeId)).not.toContain(line.at(-1)?.id);
    await house.sql(
      `INSERT INTO pairing (id, mentor_id, mentee_id, studio_id, from_day, state)
       SELECT gen_random_uuid(), $1, $2, $3, date '2016-01-01' - n, 'completed' FROM generate_series(1, 600) AS n`,
      [studio.mentor.id, studio.mentees[1].id, studio.studioId],
    );
    expect(await read()).toMatchObject({ links: { length: 500 }, hasMore: true });
  });

  it('shows its lines over the years: whom its mentees guide now, and who presents', async () => {
    const [first, second] = studio.mentees;
    const grandchild = await aPerson(house, town.aksu.id, 'mentee');
    const dropped = await aPerson(house, town.aksu.id, 'mentee');
    const old = await aPerson(house, town.hangzhou.id, 'mentor');
    await aPairing(house, { mentor: first, mentee: grandchild });
    await aPairing(house, { mentor: studio.mentor, mentee: dropped, studioId: studio.studioId, state: 'lapsed' });
    await aPairing(house, {
      mentor: old,
      mentee: studio.mentor,
      studioId: studio.studioId,
      state: 'completed',
      fromDay: '2015-03-01',
      toDay: '2016-07-31',
    });
    // A ring: the line ends where it closes.
    await aPairing(house, { mentor: grandchild, mentee: studio.mentor });
    await anAgreedLesson(house, town, { presenterId: town.hangzhou.teachers[0].id });
    const { body } = await stranger.call(readLineage, params());
    const links = body.links.map(({ mentorId, menteeId, isHere }) => [mentorId, menteeId, isHere]);
    expect(links).toHaveLength(5);
    expect(links).toEqual(
      expect.arrayContaining([
        [old.id, studio.mentor.id, true],
        [studio.mentor.id, first.id, true],
        [studio.mentor.id, second.id, true],
        [first.id, grandchild.id, false],
        [grandchild.id, studio.mentor.id, false],
      ]),
    );
    expect(links[0]).toEqual([old.id, studio.mentor.id, true]);
    const of = (id: string) => body.people.find((one) => one.id === id);
    expect(of(first.id)).toMatchObject({ guides: true, presents: false, leads: false, school: town.aksu.name });
    expect(of(second.id)).toMatchObject({ guides: false });
    expect(of(old.id)).toMatchObject({ guides: false });
    expect(body.people).toHaveLength(5);
  });
});
