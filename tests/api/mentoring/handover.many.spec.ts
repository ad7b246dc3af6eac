import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import * as contracts from '@qinglan/contracts';
import type { PairingId, StudioId } from '@qinglan/domain';
import {
  aHouse,
  aLeavingCohort,
  aMentorOf,
  anOrganisation,
  aPairing,
  aPerson,
  type House,
  leavingOf,
  type PairingMade,
  type Person,
  problemOf,
  type Town,
} from '../../support';

let house: House;
let town: Town;
let lead: Person;
let studioId: StudioId;
let cohort: string;
let mentor: Person;
beforeAll(async () => {
  house = await aHouse({ now: '2027-07-05T02:00:00Z' });
});
beforeEach(async () => {
  ({ town, cohort, mentor, lead, studioId } = await aLeavingCohort(house));
});
afterAll(() => house.close());

const { closes, paired, reads, stateOf } = leavingOf(() => ({ house, town, cohort, mentor, studioId }));
const reason = '期满轮换';

describe('several at once', () => {
  const several = async (who: Person, pairings: readonly { pairingId: PairingId; version: number }[]) =>
    (await house.as(who)).call(contracts.endPairings, { body: { act: 'dissolve', reason, pairings: [...pairings] } });
  const first = ({ pairingId }: PairingMade) => ({ pairingId, version: 1 });

  it('are dissolved in one go; what never began lapses', async () => {
    const [one, two] = [await paired(), await paired('nominated')];
    expect((await several(town.administrator, [first(one), first(two)])).body).toEqual({ ended: 2 });
    expect([await stateOf(one.pairingId), await stateOf(two.pairingId)]).toEqual(['dissolved', 'lapsed']);
  });

  it('are extended at a distance in one go', async () => {
    const pairings = [await paired(), await paired('paused')].map((one) => ({
      ...first(one),
      newPairingId: randomUUID(),
    }));
    const call = { body: { act: 'extend' as const, reason, toDay: '2028-06-30', atDistance: true, pairings } };
    expect((await (await house.as(lead)).call(contracts.endPairings, call)).body).toEqual({ ended: 2 });
    for (const { pairingId, newPairingId } of pairings)
      expect([await stateOf(pairingId), await stateOf(newPairingId as PairingId)]).toEqual(['extended', 'active']);
    expect((await reads()).body).toMatchObject({ open: 0, atDistance: 2 });
  });

  it('all or none: every refusal is named by its place', async () => {
    const [good, over, changed] = [await paired(), await paired('completed'), await paired()];
    const stranger = await aPerson(house, town.foreign.id, 'mentee');
    const foreign = await aPairing(house, { mentor: await aMentorOf(house, town, cohort), mentee: stranger });
    const asked = [first(good), first(over), { ...first(changed), version: 5 }, first(foreign)];
    const answer = await several(lead, asked);
    expect(answer.problem).toMatchObject({
      type: '/problems/some-refused',
      errors: [
        { pointer: '#/pairings/1', detail: 'pairing-state' },
        { pointer: '#/pairings/2', detail: 'stale' },
        { pointer: '#/pairings/3', detail: 'not-found' },
      ],
    });
    expect(await stateOf(good.pairingId)).toBe('active');
  });

  it('name what only a constraint refuses, and change nothing', async () => {
    const [one, two] = [await paired(), await paired()];
    const taken = await paired('completed');
    const pairings = [
      { ...first(one), newPairingId: randomUUID() },
      { ...first(two), newPairingId: taken.pairingId },
    ];
    const call = { body: { act: 'extend' as const, reason, toDay: '2028-06-30', atDistance: true, pairings } };
    const answer = await (await house.as(town.administrator)).call(contracts.endPairings, call);
    expect(answer.problem).toMatchObject({ errors: [{ pointer: '#/pairings/1', detail: 'id-taken' }] });
    expect([await stateOf(one.pairingId), await stateOf(two.pairingId)]).toEqual(['active', 'active']);
  });

  it('sent twice happen once, also at the same time from both ends of the list', async () => {
    const pairings = [first(await paired()), first(await paired()), first(await paired())];
    const both = await Promise.all([
      several(town.administrator, pairings),
      several(town.administrator, pairings.toReversed()),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it('are refused where one is named twice, without a reason, and to whoever keeps none of them', async () => {
    const one = await paired();
    expect(problemOf(await several(town.administrator, [first(one), first(one)]))).toBe('400 invalid-input');
    expect((await several(mentor, [first(one)])).problem?.errors).toEqual([
      { pointer: '#/pairings/0', detail: 'forbidden' },
    ]);
    const call = { body: { act: 'dissolve' as const, reason: ' ', pairings: [first(one)] } };
    const answer = await (await house.as(town.administrator)).call(contracts.endPairings, call);
    expect(answer.problem?.errors).toEqual([{ pointer: '#/pairings/0', detail: 'reason-missing' }]);
    expect(await stateOf(one.pairingId)).toBe('active');
  });

  it('end two hundred in one request', async () => {
    const mentees = await anOrganisation(house, { sideId: 'aksu' });
    const pairings: { pairingId: PairingId; version: number }[] = [];
    for (let n = 0; n < 200; n += 1)
      pairings.push(
        first(await aPairing(house, { mentor, mentee: await aPerson(house, mentees.id, 'mentee'), studioId })),
      );
    expect((await several(town.administrator, pairings)).body).toEqual({ ended: 200 });
    expect((await closes()).status).toBe(200);
  });
});
