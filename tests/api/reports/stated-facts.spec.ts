import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { savePersonHonour, saveStatement } from '@qinglan/contracts';
import { type Client, type House } from '../../support';
import { aCountedHouse, aStudioOf, type CountedHouse, words } from './counted-house';

let house: House;
let administrator: Client;
let figure: CountedHouse['figure'];
beforeAll(async () => {
  ({ house, administrator, figure } = await aCountedHouse());
  await aStudioOf(house, 1, 0);
});
afterAll(() => house.close());

describe('stated facts and honours', () => {
  it('are entered once, corrected by the version that was read, and counted at once', async () => {
    const statementId = randomUUID();
    const body = {
      code: 'S02',
      year: 2026,
      about: 'people',
      text: words('返杭干部'),
      number: 3,
      unit: '名' as const,
      quote: '返杭干部',
      source: '指挥部',
      organisationIds: [],
      evidence: 'stated' as const,
    };
    const put = (version: number, number: number) =>
      administrator.call(saveStatement, {
        params: { statementId: statementId as never },
        body: { ...body, number },
        version,
      });
    expect((await put(0, 3)).body.version).toBe(1);
    expect((await figure('cadres-returned'))?.value).toBe(3);
    expect((await put(1, 4)).body.version).toBe(2);
    expect((await put(1, 5)).status).toBe(412);
    expect((await figure('cadres-returned'))?.value).toBe(4);
    const twice = await administrator.call(saveStatement, {
      params: { statementId: randomUUID() as never },
      body,
      version: 0,
    });
    expect(twice.problem?.type).toBe('/problems/code-taken');
    const odd = await administrator.call(saveStatement, {
      params: { statementId: randomUUID() as never },
      body: { ...body, code: 'X', about: 'weather' },
      version: 0,
    });
    expect(odd.problem?.type).toBe('/problems/value-unknown');
    const unquoted = await administrator.call(saveStatement, {
      params: { statementId: randomUUID() as never },
      body: { ...body, code: 'Z', quote: null },
      version: 0,
    });
    expect(unquoted.problem?.type).toBe('/problems/quote-missing');
    const nobody = await administrator.call(saveStatement, {
      params: { statementId: randomUUID() as never },
      body: { ...body, code: 'Y', organisationIds: [randomUUID() as never] },
      version: 0,
    });
    expect(nobody.status).toBe(400);
  });

  it('of mentees are counted each, and the mentees once', async () => {
    const [mentee] = await house.sql<{ id: string }>(`SELECT mentee_id AS id FROM pairing LIMIT 1`);
    const honour = (title: string, level: '市' | '自治区') =>
      administrator.call(savePersonHonour, {
        params: { honourId: randomUUID() as never },
        body: { personId: mentee?.id as never, title, level, year: 2026, proof: '证书', evidence: 'stated' },
        version: 0,
      });
    expect((await honour('优质课', '自治区')).status).toBe(200);
    expect((await honour('论文', '市')).status).toBe(200);
    expect((await honour('论文', '市')).problem?.type).toBe('/problems/code-taken');
    expect((await figure('mentee-honours'))?.value).toBe(2);
    expect((await figure('honoured-mentees'))?.value).toBe(1);
    expect((await figure('mentee-honours-region'))?.value).toBe(1);
  });
});
