import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import * as contracts from '@qinglan/contracts';
import type { ObservationId, PairingId } from '@qinglan/domain';
import {
  aCountersigned,
  aHouse,
  aPairing,
  aPairingUnderWay,
  aPerson,
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

const { ends, inState, read, shares } = endingOf(() => ({ house, pairing, lead }));
const at = () => ({ pairingId: pairing.pairingId });
const reason = '师傅期满返杭';

describe('a handover', () => {
  const handsOver = async (successor: Person, newPairingId: string = randomUUID()) => {
    const handing = { act: 'hand-over' as const, newPairingId, successorId: successor.id, toDay: '2027-07-31', reason };
    return { newPairingId: newPairingId as PairingId, answer: await ends(lead, handing) };
  };

  it('asks the successor, and opens the file to her once she has agreed', async () => {
    const successor = await aPerson(house, town.foreign.id, 'mentor');
    const { newPairingId, answer } = await handsOver(successor);
    expect(answer.body.pairing).toMatchObject({ state: 'handed-over', outcome: null, reason });
    expect((await read(successor, newPairingId)).body.pairing).toMatchObject({
      state: 'consenting',
      atDistance: false,
    });
    expect((await read(successor)).status).toBe(404);
    await house.sql(`UPDATE pairing SET state = 'active' WHERE id = $1`, [newPairingId]);
    const file = (await read(successor)).body;
    expect(file.chain.map(({ pairingId }) => pairingId)).toEqual([pairing.pairingId, newPairingId]);
    expect([file.mayPlan, file.mayRecord, file.mayKeep, file.mayPetition, file.ends]).toEqual([
      ...[false, false, false, false, []],
    ]);
    expect((await read(pairing.mentor, newPairingId)).status).toBe(404);
    const [copied] = await house.sql<{ kind: string }>('SELECT kind FROM obligation WHERE pairing_id = $1', [
      newPairingId,
    ]);
    expect(copied?.kind).toBe('discussion');
  });

  it('opens the observations too: those that are submitted, and never before she agreed', async () => {
    const heard = (await aCountersigned(house, pairing, 'mentor-hears')) as ObservationId;
    const successor = await aPerson(house, town.foreign.id, 'mentor');
    const { newPairingId } = await handsOver(successor);
    const client = await house.as(successor);
    const reads = () => client.call(contracts.readObservation, { params: { observationId: heard } });
    const lists = () => client.call(contracts.listPairingObservations, { params: at() });
    expect([(await reads()).status, (await lists()).status]).toEqual([404, 404]);
    await house.sql(`UPDATE pairing SET state = 'active' WHERE id = $1`, [newPairingId]);
    expect((await reads()).body).toMatchObject({ part: 'successor', mayAmend: false, mayReply: false, readings: [] });
    expect((await lists()).body.items).toHaveLength(1);
    expect(await house.sql('SELECT part FROM observation_reading WHERE observation_id = $1', [heard])).toEqual([
      { part: 'successor' },
    ]);
    await house.sql(
      `UPDATE observation SET state = 'open', submitted_at = NULL, locked_at = NULL, countersigned_at = NULL WHERE id = $1`,
      [heard],
    );
    expect((await reads()).status).toBe(404);
  });

  it('closes them again when her own pairing is dissolved', async () => {
    const heard = (await aCountersigned(house, pairing, 'mentor-hears')) as ObservationId;
    const successor = await aPerson(house, town.foreign.id, 'mentor');
    const { newPairingId } = await handsOver(successor);
    const client = await house.as(successor);
    const statuses = async () => [
      (await client.call(contracts.readObservation, { params: { observationId: heard } })).status,
      (await client.call(contracts.listPairingObservations, { params: at() })).status,
      (await read(successor)).status,
    ];
    await house.sql(`UPDATE pairing SET state = 'active' WHERE id = $1`, [newPairingId]);
    expect(await statuses()).toEqual([200, 200, 200]);
    await house.sql(`UPDATE pairing SET state = 'dissolved' WHERE id = $1`, [newPairingId]);
    expect(await statuses()).toEqual([404, 404, 404]);
  });

  it('of a studio’s lead who carries it on herself is read as its lead', async () => {
    const heard = (await aCountersigned(house, pairing, 'mentor-hears')) as ObservationId;
    const { newPairingId } = await handsOver(await aPerson(house, town.foreign.id, 'mentor'));
    await house.sql(`UPDATE pairing SET state = 'active', mentor_id = $2 WHERE id = $1`, [newPairingId, lead.id]);
    const client = await house.as(lead);
    const { body } = await client.call(contracts.readObservation, { params: { observationId: heard } });
    expect(body.part).toBe('lead');
    expect(await house.sql('SELECT part FROM observation_reading WHERE observation_id = $1', [heard])).toEqual([
      { part: 'lead' },
    ]);
  });

  it('goes through the chain: the second successor reads the first file', async () => {
    const [first, second] = [
      await aPerson(house, town.foreign.id, 'mentor'),
      await aPerson(house, town.foreign.id, 'mentor'),
    ];
    const one = await handsOver(first);
    await house.sql(`UPDATE pairing SET state = 'active' WHERE id = $1`, [one.newPairingId]);
    const last = await aPairing(house, { mentor: second, mentee: pairing.mentee });
    await house.sql('UPDATE pairing SET continues_id = $2 WHERE id = $1', [last.pairingId, one.newPairingId]);
    expect((await read(second)).status).toBe(200);
    expect((await read(second, one.newPairingId)).status).toBe(200);
  });

  it.each<[string, () => Promise<Person>]>([
    ['a teacher who is no mentor', () => aPerson(house, town.foreign.id, 'teacher')],
    ['the mentor herself', async () => Promise.resolve(pairing.mentor)],
    ['the mentee', async () => Promise.resolve(pairing.mentee)],
    ['nobody', async () => Promise.resolve({ ...lead, id: randomUUID() as Person['id'] })],
  ])('goes not to %s', async (_, whom) => {
    expect(problemOf((await handsOver(await whom())).answer)).toBe('422 successor-unfit');
  });

  it('of what never began is none: it lapses', async () => {
    await inState('consenting');
    expect(problemOf((await handsOver(lead)).answer)).toBe('409 pairing-state');
    expect((await ends(lead, { act: 'dissolve', reason })).body.pairing).toMatchObject({ state: 'lapsed', reason });
  });
});

describe('a pause', () => {
  const pauses = async (who: Person, firstDay: string, { version = 1, why = '病假' } = {}) =>
    (await house.as(who)).call(contracts.pausePairing, { params: at(), version, body: { firstDay, reason: why } });
  const resumes = async (who: Person, lastDay: string, version = 2) =>
    (await house.as(who)).call(contracts.resumePairing, { params: at(), version, body: { lastDay } });

  it('takes its days from what is owed, and gives them back from the day after it', async () => {
    expect((await pauses(lead, '2026-09-01')).body).toMatchObject({
      pairing: { state: 'paused' },
      pauses: [{ firstDay: '2026-09-01', lastDay: null, reason: '病假' }],
    });
    expect((await shares()).map(({ due }) => due).slice(0, 3)).toEqual([2, 0, 0]);
    expect((await resumes(lead, '2026-09-15')).body.pauses).toMatchObject([{ lastDay: '2026-09-15' }]);
    expect((await shares()).map(({ due }) => due).slice(0, 3)).toEqual([2, 1, 2]);
  });

  it('ends with the pairing', async () => {
    await pauses(lead, '2026-09-01');
    const { pauses: known } = (await ends(lead, { act: 'dissolve', reason }, 2)).body;
    expect(known).toMatchObject([{ lastDay: '2026-09-16' }]);
  });

  it('is refused for days that do not fit, without a reason, to the two, and twice at once', async () => {
    expect(problemOf(await pauses(lead, '2026-09-17'))).toBe('422 pause-days');
    expect(problemOf(await pauses(lead, '2026-07-31'))).toBe('422 pause-days');
    expect(problemOf(await pauses(lead, '2026-09-01', { why: '' }))).toBe('422 reason-missing');
    expect(problemOf(await pauses(pairing.mentor, '2026-09-01'))).toBe('403 forbidden');
    expect(problemOf(await pauses(town.foreign.coordinator, '2026-09-01'))).toBe('404 not-found');
    expect(problemOf(await resumes(lead, '2026-09-15', 1))).toBe('409 pairing-state');
    const twice = await Promise.all([pauses(lead, '2026-09-01'), pauses(lead, '2026-09-02')]);
    expect(twice.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    expect(problemOf(await resumes(lead, '2026-08-31'))).toBe('422 pause-days');
    expect(problemOf(await resumes(lead, '2026-09-15', 1))).toBe('412 stale');
  });
});
