import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readAgreement } from './read-agreement';

const told = (words: string) => {
  const { obligations, unread } = readAgreement(words);
  return [
    ...obligations.map(({ owedBy, kind, number, per }) => `${owedBy} ${kind} ${String(number)}/${per}`),
    ...unread,
  ];
};

describe('an agreement in words', () => {
  it.each([
    ['每学期互听课不少于7节', ['mentor mentor-hears 7/term', 'mentee mentee-hears 7/term']],
    ['每月带教不少于2次', ['mentor discussion 2/month']],
    [
      '每学期互听课不少于七节，徒弟每年上公开课两次',
      ['mentor mentor-hears 7/term', 'mentee mentee-hears 7/term', 'mentee open-lesson 2/year'],
    ],
    ['每学期师傅听课８节；徒弟听课十二节', ['mentor mentor-hears 8/term', 'mentee mentee-hears 12/term']],
    ['每学年论文1篇、教案3份', ['mentee paper 1/year', 'mentee lesson-plan 3/year']],
    ['每学期公开课教案2份', ['每学期公开课教案2份']],
    ['每学期师傅听课7节8次', ['每学期师傅听课7节8次']],
    [
      '每学期互听课7节，教案2份，论文1篇',
      [
        ...['mentor mentor-hears 7/term', 'mentee mentee-hears 7/term'],
        ...['mentee lesson-plan 2/term', 'mentee paper 1/term'],
      ],
    ],
    ['每个月研讨两次', ['mentor discussion 2/month']],
    ['每月研讨二十次', ['mentor discussion 20/month']],
    ['按学校要求开展', ['按学校要求开展']],
    ['互听课不少于7节', ['互听课不少于7节']],
    ['每学期多听课', ['每学期多听课']],
    [
      '每学期互听课7节，每学期互听课8节',
      ['mentor mentor-hears 7/term', 'mentee mentee-hears 7/term', '每学期互听课8节'],
    ],
    ['', []],
  ])('%s', (words, expected) => {
    expect(told(words)).toEqual(expected);
  });

  it('is read whole or asked about: no piece is lost, and no number is invented', () => {
    fc.assert(
      fc.property(fc.string(), (words) => {
        const { obligations, unread } = readAgreement(words);
        for (const { number } of obligations) expect(number).toBeGreaterThanOrEqual(1);
        if (words.trim() !== '' && /[^，,、；;。\s]/.test(words))
          expect(obligations.length + unread.length).toBeGreaterThan(0);
      }),
    );
  });
});
