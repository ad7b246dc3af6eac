import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { certaintyCounted, certaintyLabel, certaintyOf, noRows, type Sure, weakest } from './certainty';
import { printNumeral } from './numeral';
import { trilingual } from './words';

const words = trilingual('多所', 'several');
const answer = (value: number | null, unknownRows = 0) => ({ value, unknownRows, words });

describe('a printed numeral', () => {
  it.each([
    ['a number', answer(106), 'zh', 'digits', '106'],
    ['none', answer(0), 'zh', 'digits', '0'],
    ['a ratio', answer(3.12), 'zh', 'digits', '3.12'],
    ['at least so many', answer(70, 2), 'zh', 'digits', '至少 70'],
    ['at least so many, in English', answer(70, 2), 'en', 'digits', 'at least 70'],
    ['unknown', answer(null, 1), 'zh', 'digits', '多所'],
    ['unknown in English', answer(null), 'en', 'digits', 'several'],
    ['unknown in Uyghur, which falls back', answer(null), 'ug', 'digits', '多所'],
    ['at least none', answer(0, 3), 'zh', 'digits', '多所'],
    ['two as a counting word', answer(2), 'zh', 'words', '两'],
    ['three as a counting word', answer(3), 'zh', 'words', '三'],
    ['too many for a word', answer(34), 'zh', 'words', '34'],
    ['a counting word in English', answer(2), 'en', 'words', 'two'],
  ] as const)('is %s', (...[, given, language, form, text]) => {
    expect(printNumeral(given, language, form)).toBe(text);
  });

  it('is never 0 where anything is unknown', () => {
    fc.assert(
      fc.property(fc.option(fc.nat(), { nil: null }), fc.integer({ min: 1, max: 50 }), (value, unknownRows) => {
        expect(printNumeral(answer(value, unknownRows), 'zh')).not.toMatch(/^0$/);
      }),
    );
  });
});

const sure = (given: Partial<Sure>): Sure => ({
  ...{ value: 3, unknownRows: 0, certainty: noRows, derived: false, statedBy: null },
  ...given,
});

describe('how sure a number is', () => {
  it.each([
    [{ ...noRows, recorded: 3 }, false, 'recorded', '系统记录'],
    [{ ...noRows, recorded: 3, stated: 1 }, false, 'stated', '原文'],
    [{ ...noRows, stated: 3, inferred: 1 }, false, 'inferred', '推断'],
    [{ ...noRows, stated: 105, demo: 1 }, false, 'demo', '示例'],
    [{ ...noRows, stated: 17 }, true, 'derived', '推算'],
    [noRows, false, null, ''],
  ] as const)('is what its weakest row is: %j', (...[certainty, derived, label, word]) => {
    expect(certaintyOf(sure({ certainty, derived }))).toBe(label);
    expect(certaintyLabel(label, 'zh')).toBe(word);
    if (!derived) expect(weakest(certainty)).toBe(label);
  });

  it('is stated where the source says the very number, whatever its rows are', () => {
    const certainty = { ...noRows, demo: 34 };
    expect(certaintyOf(sure({ certainty, statedBy: 'S14' }))).toBe('stated');
    expect(certaintyOf(sure({ certainty, statedBy: 'S14', derived: true }))).toBe('derived');
    expect(certaintyCounted({ rows: 34, certainty, statedBy: 'S14' })).toEqual({ ...noRows, stated: 34 });
    expect(certaintyCounted({ rows: 34, certainty, statedBy: null })).toEqual(certainty);
  });

  it('is nothing of words of our own in place of a number, and stated of words that the source uses', () => {
    const certainty = { ...noRows, stated: 1 };
    for (const unknown of [{ value: null }, { value: 0, unknownRows: 1 }]) {
      expect(certaintyOf(sure({ certainty, ...unknown }))).toBe(null);
      expect(certaintyOf(sure({ certainty, ...unknown, statedBy: 'S09' }))).toBe('stated');
    }
  });
});
