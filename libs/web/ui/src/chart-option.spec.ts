import { describe, expect, it } from '@jest/globals';
import { chartOption, type ChartFigures } from './chart-option';

const figures: ChartFigures = {
  form: 'bars',
  categories: ['0', '1', '2'],
  series: [{ name: '徒弟', values: [3, 5, 1], tone: 'accent' }],
  lie: false,
  histogram: true,
  rightToLeft: false,
  still: false,
};

describe('what ECharts is told', () => {
  it('is the figures, in colours that the style sheet resolves', () => {
    const option = chartOption(figures);
    expect(option.xAxis).toMatchObject({ type: 'category', data: ['0', '1', '2'] });
    expect(option.series).toMatchObject([{ type: 'bar', data: [3, 5, 1], itemStyle: { color: 'var(--accent)' } }]);
  });

  it('begins at the right where words do', () => {
    const option = chartOption({ ...figures, rightToLeft: true });
    expect(option.xAxis.inverse).toBe(true);
    expect(option.yAxis.position).toBe('right');
    expect(chartOption({ ...figures, lie: true, rightToLeft: true }).series[0]?.label.position).toBe('left');
    expect(chartOption({ ...figures, lie: true }).series[0]?.label.position).toBe('right');
  });

  it('lists names from the top where bars lie', () => {
    const option = chartOption({ ...figures, lie: true });
    expect(option.yAxis).toMatchObject({ type: 'category', inverse: true });
    expect(option.xAxis).toMatchObject({ type: 'value' });
  });

  it('moves nothing for who wants nothing to move', () => {
    expect(chartOption({ ...figures, still: true }).animation).toBe(false);
    expect(chartOption(figures).animation).toBe(true);
  });

  it('joins points by a line and leaves a gap where a figure is missing', () => {
    const line = chartOption({
      ...figures,
      form: 'line',
      series: [{ name: '结对', values: [1, null, 3], tone: 'accent' }],
    });
    expect(line.series).toMatchObject([{ type: 'line', data: [1, null, 3], connectNulls: false }]);
  });

  it('stacks parts on one another, each in a colour of its own', () => {
    const series = ['远程课', '走教'].map((name) => ({ name, values: [1, 2, 3], tone: 'accent' as const }));
    const stacked = chartOption({ ...figures, form: 'stack', series }).series;
    expect(stacked).toMatchObject([{ stack: 'whole' }, { stack: 'whole' }]);
    expect(new Set(stacked.map(({ itemStyle }) => itemStyle.color)).size).toBe(2);
  });
});
