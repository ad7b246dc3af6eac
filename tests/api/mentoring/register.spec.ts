import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importDemoOnce } from '@qinglan/api-register';
import { listPairings, readPairing, saveAgreement, signAgreement, type PairingCard } from '@qinglan/contracts';
import { join } from 'node:path';
import { aHouse, type House } from '../../support';
import { csv, type Handed, handOver } from '../register/hand-over';

let house: House;
beforeAll(async () => {
  house = await aHouse({ now: '2026-11-02T02:00:00Z' });
  await importDemoOnce(house.app, join(process.cwd(), 'apps/api/demo-register'));
});
afterAll(() => house.close());

const personOf = async (code: string) => {
  const [found] = await house.sql<{ id: string }>('SELECT id FROM person WHERE code = $1', [code]);
  if (!found) throw new Error(`nobody has ${code}`);
  return found;
};
const pageOf = async (code: string, query: object) =>
  (await (await house.as(await personOf(code))).call(listPairings, { query: { limit: 200, ...query } })).body.items;

describe('the pairings of the register', () => {
  it('are 106 of 2015, each with its obligations read from its words, and those of 2026', async () => {
    const all = await pageOf('HQ-ADM', { state: 'open' });
    const [of2015, of2026] = ['2015', '2026'].map((year) => all.filter(({ fromDay }) => fromDay.startsWith(year)));
    expect(of2015).toHaveLength(106);
    expect(of2026).toHaveLength(12);
    expect(of2015?.every(({ agreementState, state }) => agreementState === 'read' && state === 'active')).toBe(true);
    const owed = await house.sql(
      `SELECT o.kind, o.number, o.per, count(*)::int AS n FROM obligation o JOIN pairing p ON p.id = o.pairing_id
       WHERE p.from_day < '2016-01-01' GROUP BY 1, 2, 3 ORDER BY 1`,
    );
    expect(owed).toEqual([
      { kind: 'discussion', number: 2, per: 'month', n: 44 },
      { kind: 'mentee-hears', number: 7, per: 'term', n: 62 },
      { kind: 'mentor-hears', number: 7, per: 'term', n: 62 },
    ]);
  });

  it('owe their share of the terms of 2015 that they lay in', async () => {
    const shares = await house.sql(
      `SELECT s.first_day::text, s.last_day::text, s.due FROM obligation_share s JOIN pairing p ON p.id = s.pairing_id
       JOIN person m ON m.id = p.mentor_id JOIN person t ON t.id = p.mentee_id
       WHERE m.code = 'M02' AND t.code = 'T002' AND s.kind = 'mentor-hears' ORDER BY 1`,
    );
    // From 1 September 2015, the second of 140 days; the terms of Aksu.
    expect(shares).toEqual([
      { first_day: '2015-09-01', last_day: '2016-01-17', due: 7 },
      { first_day: '2016-02-29', last_day: '2016-07-03', due: 7 },
    ]);
  });

  it('ask for the rest where words could not be read', async () => {
    const asking = await pageOf('HQ-ADM', { asks: true });
    expect(asking.map(({ mentee }) => mentee.name)).toEqual(['徒弟024']);
    const admin = await house.as(await personOf('HQ-ADM'));
    const view = (await admin.call(readPairing, { params: { pairingId: (asking[0] as PairingCard).id } })).body;
    expect(view).toMatchObject({ words: '按学校要求开展', obligations: [], agreementState: 'asks' });
  });

  it('are shown to their mentor most waiting first, with what this term still asks', async () => {
    const mine = await pageOf('M01', { as: 'mentor' });
    expect(mine.map(({ mentee }) => mentee.name).sort()).toEqual(
      ['徒弟001', '徒弟003', '徒弟007', '阿高数学教师'].sort(),
    );
    expect(mine.at(-1)?.mentee.name).toBe('徒弟007'); // began last
    const waiting = mine.map(({ waitingSince }) => waitingSince);
    expect(waiting).toEqual(waiting.toSorted());
    // Those of 2015 are past their last day and have no end yet: they do not stand above who waits today.
    expect((await pageOf('M01', { as: 'mentor', state: 'overdue' })).map(({ fromDay }) => fromDay)).toEqual([
      '2015-03-01',
    ]);
    expect(mine.find(({ mentee }) => mentee.name === '徒弟007')?.shares).toMatchObject([
      { kind: 'discussion', firstDay: '2026-11-01', lastDay: '2026-11-30', due: 2, done: 0 },
    ]);
  });
});

describe('a sheet that comes again', () => {
  const sheet = (words: string, toDay = '2027-07-31') =>
    csv('师徒结对', [
      ['导师工号', '学员工号', '工作室代码', '起始日期', '结束日期', '约定'],
      ['M08', 'AK-P2-T1', 'QL-YWX', '2026-09-01', toDay, words],
    ]);
  const importing = async (file: Handed) => {
    const admin = await house.as(await personOf('HQ-ADM'));
    return (await handOver(admin, [file])).report;
  };
  const found = async () => {
    const [one] = (await pageOf('M08', { as: 'mentor' })).filter(({ mentee }) => mentee.name === '二校语文教师');
    if (!one) throw new Error('no such pairing');
    const client = await house.as(await personOf('M08'));
    return { client, view: (await client.call(readPairing, { params: { pairingId: one.id } })).body };
  };

  it('with other words owes those, and whoever signed the earlier ones signs again', async () => {
    const { client, view } = await found();
    await client.call(signAgreement, { params: { pairingId: view.id }, version: view.version });
    expect(await importing(sheet('每学期互听课不少于5节'))).toMatchObject({ applied: true });
    const after = (await found()).view;
    expect(after.signatures).toEqual([]);
    expect(after.obligations.map(({ kind, number }) => [kind, number])).toEqual([
      ['mentor-hears', 5],
      ['mentee-hears', 5],
    ]);
  });

  it('changes nothing of an agreement that was written here, nor pairs the two a second time', async () => {
    const { client, view } = await found();
    const body = {
      ...{ templateId: null, fromDay: '2026-10-01', toDay: '2028-07-31', clauses: '' },
      obligations: [{ owedBy: 'mentor' as const, kind: 'discussion' as const, number: 2, per: 'month' as const }],
    };
    const params = { pairingId: view.id };
    const { version } = (await client.call(saveAgreement, { params, body, version: view.version })).body;
    await client.call(signAgreement, { params, version });
    const staysAsItIs = async () => {
      const before = (await found()).view;
      expect(await importing(sheet('每学期互听课不少于9节', '2027-01-31'))).toMatchObject({ applied: true });
      expect((await found()).view).toEqual(before);
      return before;
    };
    expect(await staysAsItIs()).toMatchObject({ agreementState: 'read', revision: { signatures: [{}] } });
    for (const code of ['AK-P2-T1', 'HQ-ADM']) {
      const signer = await house.as(await personOf(code));
      await signer.call(signAgreement, { params, version: (await found()).view.version });
    }
    // Who works with each other goes on doing so: the later text moves no beginning.
    expect(await staysAsItIs()).toMatchObject({ agreementState: 'written', revision: null, fromDay: '2026-09-01' });
    expect(
      await house.sql(`SELECT id FROM pairing p WHERE mentee_id = $1 AND state = 'active'`, [view.mentee.id]),
    ).toHaveLength(1);
  });
});
