import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import * as contracts from '@qinglan/contracts';
import type { PairingId, PortfolioItemId } from '@qinglan/domain';
import {
  aHouse,
  aPairingUnderWay,
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

const { aWholeFile, ends, inState, read, signed } = endingOf(() => ({ house, pairing, lead }));
const at = () => ({ pairingId: pairing.pairingId });
const reason = '师傅期满返杭';

const assesses = async (who: Person, begins = true, version = 1) =>
  (await house.as(who)).call(contracts.assessPairing, { params: at(), version, body: { begins } });

const lineOf = async (requirement: string, pairingId: PairingId = pairing.pairingId) =>
  (await read(pairing.mentee, pairingId)).body.gate.find((line) => line.requirement === requirement);

describe('completion (出师)', () => {
  it('is assessed, then given by who keeps the pairing, with the gate open', async () => {
    await aWholeFile();
    expect((await assesses(lead)).body.pairing).toMatchObject({ state: 'assessing', version: 2 });
    const { pairing: ended, next } = (await ends(lead, { act: 'complete', result: 'excellent' }, 2)).body;
    expect(ended).toMatchObject({ state: 'completed', outcome: 'excellent', endedOn: '2026-09-16', version: 3 });
    expect(next).toBeNull();
    const acts = await house.sql<{ act: string }>('SELECT act FROM history WHERE subject_id = $1 ORDER BY id', [
      pairing.pairingId,
    ]);
    expect(acts.map(({ act }) => act)).toEqual(['pairing.assessing', 'pairing.completed']);
  });

  it('waits for every line of the gate, and says how many are open', async () => {
    await aWholeFile();
    await inState('assessing');
    await house.sql('DELETE FROM growth_plan WHERE pairing_id = $1', [pairing.pairingId]);
    await house.sql('UPDATE obligation_share SET done = 0 WHERE pairing_id = $1', [pairing.pairingId]);
    const answer = await ends(lead, { act: 'complete', result: 'pass' });
    expect(answer.problem).toMatchObject({ type: '/problems/gate-closed', detail: '2' });
    expect((await read(lead)).body.next?.requirement).toBe('plan');
  });

  it('takes an observation each way that was countersigned, named by its own id', async () => {
    await aWholeFile();
    const { gate } = (await read(pairing.mentee)).body;
    const heard = gate.filter(({ requirement }) => ['mentor-observed', 'mentee-observed'].includes(requirement));
    expect(heard.map(({ isMet, evidence }) => [isMet, evidence[0]?.of])).toEqual([
      [true, 'observation'],
      [true, 'observation'],
    ]);
    await house.sql('UPDATE observation SET countersigned_at = NULL WHERE pairing_id = $1', [pairing.pairingId]);
    const again = (await read(pairing.mentee)).body.gate.filter(({ isMet }) => !isMet);
    expect(again.map(({ requirement }) => requirement)).toEqual(['mentor-observed', 'mentee-observed']);
  });

  it('counts what is due by today', async () => {
    expect(await lineOf('obligation')).toMatchObject({ obligation: 'discussion', have: 0, need: 3, isMet: false });
  });

  it('takes what is made up for in a later month; the months themselves keep how they stand', async () => {
    const asLead = await house.as(lead);
    const talked = (onDay: string) =>
      asLead.call(contracts.addPortfolioItem, {
        params: { ...at(), itemId: randomUUID() as PortfolioItemId },
        body: { kind: 'discussion', onDay, title: '补八月的研讨', evidence: '记录第 3 页' },
      });
    await talked('2026-09-02');
    await talked('2026-09-09');
    expect(await lineOf('obligation')).toMatchObject({ have: 2, need: 3, isMet: false });
    await talked('2026-09-10');
    expect(await lineOf('obligation')).toMatchObject({ have: 3, need: 3, isMet: true });
    const months = await house.sql('SELECT due, done FROM obligation_share WHERE pairing_id = $1 ORDER BY first_day', [
      pairing.pairingId,
    ]);
    expect(months.slice(0, 2)).toEqual([
      { due: 2, done: 0 },
      { due: 2, done: 3 },
    ]);
  });

  it('asks for all three signatures of an agreement that was written here, and for none of one on paper', async () => {
    expect(await lineOf('agreement')).toMatchObject({ have: 0, need: 3, isMet: false });
    await signed('{mentor,mentee}');
    expect(await lineOf('agreement')).toMatchObject({ have: 2, isMet: false });
    await signed('{school}');
    expect(await lineOf('agreement')).toMatchObject({ have: 3, isMet: true });
    await house.sql(`UPDATE pairing SET agreement_state = 'read' WHERE id = $1`, [pairing.pairingId]);
    expect(await lineOf('agreement')).toBeUndefined();
  });

  it.each<End>([
    { act: 'complete', result: 'pass' },
    { act: 'fail', reason },
  ])('%j is never given by one of the two, even as lead, nor without an assessment', async (body) => {
    await aWholeFile();
    expect(problemOf(await ends(lead, body))).toBe('409 pairing-state');
    await inState('assessing');
    expect(problemOf(await ends(pairing.mentor, body))).toBe('403 forbidden');
    await house.sql('UPDATE studio SET lead_id = $2 WHERE id = $1', [pairing.studioId, pairing.mentor.id]);
    expect(problemOf(await ends(pairing.mentor, body))).toBe('403 forbidden');
    expect(problemOf(await ends(town.viewer, body))).toBe('403 forbidden');
    expect(problemOf(await ends(town.hangzhou.coordinator, body))).toBe('403 forbidden');
    expect(problemOf(await ends(town.foreign.coordinator, body))).toBe('404 not-found');
    expect((await ends(town.aksu.coordinator, body)).status).toBe(200);
  });

  it('is given once of two who give it at the same time', async () => {
    await aWholeFile();
    await inState('assessing');
    const both = await Promise.all([
      ends(lead, { act: 'complete', result: 'pass' }),
      ends(town.administrator, { act: 'fail', reason }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it('is refused where somebody changed the pairing meanwhile', async () => {
    await inState('assessing');
    expect(problemOf(await ends(lead, { act: 'fail', reason }, 7))).toBe('412 stale');
    expect(problemOf(await assesses(lead, false, 7))).toBe('412 stale');
  });

  it('is broken off back into work; an active or paused pairing has no assessment to break off', async () => {
    await assesses(lead);
    expect((await assesses(lead, false, 2)).body.pairing).toMatchObject({ state: 'active', version: 3 });
    expect(problemOf(await assesses(lead, false, 3))).toBe('409 pairing-state');
    await inState('paused');
    expect(problemOf(await assesses(lead, true, 3))).toBe('409 pairing-state');
    expect(problemOf(await assesses(pairing.mentor, true, 3))).toBe('403 forbidden');
  });

  it('failed is dissolved with the result and its reason', async () => {
    await inState('assessing');
    expect(problemOf(await ends(lead, { act: 'fail', reason: '' }))).toBe('422 reason-missing');
    expect((await ends(lead, { act: 'fail', reason })).body.pairing).toMatchObject({
      ...{ state: 'dissolved', outcome: 'fail', reason },
    });
  });
});
