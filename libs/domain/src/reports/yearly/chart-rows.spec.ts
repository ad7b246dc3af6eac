import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { trilingual } from '../words';
import { storedNarrowings } from './chart-rows';
import type { YearlyGroup } from './content';

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
const found = (value: string, more: object = {}) => storedNarrowings({ by: 'sender', groups }, { value, ...more });

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
    expect(storedNarrowings(chart, { value: '2015-11', within: 'isMakeUp', part: 'true' })).toEqual([
      { field: 'month', values: ['2015-11'], isOthers: false },
      { field: 'isMakeUp', values: ['true'], isOthers: false },
    ]);
    for (const place of [{ within: 'isMakeUp', part: 'false' }, { within: 'kind', part: 'true' }, { part: 'true' }])
      expect(storedNarrowings(chart, { value: '2015-11', ...place })).toBeNull();
  });

  it('belong to one group each, and each to one of the groups that are shown or to none', () => {
    const word = fc.constantFrom('', '一', '二', '三', '四', '五');
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1 }), word, (keys, stored) => {
        const all = [...keys.map((key) => group(key || '未说明', key)), group('其他', '…')];
        const holds = all.filter(({ key = '' }) =>
          (storedNarrowings({ by: 'reason', groups: all }, { value: key }) ?? []).every(
            ({ values, isOthers }) => values.includes(stored) !== isOthers,
          ),
        );
        expect(holds.length).toBe(stored === '' && !keys.includes('') ? 0 : 1);
      }),
    );
  });
});
