import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { RenewShares } from '@qinglan/api-mentoring';
import * as contracts from '@qinglan/contracts';
import type { ObligationTerms } from '@qinglan/domain';
import {
  aHandCounted,
  aHouse,
  aPairing,
  aPerson,
  aTown,
  type Client,
  type House,
  type PairingMade,
} from '../../support';
import type { Town } from '../../support';

const hears: ObligationTerms = { owedBy: 'mentor', kind: 'mentor-hears', number: 7, per: 'term' };
const talks: ObligationTerms = { owedBy: 'mentor', kind: 'discussion', number: 2, per: 'month' };

let house: House;
let town: Town;
let pairing: PairingMade;
let [asMentor, asMentee, asSchool]: Client[] = [];
beforeAll(async () => {
  house = await aHouse({ now: '2026-09-14T02:00:00Z' });
  town = await aTown(house);
});
afterAll(() => house.close());

const renew = () => house.app.get<RenewShares>(RenewShares as never, { strict: false }).execute();
const clients = () => [asMentor, asMentee, asSchool] as [Client, Client, Client];

/** A pairing that runs, with its seven lessons a term signed by all three past the doors. */
beforeEach(async () => {
  const mentor = await aPerson(house, town.hangzhou.id, 'mentor');
  const mentee = await aPerson(house, town.aksu.id, 'mentee');
  pairing = await aPairing(house, { mentor, mentee, obligations: [hears], fromDay: '2026-09-01' });
  await house.sql(
    `INSERT INTO agreement_signature (pairing_id, party, person_id, signed_at)
     SELECT $1, party, $2, '2026-09-01T02:00:00Z' FROM unnest('{mentor,mentee,school}'::text[]) party`,
    [pairing.pairingId, mentor.id],
  );
  await renew();
  [asMentor, asMentee, asSchool] = [
    ...[await house.as(mentor), await house.as(mentee)],
    await house.as(town.aksu.coordinator),
  ];
});

const at = () => ({ params: { pairingId: pairing.pairingId } });
const view = async () => (await clients()[0].call(contracts.readPairing, at())).body;
const version = async () => (await view()).version;
const text = (obligations: readonly ObligationTerms[], more: object = {}) => ({
  templateId: null,
  fromDay: '2026-09-01',
  toDay: '2027-07-31',
  clauses: '',
  obligations: [...obligations],
  ...more,
});
const writes = async (client: Client, body: object, read?: number) =>
  client.knock(contracts.saveAgreement, { ...at(), body, version: read ?? (await version()) });
const signs = async (client: Client, read?: number) =>
  client.knock(contracts.signAgreement, { ...at(), version: read ?? (await version()) });
const withdraws = async (client: Client, read?: number) =>
  client.knock(contracts.withdrawAgreement, { ...at(), version: read ?? (await version()) });
const gate = async () =>
  (await clients()[1].call(contracts.readGrowth, at())).body.gate.filter(({ requirement }) =>
    ['agreement', 'obligation'].includes(requirement),
  );
const acts = async () => {
  const { items } = (await clients()[1].call(contracts.readPairingHistory, at())).body;
  return items.map(({ act }) => act);
};

