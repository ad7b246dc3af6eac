import { chartFont, type ChartFigures, partColour } from './chart-option';

/** A ring of the parts of a whole, with what each is and its figure beside it; what has no figure is left out. */
export function ringOption({ categories, series, still, rightToLeft }: ChartFigures) {
  const values = series[0]?.values ?? [];
  const data = categories
    .map((name, at) => ({ name, value: values[at] ?? null, itemStyle: { color: partColour(at) } }))
    .filter(({ value }) => value !== null && value > 0);
  return {
    ...{ animation: !still, animationDuration: 250, aria: { enabled: false } },
    series: [
      {
        type: 'pie' as const,
        radius: ['42%', '70%'],
        clockwise: !rightToLeft,
        data,
        emphasis: { disabled: true },
        itemStyle: { borderColor: 'var(--surface)', borderWidth: 2 },
        label: { show: true, formatter: '{b}\n{c} ({d}%)', overflow: 'break' as const, ...chartFont, lineHeight: 16 },
        labelLine: { length: 8, length2: 8, lineStyle: { color: 'var(--line-strong)' } },
      },
    ],
  };
}
