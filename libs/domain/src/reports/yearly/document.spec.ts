import { describe, expect, it } from '@jest/globals';
import { yearlyText } from './document';

const words = { zh: '报告', en: '', ug: '' };
const content = { year: 2015, asOf: '2015-12-31', title: words, headline: words, sections: [], figures: [] };

describe('the text of an issue', () => {
  it('holds everything that it says, in one order', () => {
    const text = yearlyText({
      format: 'qinglan-yearly-1',
      year: 2015,
      number: 1,
      frozenAt: '2016-01-20T02:00:00Z',
      frozenBy: '管理员1',
      reason: null,
      signers: [],
      changes: [],
      content,
      rows: [{ key: 'mentors', count: 34, sha256: '00' }],
    });
    expect(text.startsWith('{"changes":[],"content":{"asOf":"2015-12-31"')).toBe(true);
    expect(JSON.parse(text)).toMatchObject({ number: 1, rows: [{ key: 'mentors', count: 34 }] });
  });
});
