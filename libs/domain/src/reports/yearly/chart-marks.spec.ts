import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { certainties } from '../certainty';
import { chartMarks, isMarked, marksDiffer } from './chart-marks';
import { type YearlyMark, yearlyMarks } from './content';

const of = (...marks: readonly YearlyMark[]) => ({ marks });
const groups = fc.array(fc.record({ marks: fc.subarray([...yearlyMarks], { maxLength: 2 }) }));
const strength = (mark: YearlyMark | undefined) => certainties.findIndex((one) => one === mark);

describe('how sure a chart is', () => {
  it.each<[string, readonly { marks?: readonly YearlyMark[] }[], readonly YearlyMark[]]>([
    ['one group of the demonstration makes all of it one', [of('stated'), of('demo'), of('inferred')], ['demo']],
    [
      'a numeral that is reckoned is so in every year',
      [of('derived', 'stated'), of('derived', 'demo')],
      ['derived', 'demo'],
    ],
    ['months without a row weaken nothing', [of('recorded'), of()], ['recorded']],
    ['of an issue of before nothing is known', [{}, {}], []],
  ])('%s', (_, given, marks) => {
    expect(chartMarks(given)).toEqual(marks);
  });

  it('is no surer than any of its groups, whatever their order', () => {
    fc.assert(
      fc.property(groups, (all) => {
        const marks = chartMarks(all);
        expect(chartMarks(all.toReversed())).toEqual(marks);
        expect(marks.includes('derived')).toBe(all.some((group) => group.marks.includes('derived')));
        for (const mark of all.flatMap((group) => group.marks))
          expect(strength(mark)).toBeLessThanOrEqual(strength(marks.at(-1)));
      }),
    );
  });
});

describe('a mark at each group', () => {
  it('is needed where not all are alike, and nowhere else', () => {
    expect(marksDiffer([of('stated'), of('stated'), of(), {}])).toBe(false);
    expect(marksDiffer([of('stated'), of('demo')])).toBe(true);
    expect(marksDiffer([of('derived', 'stated'), of('derived', 'demo')])).toBe(true);
    fc.assert(
      fc.property(groups, (all) => {
        const kinds = new Set(all.filter(({ marks }) => marks.length > 0).map(({ marks }) => JSON.stringify(marks)));
        expect(marksDiffer(all)).toBe(kinds.size > 1);
      }),
    );
  });

  it('is known of issues that kept it', () => {
    expect([isMarked([{}]), isMarked([{}, of()])]).toEqual([false, true]);
  });
});
