import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { trilingual } from '../words';
import { storedNarrowings, withoutKeys } from './chart-rows';
import type { YearlyContent, YearlyGroup } from './content';

const group = (zh: string, key: string | undefined, more: Partial<YearlyGroup> = {}): YearlyGroup => ({
  ...{ label: trilingual(zh, zh), value: 8, isHidden: key === undefined },
  ...(key !== undefined && { key }),
  ...more,
});
const groups = [
  group('杭二中', '6e36a838'),
  group('妇产科', undefined),
  group('未说明', ''),
  group('停电', '停电'),
  group('其他', '…'),
];
const found = (value: string, more: object = {}) =>
  storedNarrowings({ by: 'sender', groups }, { value, ...more }, 2015);

describe('the stored rows of a number of a chart', () => {
  it.each<[string, readonly string[], boolean]>([
    ['6e36a838', ['6e36a838'], false],
    ['停电', ['停电'], false],
    ['', [''], false],
    // What is named by nobody is everything that no other group is called, hidden ones among them.
    ['…', ['', '6e36a838', '妇产科', '停电'], true],
  ])('of %j are told by its value', (value, values, isOthers) => {
    expect(found(value)).toEqual([{ field: 'sender', values, isOthers }]);
  });

  it('are not there of a hidden group, nor of one that the chart does not have', () => {
    expect([found('妇产科'), found('elsewhere')]).toEqual([null, null]);
  });

  it('of a part are those of its group too', () => {
    const parts = [{ key: 'true', label: trilingual('是', 'yes'), value: 3 }];
    const chart = { by: 'month', within: 'isMakeUp', groups: [group('2015-11', '2015-11', { parts })] };
    expect(storedNarrowings(chart, { value: '2015-11', within: 'isMakeUp', part: 'true' }, 2015)).toEqual([
      { field: 'month', values: ['2015-11'], isOthers: false },
      { field: 'isMakeUp', values: ['true'], isOthers: false },
    ]);
    for (const place of [{ within: 'isMakeUp', part: 'false' }, { within: 'kind', part: 'true' }, { part: 'true' }])
      expect(storedNarrowings(chart, { value: '2015-11', ...place }, 2015)).toBeNull();
  });

  it('over the years are all of the issue’s own year, and there are none of another', () => {
    const years = { by: 'year', groups: [group('2014', '2014'), group('2015', '2015')] };
    const of = (value: string, more: object = {}) => storedNarrowings(years, { value, ...more }, 2015);
    expect([of('2015'), of('2014'), of('2016')]).toEqual([[], null, null]);
    expect(of('2015', { within: 'kind', part: 'x' })).toBeNull();
    expect(storedNarrowings({ ...years, groups: [] }, { value: '2015' }, 2015)).toBeNull();
  });

  it('belong to one group each, and each to one of the groups that are shown or to none', () => {
    const word = fc.constantFrom('', '一', '二', '三', '四', '五');
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1 }), word, (keys, stored) => {
        const all = [...keys.map((key) => group(key || '未说明', key)), group('其他', '…')];
        const holds = all.filter(({ key = '' }) =>
          (storedNarrowings({ by: 'reason', groups: all }, { value: key }, 2015) ?? []).every(
            ({ values, isOthers }) => values.includes(stored) !== isOthers,
          ),
        );
        expect(holds.length).toBe(stored === '' && !keys.includes('') ? 0 : 1);
      }),
    );
  });
});

describe('a report for whoever sees counts only', () => {
  it('says what it says, and by nothing how its rows are found', () => {
    const parts = [{ key: 'true', label: trilingual('是', 'yes'), value: 3 }];
    const content = (of: readonly YearlyGroup[]) => ({
      year: 2015,
      sections: [{ code: 'a', charts: [{ key: 'c', groups: of }] }],
    });
    const told = content([group('杭二中', '6e36a838', { parts })]);
    const bare = JSON.stringify(withoutKeys(told as unknown as YearlyContent));
    const { key: _key, ...rest } = group('杭二中', '6e36a838', {
      parts: [{ label: trilingual('是', 'yes'), value: 3 }],
    });
    expect(JSON.parse(bare)).toEqual(JSON.parse(JSON.stringify(content([rest]))));
  });
});
