import { describe, expect, it } from '@jest/globals';
import { addressOf, isOpen, largestNumber, type ShownChart } from './chart-place';

const words = (zh: string) => ({ zh, en: zh, ug: '' });
const group = (key: string | undefined, value: number | null, more: object = {}): ShownChart['groups'][number] => ({
  ...{ label: words(key ?? ''), value, isHidden: false },
  ...(key !== undefined && { key }),
  ...more,
});
const chart = (more: Partial<ShownChart> = {}): ShownChart => ({
  ...{ indicator: 'visiting-teachers', by: 'sender', sentence: words(''), groups: [] },
  ...more,
});

describe('a number of a chart', () => {
  it('leads to the rows of its group, of its year, or of both dimensions of its part', () => {
    const sender = group('s1', 8);
    expect(addressOf({ chart: chart(), group: sender, part: null }, 2015)).toEqual({
      ...{ path: ['/indicators', 'visiting-teachers'], fragment: 'rows' },
      query: { year: 2015, by: 'sender', value: 's1' },
    });
    const ofYear = { chart: chart({ by: 'year' }), group: group('2014', 3), part: null };
    expect(addressOf(ofYear, 2015).query).toEqual({ year: '2014' });
    const part = { key: 'true', label: words('是'), value: 2 };
    const stacked = { chart: chart({ by: 'month', within: 'isMakeUp' }), group: group('2015-11', 3), part };
    expect(addressOf(stacked, 2015).query).toEqual({
      ...{ year: 2015, by: 'month', value: '2015-11', within: 'isMakeUp', part: 'true' },
    });
    expect(addressOf({ chart: chart(), group: null, part: null }, 2015).query).toEqual({ year: 2015 });
  });

  it('opens unless it is hidden, or was frozen before it was kept how sure it is', () => {
    const opens = (one: ShownChart['groups'][number]) => isOpen({ chart: chart(), group: one, part: null });
    expect(opens(group('', 5, { marks: ['stated'] }))).toBe(true);
    expect(opens(group('s1', null, { isHidden: true, marks: ['stated'] }))).toBe(false);
    expect(opens(group(undefined, 5))).toBe(false);
  });

  it('opens for whoever came by a link too, who gets no key of its rows', () => {
    const shared = group(undefined, 5, { marks: ['demo'] });
    expect(isOpen({ chart: chart(), group: shared, part: null })).toBe(true);
  });

  it('that a sentence says leads to its group, and to the breakdown where several are level', () => {
    const largest = (...groups: ShownChart['groups']) => largestNumber(chart({ groups }));
    expect(largest(group('a', 8), group('b', 7))).toMatchObject({ group: { key: 'a' } });
    const level = largest(group('a', 8), group('b', 8), group('c', 1));
    expect(level).toMatchObject({ group: null, level: [{ key: 'a' }, { key: 'b' }] });
    expect(addressOf(level, 2015)).toMatchObject({ query: { year: 2015, by: 'sender' }, fragment: 'breakdown' });
    expect(largest(group('a', null, { isHidden: true }))).toEqual({
      chart: expect.anything(),
      group: null,
      part: null,
    });
  });
});
