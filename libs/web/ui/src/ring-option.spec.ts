import { describe, expect, it } from '@jest/globals';
import type { ChartFigures } from './chart-option';
import { ringOption } from './ring-option';

const figures: ChartFigures = {
  form: 'ring',
  categories: ['一对一', '一对多', '未说明'],
  series: [{ name: '结对', values: [12, 30, null], tone: 'accent' }],
  lie: false,
  histogram: false,
  rightToLeft: false,
  still: false,
};

describe('a ring', () => {
  it('has a part for each figure and none for what has no figure', () => {
    expect(ringOption(figures).series[0]?.data).toMatchObject([
      { name: '一对一', value: 12 },
      { name: '一对多', value: 30 },
    ]);
  });

  it('runs the other way where words do', () => {
    expect(ringOption(figures).series[0]?.clockwise).toBe(true);
    expect(ringOption({ ...figures, rightToLeft: true }).series[0]?.clockwise).toBe(false);
  });

  it('gives neighbours different colours', () => {
    const [one, other] = ringOption(figures).series[0]?.data ?? [];
    expect(one?.itemStyle.color).not.toBe(other?.itemStyle.color);
  });
});
