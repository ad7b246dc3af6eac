import { describe, expect, it } from '@jest/globals';
import { chartParts, drawnForm, tellsApart } from './chart-form';

const words = (zh: string) => ({ zh, en: zh, ug: '' });
const group = (zh: string, value: number | null, isHidden = false) => ({ label: words(zh), value, isHidden });

describe('how a chart is drawn', () => {
  const two = [group('一对一', 12), group('一对多', 30)];
  it.each([
    ['pie', two, 'ring'],
    ['pie', [group('一对一', null, true), group('一对多', 30)], 'bars'],
    ['pie', [group('一对一', 12)], 'bars'],
    ['pie', Array.from({ length: 8 }, (_, at) => group(String(at), at + 1)), 'bars'],
    ['line', two, 'line'],
    ['line', [group('2015', 34)], 'bars'],
    ['column', two, 'bars'],
    ['bar', two, 'bars'],
    ['stacked', two, 'bars'],
    ['stacked', [{ ...group('九月', 3), parts: [{ label: words('远程课'), value: 3 }] }], 'stack'],
  ] as const)('a %s of %j is %s', (kind, groups, form) => {
    expect(
      drawnForm(kind, [...groups.map((one) => ({ ...one, ...('parts' in one && { parts: [...one.parts] }) }))]),
    ).toBe(form);
  });

  it('names each part once, in the order in which they first stand', () => {
    const parts = (...names: readonly string[]) => names.map((zh) => ({ label: words(zh), value: 1 }));
    const groups = [
      { ...group('九月', 2), parts: parts('甲', '乙') },
      { ...group('十月', 2), parts: parts('丙', '甲') },
    ];
    expect(chartParts(groups).map(({ zh }) => zh)).toEqual(['甲', '乙', '丙']);
  });
});

describe('groups', () => {
  it('tell something apart where two of them at least are shown', () => {
    expect(tellsApart([group('2015', 34)])).toBe(false);
    expect(tellsApart([group('2015', 34), group('2014', null), group('甲', null, true)])).toBe(false);
    expect(tellsApart([group('2015', 34), group('2014', 0)])).toBe(true);
  });
});
