import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { consentToPairing, listDemoPeople, listPairings, readPairing, type ReplyOf } from '@qinglan/contracts';
import { importDemoOnce } from '@qinglan/api-register';
import { type StudioId } from '@qinglan/domain';
import { aHouse, aMatchingRound, type House, type Person } from '../../support';
import { asks, lays, offers, planOf, type Round, wishes } from './matching.made';

describe('people of the demo who sign in with one click', () => {
  let house: House;
  let people: ReplyOf<typeof listDemoPeople>['items'];

  beforeAll(async () => {
    house = await aHouse({ now: '2026-09-14T02:00:00Z', demo: true });
    await importDemoOnce(house.app, join(import.meta.dirname, '../../../apps/api/demo-register'));
    people = (await house.nobody().call(listDemoPeople)).body.items;
  });
  afterAll(() => house.close());

  const theOne = (account: string) => {
    const found = people.find((one) => one.account === account);
    if (!found) throw new Error(`nobody offers ${account}`);
    return { ...found, schoolId: '' } as unknown as Person;
  };

  it('carry a round of 高中数学 from wishes to a pairing that waits for its agreement', async () => {
    const [mentor, mentee] = [theOne('M01'), theOne('T002')];
    const [studio] = await house.sql<{ id: StudioId }>(`SELECT id FROM studio WHERE code = 'QL-SXG'`);
    const { roundId } = await aMatchingRound(house, {
      mentors: [mentor],
      mentees: [mentee],
      studioId: studio?.id ?? null,
    });
    const [keeper, asMentor, asMentee] = [
      await house.as(theOne('HQ-ADM')),
      await house.as(mentor),
      await house.as(mentee),
    ];
    const round: Round = {
      roundId,
      mentors: [mentor],
      mentees: [mentee],
      keeper,
      asMentor: [asMentor],
      asMentee: [asMentee],
    };
    expect((await wishes(asMentee, round, [mentor])).status).toBe(200);
    expect((await offers(asMentor, round, { capacity: 5, order: [mentee] })).status).toBe(200);
    expect((await asks(round)).status).toBe(200);
    expect((await planOf(keeper, round)).optimal.unplaced.items).toEqual([]);
    await lays(round);
    const { body } = await asMentee.call(listPairings, { query: { as: 'mentee' } });
    const pairingId = body.items[0]?.id ?? ('' as never);
    for (const client of [asMentor, asMentee]) {
      const { version } = (await client.call(readPairing, { params: { pairingId } })).body;
      await client.call(consentToPairing, { params: { pairingId }, body: { consents: true }, version });
    }
    expect((await keeper.call(readPairing, { params: { pairingId } })).body).toMatchObject({ state: 'agreed' });
  });

  it('are among them one mentee whom nobody guides', async () => {
    const mentees = people.filter(({ role }) => role === 'mentee').map(({ account }) => account);
    expect(mentees).toEqual(['AK-SH-T1', 'T001', 'T002']);
  });
});