describe('an agreement that is written anew while the pairing runs', () => {
  it('is a draft: what was signed stays in force with its names, shares, balance and gate', async () => {
    const before = await view();
    const gateBefore = await gate();
    expect((await writes(clients()[0], text([talks], { clauses: '改为每月研讨。' }))).status).toBe(200);
    const shown = await view();
    const { obligations, allShares, shares, signatures, toDay } = before;
    expect(shown).toMatchObject({ obligations, allShares, shares, signatures, toDay, maySignFor: 'mentor' });
    expect(shown.revision).toMatchObject({
      ...{ obligations: [talks], clauses: '改为每月研讨。', signatures: [], fromDay: '2026-09-01' },
      writtenBy: pairing.mentor.name,
    });
    expect(await gate()).toEqual(gateBefore);
  });

  it('takes over with the third name and not before, with shares of its own and the earlier text kept', async () => {
    const { pairingId, mentor } = pairing;
    await aHandCounted(house, { pairingId, kind: 'discussion', by: mentor, onDay: '2026-09-10' });
    await writes(clients()[0], text([talks], { toDay: '2027-01-31' }));
    for (const client of clients().slice(0, 2)) expect((await signs(client)).status).toBe(200);
    expect((await view()).obligations).toMatchObject([hears]);
    expect((await signs(clients()[2])).status).toBe(200);
    const shown = await view();
    expect(shown).toMatchObject({ state: 'active', revision: null, toDay: '2027-01-31', maySignFor: null });
    expect(shown.obligations).toMatchObject([talks]);
    expect(shown.signatures.map(({ party }) => party)).toEqual(['mentor', 'mentee', 'school']);
    expect(shown.shares).toMatchObject([{ kind: 'discussion', due: 2, done: 1, firstDay: '2026-09-01' }]);
    const kept = await house.sql(
      `SELECT r.state, r.obligations, (SELECT count(*)::int FROM agreement_signature s WHERE s.revision_id = r.id) AS names
       FROM agreement_revision r WHERE r.pairing_id = $1 ORDER BY r.state`,
      [pairingId],
    );
    expect(kept).toEqual([
      { state: 'in-force', obligations: [talks], names: 0 },
      { state: 'replaced', obligations: [hears], names: 3 },
    ]);
    const [entry] = (await clients()[1].call(contracts.readPairingHistory, at())).body.items;
    expect(entry).toMatchObject({
      act: 'pairing.revision-in-force',
      detail: { before: { obligations: [hears], toDay: '2027-07-31' }, after: { obligations: [talks] } },
    });
  });

  it('takes over again and again; of each earlier text its own names are kept', async () => {
    for (const number of [3, 4]) {
      await writes(clients()[0], text([{ ...hears, number }]));
      for (const client of clients()) await signs(client);
    }
    const kept = await house.sql<{ state: string; n: number; names: number }>(
      `SELECT r.state, (r.obligations -> 0 ->> 'number')::int AS n,
         (SELECT count(*)::int FROM agreement_signature s WHERE s.revision_id = r.id) AS names
       FROM agreement_revision r WHERE r.pairing_id = $1 ORDER BY n`,
      [pairing.pairingId],
    );
    expect(kept.toSorted((a, b) => a.n - b.n)).toEqual([
      { state: 'replaced', n: 3, names: 3 },
      { state: 'in-force', n: 4, names: 0 },
      { state: 'replaced', n: 7, names: 3 },
    ]);
    expect((await view()).signatures).toHaveLength(3);
  });

  it('is written anew once more: names under the earlier draft do not count for the later', async () => {
    await writes(clients()[0], text([talks]));
    await signs(clients()[0]);
    await signs(clients()[1]);
    await writes(clients()[2], text([{ ...talks, number: 1 }]));
    expect((await view()).revision).toMatchObject({ signatures: [], obligations: [{ number: 1 }] });
    expect((await signs(clients()[2])).status).toBe(200);
    expect((await view()).obligations).toMatchObject([hears]);
    expect((await signs(clients()[2])).text).toContain('already-signed');
  });

  it('is taken back by who may write it, and what is in force never noticed', async () => {
    await writes(clients()[0], text([talks]));
    await signs(clients()[0]);
    expect((await withdraws(clients()[1])).status).toBe(403);
    expect((await withdraws(clients()[0], 900)).status).toBe(412);
    expect((await withdraws(clients()[0])).status).toBe(200);
    expect(await view()).toMatchObject({ revision: null, obligations: [hears], maySignFor: null });
    expect((await withdraws(clients()[0])).text).toContain('revision-missing');
    expect(await acts()).toEqual(['pairing.revision-withdrawn', 'pairing.signed', 'pairing.revision']);
  });

  it('is asked for on the list of those who have to sign, and on the board, until it is signed', async () => {
    const asking = async () =>
      (await clients()[1].call(contracts.listPairings, { query: { state: 'asking', as: 'mentee' } })).body.items.length;
    const onBoard = async () => {
      const query = { reason: 'agreement-unsigned', limit: 200 } as const;
      const { items } = (await (await house.as(town.administrator)).call(contracts.listPairingsToActOn, { query }))
        .body;
      return items.some(({ pairingId }) => pairingId === pairing.pairingId);
    };
    expect([await asking(), await onBoard()]).toEqual([0, false]);
    await writes(clients()[0], text([talks]));
    expect([await asking(), await onBoard()]).toEqual([1, true]);
    for (const client of clients()) await signs(client);
    expect([await asking(), await onBoard()]).toEqual([0, false]);
  });

  it('is not signed while the pairing is assessed, and gone from sight once it has ended', async () => {
    await writes(clients()[0], text([talks]));
    await house.sql(`UPDATE pairing SET state = 'assessing' WHERE id = $1`, [pairing.pairingId]);
    expect((await view()).maySignFor).toBeNull();
    expect((await signs(clients()[1])).text).toContain('pairing-state');
    await house.sql(`UPDATE pairing SET state = 'dissolved' WHERE id = $1`, [pairing.pairingId]);
    expect((await view()).revision).toBeNull();
  });

  it('lapses with the pairing that ends: it is told so, and neither signed, taken back nor asked for any more', async () => {
    await writes(clients()[0], text([talks]));
    await signs(clients()[0]);
    const administrator = await house.as(town.administrator);
    const body = { act: 'dissolve' as const, reason: '调离' };
    const ended = await administrator.call(contracts.endPairing, { ...at(), body, version: await version() });
    expect(ended.status).toBe(200);
    const shown = await view();
    expect(shown).toMatchObject({ revision: null, revisionAwaits: [], obligations: [hears], maySignFor: null });
    expect(shown.lapsedRevision).toMatchObject({ writtenBy: pairing.mentor.name });
    expect((await signs(clients()[1])).text).toContain('pairing-state');
    const taken = await clients()[0].call(contracts.withdrawAgreement, { ...at(), version: await version() });
    expect(taken.problem?.type).toBe('/problems/revision-missing');
    const states = 'SELECT state FROM agreement_revision WHERE pairing_id = $1';
    expect(await house.sql(states, [pairing.pairingId])).toEqual([{ state: 'lapsed' }]);
    const { items } = (await clients()[0].call(contracts.readPairingHistory, at())).body;
    expect(items.map(({ act }) => act)).toContain('pairing.revision-lapsed');
  });

  it('leaves the pairing the day on which it began, even where another one of the two begins on its own', async () => {
    const { mentor, mentee } = pairing;
    const moved = text([talks], { fromDay: '2026-10-01' });
    await writes(clients()[0], moved);
    for (const client of clients().slice(0, 2)) await signs(client);
    await aPairing(house, { mentor, mentee, fromDay: '2026-10-01' });
    expect((await signs(clients()[2])).status).toBe(200);
    expect(await view()).toMatchObject({ obligations: [talks], fromDay: '2026-09-01' });
    const unsaid = text([talks], { fromDay: '2026-01-01', toDay: '2026-08-31' });
    expect((await writes(clients()[0], unsaid)).text).toContain('agreement-days');
  });
});

