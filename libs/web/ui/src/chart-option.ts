import type { Tone } from './tone';

/** One run of figures, a figure for each category; the tone gives its colour. */
export interface ChartSeries {
  readonly name: string;
  /** Null where there is no figure to show: no bar, and the words of the chart for that in the table. */
  readonly values: readonly (number | null)[];
  readonly tone: Tone;
  /** Figures of another kind than the bars stand in the table alone. */
  readonly onlyInTable?: boolean;
}

/** What a chart shows. */
export interface ChartFigures {
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
  /** Bars beside each other along the line, or below each other with room for names. */
  readonly lie: boolean;
  /** Bars that touch: how many have each figure. */
  readonly histogram: boolean;
  readonly rightToLeft: boolean;
  readonly still: boolean;
}

// Colours are tokens, resolved by the style sheet: they follow light and dark without drawing again.
const colours: Readonly<Record<Tone, string>> = {
  neutral: 'var(--line-strong)',
  accent: 'var(--accent)',
  good: 'var(--good-text)',
  warn: 'var(--lane-two-line)',
  bad: 'var(--bad)',
};

const soft = 'var(--text-soft)';
const font = { color: soft, fontSize: 12, fontFamily: 'inherit' };

/** A figure stands where its bar ends. */
const end = ({ lie, rightToLeft }: ChartFigures) =>
  lie ? (rightToLeft ? ('left' as const) : ('right' as const)) : ('top' as const);

const bars = (figures: ChartFigures) =>
  figures.series.map(({ name, values, tone }) => ({
    type: 'bar' as const,
    name,
    data: [...values],
    itemStyle: { color: colours[tone], borderRadius: 2 },
    barCategoryGap: figures.histogram ? '8%' : '35%',
    barGap: '12%',
    barMaxWidth: figures.lie ? 14 : 44,
    emphasis: { disabled: true },
    label: { show: true, position: end(figures), ...font },
  }));

/** A name of eight signs, as schools name their teachers, stands whole; a longer one ends in dots. */
const nameWidth = 112;

/** Room beside lying bars: for their names where they begin, for the figure where the longest one ends. */
function sides({ lie, rightToLeft }: ChartFigures) {
  if (!lie) return { left: 8, right: 8 };
  const [names, figure] = [nameWidth + 12, 40];
  return rightToLeft ? { left: figure, right: names } : { left: names, right: figure };
}

/** What ECharts is told: one category axis, one of figures, bars, nothing that moves or floats. */
export function chartOption(figures: ChartFigures) {
  const { categories, lie, rightToLeft, still } = figures;
  const names = {
    type: 'category' as const,
    data: [...categories],
    axisTick: { show: false },
    axisLine: { lineStyle: { color: 'var(--line-strong)' } },
    axisLabel: { ...font, hideOverlap: true, ...(lie && { width: nameWidth, overflow: 'truncate' as const }) },
  };
  const counts = {
    type: 'value' as const,
    minInterval: 1,
    axisLabel: { ...font, hideOverlap: true },
    splitLine: { lineStyle: { color: 'var(--line-soft)' } },
  };
  const start = rightToLeft ? ('right' as const) : ('left' as const);
  return {
    animation: !still,
    animationDuration: 250,
    aria: { enabled: false },
    grid: {
      ...{ top: lie ? 8 : 24, bottom: 8, ...sides(figures) },
      ...{ outerBoundsMode: 'same' as const, outerBoundsContain: 'axisLabel' as const },
    },
    xAxis: { ...(lie ? counts : names), inverse: rightToLeft },
    yAxis: { ...(lie ? names : counts), inverse: lie, position: start },
    series: bars(figures),
  };
}
