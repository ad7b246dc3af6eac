import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import * as contracts from '@qinglan/contracts';
import type { PairingId, PetitionId } from '@qinglan/domain';
import {
  aHouse,
  aPairingUnderWay,
  aPetition,
  type End,
  endingOf,
  type House,
  type PairingMade,
  type Person,
  problemOf,
  type Town,
} from '../../support';

let house: House;
let town: Town;
let lead: Person;
let pairing: PairingMade;
beforeAll(async () => {
  house = await aHouse();
});
beforeEach(async () => {
  house.clock.moveTo('2026-09-16T02:00:00Z');
  ({ town, lead, pairing } = await aPairingUnderWay(house));
});
afterAll(() => house.close());

const { ends, inState, read } = endingOf(() => ({ house, pairing, lead }));
const at = () => ({ pairingId: pairing.pairingId });
const reason = '师傅期满返杭';

const carriedOn = (more: object = {}) =>
  ({ act: 'extend', newPairingId: randomUUID(), toDay: '2027-07-31', reason, atDistance: false, ...more }) as End & {
    newPairingId: PairingId;
  };

describe('a petition to dissolve', () => {
  const asks = async (who: Person, given: { readonly petitionId?: string; readonly why?: string } = {}) => {
    const { petitionId = randomUUID(), why = '工作调动' } = given;
    const call = { params: { ...at(), petitionId: petitionId as PetitionId }, body: { reason: why } };
    return (await house.as(who)).call(contracts.petitionPairing, call);
  };
  const decides = async (who: Person, petitionId: PetitionId, given: { grants: boolean; version?: number }) =>
    (await house.as(who)).call(contracts.decidePetition, {
      params: { ...at(), petitionId },
      ...{ version: given.version ?? 1, body: { grants: given.grants, answer: '已同双方谈过' } },
    });
  const waitsFor = async (who: Person) =>
    (await (await house.as(who)).call(contracts.listPetitions)).body.items
      .filter((one) => one.pairing.id === pairing.pairingId)
      .map(({ reason: why }) => why);

  it('is seen by who wrote it and who decides, and not by the other one', async () => {
    expect((await asks(pairing.mentee)).body.petitions).toMatchObject([{ reason: '工作调动', part: 'mentee' }]);
    expect((await read(pairing.mentor)).body.petitions).toEqual([]);
    expect((await read(town.viewer)).status).toBe(404);
    for (const one of [lead, town.aksu.coordinator, town.administrator]) {
      expect((await read(one)).body.petitions).toHaveLength(1);
      expect(await waitsFor(one)).toEqual(['工作调动']);
    }
    for (const one of [pairing.mentor, pairing.mentee, town.viewer, town.hangzhou.coordinator])
      expect(await waitsFor(one)).toEqual([]);
    const told = await house.sql('SELECT act FROM history WHERE subject_id = $1', [pairing.pairingId]);
    expect(told).toEqual([]);
  });

  it('happens once however often it is sent, and one waits at a time', async () => {
    const petitionId = randomUUID();
    const sent = await Promise.all([1, 2].map(() => asks(pairing.mentee, { petitionId })));
    expect(sent.map(({ status }) => status)).toEqual([200, 200]);
    expect(problemOf(await asks(pairing.mentee, { petitionId, why: '另一个原因' }))).toBe('409 id-taken');
    expect(problemOf(await asks(pairing.mentor))).toBe('409 petition-open');
  });

  it('granted dissolves the pairing, in the words of who decided; declined it goes on', async () => {
    const first = await aPetition(house, pairing.pairingId, pairing.mentee);
    expect((await decides(lead, first, { grants: false })).body).toMatchObject({
      pairing: { state: 'active', version: 1 },
      petitions: [{ isGranted: false, answer: '已同双方谈过' }],
    });
    expect(problemOf(await decides(lead, first, { grants: true }))).toBe('409 petition-decided');
    const second = await aPetition(house, pairing.pairingId, pairing.mentor);
    expect((await decides(town.aksu.coordinator, second, { grants: true })).body.pairing).toMatchObject({
      ...{ state: 'dissolved', reason: '已同双方谈过' },
    });
  });

  it('is not decided by one of the two, though she leads, nor by strangers, nor over a changed pairing', async () => {
    const id = await aPetition(house, pairing.pairingId, pairing.mentee);
    await house.sql('UPDATE studio SET lead_id = $2 WHERE id = $1', [pairing.studioId, pairing.mentor.id]);
    expect(problemOf(await decides(pairing.mentor, id, { grants: false }))).toBe('403 forbidden');
    expect((await read(pairing.mentor)).body.petitions).toEqual([]);
    expect(await waitsFor(pairing.mentor)).toEqual([]);
    expect(problemOf(await decides(town.viewer, id, { grants: true }))).toBe('403 forbidden');
    expect(problemOf(await decides(town.foreign.coordinator, id, { grants: true }))).toBe('404 not-found');
    expect(problemOf(await decides(town.administrator, id, { grants: true, version: 9 }))).toBe('412 stale');
    const other = randomUUID() as PetitionId;
    expect(problemOf(await decides(town.administrator, other, { grants: true }))).toBe('404 not-found');
  });

  it('waits no longer once the pairing has ended another way', async () => {
    await aPetition(house, pairing.pairingId, pairing.mentee);
    await ends(lead, carriedOn());
    expect(await waitsFor(lead)).toEqual([]);
    expect((await read(pairing.mentee)).body.petitions).toMatchObject([{ isGranted: false, answer: reason }]);
  });

  it('is for the two of a pairing that can still be dissolved', async () => {
    expect(problemOf(await asks(lead))).toBe('403 forbidden');
    expect(problemOf(await asks(town.foreign.coordinator))).toBe('404 not-found');
    expect(problemOf(await asks(pairing.mentee, { why: ' ' }))).toBe('422 reason-missing');
    await inState('completed');
    expect(problemOf(await asks(pairing.mentee))).toBe('409 pairing-state');
  });
});
