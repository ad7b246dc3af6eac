import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import * as contracts from '@qinglan/contracts';
import type { PairingId } from '@qinglan/domain';
import {
  aHouse,
  aPairing,
  aPairingUnderWay,
  type End,
  endingOf,
  type House,
  type PairingMade,
  type Person,
  problemOf,
} from '../../support';

let house: House;
let lead: Person;
let pairing: PairingMade;
beforeAll(async () => {
  house = await aHouse();
});
beforeEach(async () => {
  house.clock.moveTo('2026-09-16T02:00:00Z');
  ({ lead, pairing } = await aPairingUnderWay(house));
});
afterAll(() => house.close());

const { aWholeFile, ends, inState, read, shares } = endingOf(() => ({ house, pairing, lead }));
const reason = '师傅期满返杭';

const carriedOn = (more: object = {}) =>
  ({ act: 'extend', newPairingId: randomUUID(), toDay: '2027-07-31', reason, atDistance: false, ...more }) as End & {
    newPairingId: PairingId;
  };

describe('an extension (延期)', () => {
  it('ends the old pairing and begins a new one of the same two with the same agreement the day after', async () => {
    await aWholeFile();
    const body = carriedOn({ atDistance: true });
    const { pairing: old, chain } = (await ends(lead, body)).body;
    expect(old).toMatchObject({ state: 'extended', outcome: 'extended', endedOn: '2026-09-16' });
    expect(chain.map(({ state, fromDay, atDistance }) => [state, fromDay, atDistance])).toEqual([
      ['extended', '2026-08-01', false],
      ['active', '2026-09-17', true],
    ]);
    const next = (await read(pairing.mentee, body.newPairingId)).body;
    expect(next.pairing).toMatchObject({ state: 'active', toDay: '2027-07-31', atDistance: true });
    // The new agreement is signed anew; the file of the portfolio goes on.
    expect(next.gate.map(({ requirement, isMet }) => [requirement, isMet])).toEqual([
      ['agreement', false],
      ['obligation', true],
      ...['panel', 'plan', 'mentor-observed', 'mentee-observed', 'lesson-plan', 'open-lesson'].map((line) => [
        line,
        true,
      ]),
    ]);
    expect(next.gate[1]).toMatchObject({ obligation: 'discussion', have: 3, need: 3 });
  });

  it('washes no debt away: what the earlier one owed is asked of the new one too, and named once', async () => {
    const body = carriedOn();
    await ends(lead, body);
    house.clock.moveTo('2026-09-17T02:00:00Z');
    const { gate } = (await read(pairing.mentee, body.newPairingId)).body;
    expect(gate.filter(({ obligation }) => obligation === 'discussion')).toMatchObject([
      { have: 0, need: 3, isMet: false },
    ]);
    await house.sql(`UPDATE pairing SET state = 'assessing' WHERE id = $1`, [body.newPairingId]);
    const client = await house.as(lead);
    const answer = await client.call(contracts.endPairing, {
      ...{ params: { pairingId: body.newPairingId }, version: 1 },
      body: { act: 'complete', result: 'pass' },
    });
    expect(problemOf(answer)).toBe('409 gate-closed');
  });

  it('owes for the days it ran: the shares of the old one end with it', async () => {
    await ends(lead, carriedOn());
    expect((await shares()).map(({ first, last, due }) => [first, last, due])).toEqual([
      ['2026-08-01', '2026-08-31', 2],
      ['2026-09-01', '2026-09-16', 1],
    ]);
  });

  it('sent twice begins one', async () => {
    const body = carriedOn();
    const twice = await Promise.all([ends(lead, body), ends(lead, body)]);
    expect(twice.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const after = await house.sql('SELECT id FROM pairing WHERE continues_id = $1', [pairing.pairingId]);
    expect(after).toHaveLength(1);
  });

  it.each<[string, object]>([
    ['422 agreement-days', { toDay: '2026-09-16' }],
    ['422 agreement-days', { toDay: '2030-01-01' }],
    ['422 reason-missing', { reason: ' ' }],
  ])('is refused with %s for %j', async (problem, more) => {
    expect(problemOf(await ends(lead, carriedOn(more)))).toBe(problem);
  });

  it('takes no id of another pairing, and no second beginning on the same day', async () => {
    const other = await aPairing(house, { mentor: lead, mentee: pairing.mentee });
    expect(problemOf(await ends(lead, carriedOn({ newPairingId: other.pairingId })))).toBe('409 id-taken');
    await aPairing(house, { ...pairing, fromDay: '2026-09-17' });
    expect(problemOf(await ends(lead, carriedOn()))).toBe('409 pairing-exists');
  });

  it('as a result after an assessment is not the mentor’s alone, though she leads the studio', async () => {
    await house.sql('UPDATE studio SET lead_id = $2 WHERE id = $1', [pairing.studioId, pairing.mentor.id]);
    await inState('assessing');
    expect(problemOf(await ends(pairing.mentor, carriedOn()))).toBe('403 forbidden');
    await inState('active');
    expect((await ends(pairing.mentor, carriedOn())).status).toBe(200);
  });
});
