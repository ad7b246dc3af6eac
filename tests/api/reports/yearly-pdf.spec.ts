import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aHouse, anIssue, aYear, type House, opensYear, type YearMade } from '../../support';

let house: House;
let year: YearMade;
beforeAll(async () => {
  const browserModule = resolve(import.meta.dirname, '../../../tools/browser.mjs');
  house = await aHouse({ now: '2026-11-26T02:00:00Z', browserModule });
  year = await aYear(house);
  await opensYear(year);
});
afterAll(() => house.close());

describe('a report as PDF', () => {
  it('is printed in three languages on A4, in fonts that have their signs, once and for all', async () => {
    const issue = await anIssue(year);
    const pages = issue.files.filter(({ kind }) => kind === 'pdf');
    expect(pages.map(({ name, failure }) => [name, failure])).toEqual([
      ['report.zh.pdf', null],
      ['report.en.pdf', null],
      ['report.ug.pdf', null],
    ]);
    const bytesOf = async (name: string) => {
      const response = await year.hangzhou.raw(`/api/yearly-issues/${issue.id}/files/${name}`);
      expect(response.headers.get('content-type')).toBe('application/pdf');
      return Buffer.from(await response.arrayBuffer());
    };
    const zh = await bytesOf('report.zh.pdf');
    expect(zh.subarray(0, 5).toString()).toBe('%PDF-');
    const text = zh.toString('latin1');
    expect(text).toMatch(/\/MediaBox \[0 0 59[45][\d.]* 84[12]/);
    expect(text).toContain('NotoSansSC');
    const ug = (await bytesOf('report.ug.pdf')).toString('latin1');
    expect(ug).toContain('NotoNaskhArabic');
    expect(await bytesOf('report.zh.pdf')).toEqual(zh);
  });
});