describe('words of the register in a pairing that runs', () => {
  it('stay in force until what was written beside them has three names', async () => {
    const { pairingId } = pairing;
    await house.sql(`UPDATE pairing SET agreement_state = 'read' WHERE id = $1`, [pairingId]);
    await house.sql('DELETE FROM agreement_signature WHERE pairing_id = $1', [pairingId]);
    await writes(clients()[0], text([talks]));
    expect(await view()).toMatchObject({ agreementState: 'read', obligations: [hears] });
    for (const client of clients()) await signs(client);
    expect(await view()).toMatchObject({ agreementState: 'written', obligations: [talks], revision: null });
  });
});

describe('the third signature and another text at the same moment', () => {
  it('never lets a text count that a signer has not read', async () => {
    for (let round = 0; round < 8; round += 1) {
      await writes(clients()[0], text([{ ...talks, number: 2 }]));
      for (const client of clients().slice(0, 2)) await signs(client);
      const read = await version();
      const [signed, written] = await Promise.all([
        signs(clients()[2], read),
        writes(clients()[0], text([{ ...talks, number: 9 }]), read),
      ]);
      expect([signed.status, written.status].toSorted()).toEqual([200, 412]);
      const { obligations, revision } = await view();
      if (signed.status === 200) {
        expect([obligations, revision]).toMatchObject([[{ kind: 'discussion', number: 2 }], null]);
      } else {
        expect(obligations.some(({ number }) => number === 9)).toBe(false);
        expect(revision).toMatchObject({ signatures: [], obligations: [{ number: 9 }] });
      }
    }
  });

  it('takes over once of two who sign last together', async () => {
    await writes(clients()[0], text([talks]));
    await signs(clients()[0]);
    await signs(clients()[1]);
    const read = await version();
    const administrator = await house.as(town.administrator);
    const both = await Promise.all([signs(clients()[2], read), signs(administrator, read)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    expect(await acts()).toEqual([
      'pairing.revision-in-force',
      ...['pairing.signed', 'pairing.signed', 'pairing.signed', 'pairing.revision'],
    ]);
  });

  it('leaves one draft of two that are written together', async () => {
    const read = await version();
    const both = await Promise.all([
      writes(clients()[0], text([talks]), read),
      writes(clients()[2], text([{ ...talks, number: 1 }]), read),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    await expect(
      house.sql(
        `INSERT INTO agreement_revision (pairing_id, from_day, clauses, obligations) VALUES ($1, '2026-09-01', '', '[]')`,
        [pairing.pairingId],
      ),
    ).rejects.toThrow('agreement_revision_one_draft');
  });
});

it('is nobody else’s to write', async () => {
  const other = await house.as(await aPerson(house, town.foreign.id, 'mentor'));
  expect((await writes(other, text([talks]), 1)).status).toBe(404);
  expect((await withdraws(other, 1)).status).toBe(404);
  const unknown = { params: { pairingId: randomUUID() as PairingMade['pairingId'] }, version: 1 };
  expect((await clients()[0].knock(contracts.withdrawAgreement, unknown)).status).toBe(404);
});
