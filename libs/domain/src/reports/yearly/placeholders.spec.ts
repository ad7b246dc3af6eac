import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fillPlaceholders, placeholdersOf } from './placeholders';

const printed = new Map([
  ['studios', '6'],
  ['list:schools', '阿四中、六中'],
]);

describe('words with numerals', () => {
  it('open numerals and lists as parts of their own', () => {
    expect(fillPlaceholders('建立工作室 {{studios}} 个，在{{ list:schools }}援建。', printed)).toEqual([
      { text: '建立工作室 ', key: null },
      { text: '6', key: 'studios' },
      { text: ' 个，在', key: null },
      { text: '阿四中、六中', key: 'list:schools' },
      { text: '援建。', key: null },
    ]);
  });

  it('show a dash, never 0, for a numeral that is gone', () => {
    expect(fillPlaceholders('{{gone}}', printed)).toEqual([{ text: '—', key: 'gone' }]);
  });

  it.each(['{studios}', '{{}}', '{{Studios}}', '{{ a b }}'])('leave %s as it is written', (text) => {
    expect(placeholdersOf(text)).toEqual([]);
    expect(fillPlaceholders(text, printed)).toEqual([{ text, key: null }]);
  });

  it('keep every other sign', () => {
    const words = fc.array(
      fc.oneof(
        fc.string().filter((text) => !/[{}]/.test(text)),
        fc.constant('{{studios}}'),
      ),
    );
    fc.assert(
      fc.property(words, (pieces) => {
        const parts = fillPlaceholders(pieces.join(''), printed);
        expect(parts.map(({ text }) => text).join('')).toBe(pieces.join('').replaceAll('{{studios}}', '6'));
        expect(parts.filter(({ key }) => key !== null)).toHaveLength(placeholdersOf(pieces.join('')).length);
      }),
    );
  });
});
