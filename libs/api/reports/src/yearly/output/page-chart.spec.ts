import { describe, expect, it } from '@jest/globals';
import type { YearlyChart, YearlyGroup, YearlyMark } from '@qinglan/domain';
import { chartHtml } from './page-chart';

const words = (zh: string) => ({ zh, en: zh, ug: '' });
const group = (zh: string, value: number | null, more: Partial<YearlyGroup> = {}): YearlyGroup => ({
  ...{ label: words(zh), value, isHidden: false },
  ...more,
});
const chart = (kind: YearlyChart['kind'], groups: readonly YearlyGroup[]): YearlyChart => ({
  ...{
    key: 'k',
    title: words('图'),
    indicator: 'lessons-held',
    by: 'month',
    kind,
    groups,
    sentence: words('最多的是九月。'),
  },
});
const two = [group('九月', 12), group('十月', 30)];

describe('a printed chart', () => {
  it('of every kind has its sentence and each group with its number', () => {
    for (const kind of ['bar', 'column', 'line', 'pie', 'stacked'] as const) {
      const page = chartHtml(chart(kind, two), 'zh');
      for (const said of ['最多的是九月。', '九月', '12', '十月', '30'])
        expect([kind, page]).toEqual([kind, expect.stringContaining(said)]);
    }
  });

  it('says how sure it is as a whole beside its sentence, and at each group only where they differ', () => {
    const marked = (...marks: YearlyMark[]) => two.map((one, at) => ({ ...one, marks: marks.slice(at, at + 1) }));
    const alike = chartHtml(chart('bar', marked('demo', 'demo')), 'zh');
    expect(alike).toContain('<bdi>最多的是九月。</bdi> <span class="mark">示例</span></p>');
    expect(alike.match(/class="mark"/g)).toHaveLength(1);
    const differ = chartHtml(chart('bar', marked('stated', 'demo')), 'en');
    expect(differ).toContain('<bdi>最多的是九月。</bdi> <span class="mark">Demo</span></p>');
    expect(differ).toContain('<td><span class="mark">Stated</span></td><td>12</td>');
    expect(differ).toContain('<td><span class="mark">Demo</span></td><td>30</td>');
  });

  it('of an issue of before that was kept bears no mark', () => {
    expect(chartHtml(chart('bar', two), 'zh')).not.toContain('class="mark"');
  });

  it('is a line with a gap where a point is missing', () => {
    const page = chartHtml(chart('line', [...two, group('十一月', null), group('十二月', 3)]), 'zh');
    expect(page.match(/<polyline/g)).toHaveLength(2);
    expect(page.match(/r="3.5"/g)).toHaveLength(3);
  });

  it('is a ring only while no part is hidden', () => {
    expect(chartHtml(chart('pie', two), 'zh')).toContain('stroke-dasharray');
    const hidden = chartHtml(chart('pie', [...two, group('十一月', null, { isHidden: true })]), 'zh');
    expect(hidden).not.toContain('stroke-dasharray');
    expect(hidden).toContain('class="bar"');
  });

  it('names the parts of its bars, each with its number all in all', () => {
    const parts = (one: number, other: number) => ({
      parts: [
        { label: words('远程课'), value: one },
        { label: words('走教'), value: other },
      ],
    });
    const page = chartHtml(chart('stacked', [group('九月', 12, parts(10, 2)), group('十月', 30, parts(25, 5))]), 'zh');
    expect(page.match(/bar part/g)).toHaveLength(4);
    expect(page).toContain('<bdi>远程课</bdi> 35');
    expect(page).toContain('<bdi>走教</bdi> 7');
  });
});
