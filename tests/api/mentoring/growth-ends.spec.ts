import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { RenewShares } from '@qinglan/api-mentoring';
import * as contracts from '@qinglan/contracts';
import type { CallOf } from '@qinglan/contracts';
import type { ObservationId, PairingId, PairingState, PetitionId, PortfolioItemId } from '@qinglan/domain';
import { aCountersigned, aHandCounted, aHouse, anOpenLesson, aPairing, aPerson, aPetition } from '../../support';
import { aStudio, aTown, type House, type PairingMade, type Person, type Town } from '../../support';

let house: House;
let town: Town;
let lead: Person;
let pairing: PairingMade;
beforeAll(async () => {
  house = await aHouse({ now: '2026-09-16T02:00:00Z' });
});
beforeEach(async () => {
  house.clock.moveTo('2026-09-16T02:00:00Z');
  town = await aTown(house);
  lead = await aPerson(house, town.hangzhou.id, 'mentor');
  pairing = await aPairing(house, {
    mentor: await aPerson(house, town.hangzhou.id, 'mentor'),
    mentee: await aPerson(house, town.aksu.id, 'mentee'),
    studioId: await aStudio(house, town.aksu.id, lead.id),
    obligations: [{ owedBy: 'mentee', kind: 'discussion', number: 2, per: 'month' }],
  });
  await house.app.get<RenewShares>(RenewShares as never, { strict: false }).execute();
});
afterAll(() => house.close());

const problemOf = ({ status, problem }: { status: number; problem: { type: string } | null }) =>
  `${String(status)} ${problem?.type.replace('/problems/', '') ?? 'fine'}`;
const at = () => ({ pairingId: pairing.pairingId });
const read = async (who: Person, pairingId: PairingId = pairing.pairingId) =>
  (await house.as(who)).call(contracts.readGrowth, { params: { pairingId } });
const inState = (state: PairingState) =>
  house.sql('UPDATE pairing SET state = $2 WHERE id = $1', [pairing.pairingId, state]);
const reason = '师傅期满返杭';
type End = NonNullable<CallOf<typeof contracts.endPairing>['body']>;
const ends = async (who: Person, body: End, version = 1) =>
  (await house.as(who)).call(contracts.endPairing, { params: at(), version, body });
const assesses = async (who: Person, begins = true, version = 1) =>
  (await house.as(who)).call(contracts.assessPairing, { params: at(), version, body: { begins } });
const shares = () =>
  house.sql<{ first: string; last: string; due: number }>(
    `SELECT first_day::text AS first, last_day::text AS last, due FROM obligation_share WHERE pairing_id = $1
     ORDER BY first_day`,
    [pairing.pairingId],
  );

const goal = { title: '站稳讲台', seenBy: '听课记录', byDay: '2026-12-31', state: 'open' };

/** Everything that the gate asks for, past the doors. */
async function aWholeFile() {
  const { pairingId, mentor, mentee } = pairing;
  await house.sql(
    `INSERT INTO growth_plan (pairing_id, goals, changed_at, changed_by) VALUES ($1, $3::jsonb, now(), $2)`,
    [pairingId, mentee.id, JSON.stringify([goal, goal])],
  );
  await aCountersigned(house, pairing, 'mentor-hears');
  await aCountersigned(house, pairing, 'mentee-hears');
  await aHandCounted(house, { pairingId, kind: 'lesson-plan', by: mentee });
  await aHandCounted(house, { pairingId, kind: 'open-lesson', by: mentor });
  await house.sql(
    `UPDATE open_lesson SET closed_at = now(), closed_by = $2, mean = 80, is_passed = true WHERE id = $1`,
    [await anOpenLesson(house, pairing, {}), lead.id],
  );
  for (const onDay of ['2026-08-24', '2026-08-25', '2026-09-10'])
    await aHandCounted(house, { pairingId, kind: 'discussion', by: mentor, onDay });
  await house.sql(`UPDATE obligation_share SET done = due WHERE pairing_id = $1 AND first_day < '2026-10-01'`, [
    pairingId,
  ]);
  await signed('{mentor,mentee,school}');
}

/** Signed past the doors; who it was makes no difference here. */
const signed = (parties: string) =>
  house.sql(
    `INSERT INTO agreement_signature (pairing_id, party, person_id, signed_at)
     SELECT $1, party, $2, now() FROM unnest($3::text[]) party`,
    [pairing.pairingId, pairing.mentor.id, parties],
  );

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
