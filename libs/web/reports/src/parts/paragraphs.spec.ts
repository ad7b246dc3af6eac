import { describe, expect, it } from '@jest/globals';
import { paragraphsOf } from './paragraphs';

const words = (text: string) => ({ kind: 'text' as const, key: '', text });
const numeral = (text: string) => ({ kind: 'numeral' as const, key: 'studios', text });

describe('words with their numerals', () => {
  it('are a paragraph a line', () => {
    const pieces = [words('建立工作室 '), numeral('6'), words(' 个。\n\n下一段'), words('。')];
    expect(paragraphsOf(pieces).map((paragraph) => paragraph.map(({ text }) => text).join(''))).toEqual([
      '建立工作室 6 个。',
      '下一段。',
    ]);
  });

  it('are nothing where nothing is written, and a numeral never breaks', () => {
    expect(paragraphsOf([])).toEqual([]);
    expect(paragraphsOf([words('\n')])).toEqual([]);
    expect(paragraphsOf([numeral('1\n2')])).toEqual([[numeral('1\n2')]]);
  });
});
