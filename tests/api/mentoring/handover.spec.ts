import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PairingSheetStore } from '@qinglan/api-mentoring';
import { Transactions } from '@qinglan/api-platform';
import * as contracts from '@qinglan/contracts';
import type { PairingId, StudioId } from '@qinglan/domain';
import {
  aHouse,
  aLeavingCohort,
  aPerson,
  type House,
  inCohort,
  leavingOf,
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

const { closes, lists, paired, reads, stateOf } = leavingOf(() => ({ house, town, cohort, mentor, studioId }));
const reason = '期满轮换';

describe('closing a cohort', () => {
  it('is refused while one is open, with how many', async () => {
    await paired();
    await paired('nominated');
    const answer = await closes();
    expect(answer.problem).toMatchObject({ type: '/problems/cohort-open', detail: '2' });
  });

  it('is done once everybody went somewhere; what goes on at a distance is no longer the cohort’s', async () => {
    const carried = await paired();
    const administrator = await house.as(town.administrator);
    const body = { act: 'extend' as const, newPairingId: randomUUID(), toDay: '2028-06-30', reason, atDistance: true };
    await administrator.call(contracts.endPairing, { params: { pairingId: carried.pairingId }, version: 1, body });
    const closed = (await closes()).body;
    expect(closed).toMatchObject({ open: 0, atDistance: 1, closedBy: town.administrator.name });
    expect(await stateOf(body.newPairingId as PairingId)).toBe('active');
    expect(problemOf(await closes())).toBe('409 cohort-closed');
    const [told] = await house.sql<{ act: string }>(
      `SELECT h.act FROM history h JOIN cohort_closure c ON c.id = h.subject_id WHERE c.cohort = $1`,
      [cohort],
    );
    expect(told?.act).toBe('cohort.closed');
  });

  it('waits for whoever was handed over until a successor begins; what all declined is handed over again', async () => {
    const { pairingId } = await paired();
    const handsOver = async (version: number) => {
      const successor = await aPerson(house, town.foreign.id, 'mentor');
      const newPairingId = randomUUID() as PairingId;
      const body = { act: 'hand-over' as const, newPairingId, successorId: successor.id, toDay: '2028-06-30', reason };
      const client = await house.as(town.administrator);
      const answer = await client.call(contracts.endPairing, { params: { pairingId }, version, body });
      return { successor, newPairingId, answer };
    };
    const waiting = async () =>
      (await lists()).body.items.map(({ id, state, ends, version }) => ({ id, state, ends, version }));
    const first = await handsOver(1);
    expect(await waiting()).toEqual([{ id: pairingId, state: 'handed-over', ends: [], version: 2 }]);
    expect((await closes()).problem).toMatchObject({ type: '/problems/cohort-open', detail: '1' });
    expect(problemOf((await handsOver(2)).answer)).toBe('409 pairing-state');
    const declining = {
      params: { pairingId: first.newPairingId },
      version: 1,
      body: { consents: false as const, reason },
    };
    await (await house.as(first.successor)).call(contracts.consentToPairing, declining);
    expect(await stateOf(first.newPairingId)).toBe('lapsed');
    expect(await waiting()).toEqual([{ id: pairingId, state: 'handed-over', ends: ['hand-over'], version: 2 }]);
    expect(problemOf(await closes())).toBe('409 cohort-open');
    const second = await handsOver(2);
    expect(second.answer.body.pairing).toMatchObject({ state: 'handed-over', endedOn: '2027-07-05', version: 3 });
    await house.sql(`UPDATE pairing SET state = 'agreed' WHERE id = $1`, [second.newPairingId]);
    expect((await reads()).body).toMatchObject({ open: 1, awaited: 1 });
    await house.sql(`UPDATE pairing SET state = 'active' WHERE id = $1`, [second.newPairingId]);
    expect((await closes()).body).toMatchObject({ open: 0, awaited: 0 });
  });

  it('takes no pairing afterwards, whichever way it comes in', async () => {
    const before = await paired('completed');
    const carried = await paired('active', { mentor: lead });
    await closes();
    await expect(paired()).rejects.toThrow('the cohort is closed');
    await expect(house.sql(`UPDATE pairing SET state = 'active' WHERE id = $1`, [before.pairingId])).rejects.toThrow(
      'the cohort is closed',
    );
    const body = {
      act: 'hand-over' as const,
      newPairingId: randomUUID(),
      successorId: mentor.id,
      toDay: '2028-06-30',
      reason,
    };
    const handing = await (
      await house.as(town.administrator)
    ).call(contracts.endPairing, { params: { pairingId: carried.pairingId }, version: 1, body });
    expect(problemOf(handing)).toBe('409 cohort-closed');
    expect(await stateOf(carried.pairingId)).toBe('active');
  });

  it('takes no mentor who brings open pairings', async () => {
    const other = await aPerson(house, town.hangzhou.id, 'mentor');
    const { pairingId } = await paired('active', { mentor: other });
    await closes();
    const move = () => house.sql('UPDATE person SET cohort = $2 WHERE id = $1', [other.id, cohort]);
    for (const state of ['active', 'handed-over'])
      await house
        .sql('UPDATE pairing SET state = $2 WHERE id = $1', [pairingId, state])
        .then(() => expect(move()).rejects.toThrow('the cohort is closed'));
    const client = await house.as(town.administrator);
    const [known] = await house.sql<{ code: string; name: string; version: number }>(
      'SELECT code, name, version FROM person WHERE id = $1',
      [other.id],
    );
    const { version = 0, code = '', name = '' } = known ?? {};
    const body = { code, name, cohort, organisationId: town.hangzhou.id, roles: ['mentor' as const], subject: null };
    const saving = { params: { personId: other.id }, version, body: { ...body, evidence: 'demo' as const } };
    const saved = await client.call(contracts.savePerson, saving);
    expect(problemOf(saved)).toBe('409 cohort-closed');
    await house.sql(`UPDATE pairing SET state = 'completed' WHERE id = $1`, [pairingId]);
    await move();
  });

  it('takes none from a sheet of the register either', async () => {
    await closes();
    const mentee = await aPerson(house, town.aksu.id, 'mentee');
    const row = {
      mentorId: mentor.id,
      menteeId: mentee.id,
      studioId,
      fromDay: '2027-07-01',
      toDay: null,
      agreement: null,
    };
    const sheet = house.app.get<PairingSheetStore>(PairingSheetStore as never, { strict: false });
    const transactions = house.app.get<Transactions>(Transactions as never, { strict: false });
    const saving = transactions.write((tx) => sheet.saveAll(tx, [row], { at: house.clock.now(), actorId: null }));
    await expect(saving).rejects.toMatchObject({ kind: 'cohort-closed' });
  });

  it('and beginning a pairing at the same time never both happen', async () => {
    const ofThisTest = cohort;
    for (let round = 0; round < 12; round += 1) {
      cohort = `${ofThisTest}-${String(round)}`;
      await inCohort(house, mentor, cohort);
      const [closed, begun] = await Promise.all([
        closes(),
        paired().then(
          () => true,
          () => false,
        ),
      ]);
      const [row] = await house.sql<{ open: string }>(
        `SELECT count(*) AS open FROM pairing p JOIN person m ON m.id = p.mentor_id
         WHERE m.cohort = $1 AND p.state = 'active'`,
        [cohort],
      );
      expect(closed.status === 200).toBe(!begun);
      expect(Number(row?.open)).toBe(begun ? 1 : 0);
      if (begun) await house.sql(`UPDATE pairing SET state = 'dissolved' WHERE mentor_id = $1`, [mentor.id]);
      await house.sql('UPDATE person SET cohort = NULL WHERE id = $1', [mentor.id]);
    }
  });

  it('waits for whoever began a pairing before and has not committed yet, and counts it', async () => {
    const mentee = await aPerson(house, town.aksu.id, 'mentee');
    const transactions = house.app.get<Transactions>(Transactions as never, { strict: false });
    const insert = {
      name: '',
      text: `INSERT INTO pairing (id, mentor_id, mentee_id, from_day, state) VALUES ($1, $2, $3, '2027-07-01', 'active')`,
    };
    let closing: ReturnType<typeof closes> | undefined;
    let isAnswered = false;
    await transactions.write(async (tx) => {
      await tx.run(insert, [randomUUID(), mentor.id, mentee.id]);
      closing = closes();
      void closing.then(() => (isAnswered = true));
      await waiting();
      expect(isAnswered).toBe(false);
    });
    expect((await closing)?.problem).toMatchObject({ type: '/problems/cohort-open', detail: '1' });
  });

  /** Somebody waits for the lock of a cohort. */
  async function waiting(): Promise<void> {
    for (;;) {
      const [row] = await house.sql<{ waits: boolean }>(
        `SELECT EXISTS (SELECT FROM pg_locks l JOIN pg_database d ON d.oid = l.database
           WHERE l.locktype = 'advisory' AND NOT l.granted AND d.datname = current_database()) AS waits`,
      );
      if (row?.waits) return;
    }
  }

  it('is done once of two who close it at the same time', async () => {
    const both = await Promise.all([closes(), closes()]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });
});
