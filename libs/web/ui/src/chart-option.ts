import type { Tone } from './tone';

/** One run of figures, a figure for each category; the tone gives its colour. */
export interface ChartSeries {
  readonly name: string;
  /** Null where there is no figure to show: no bar, and in the table what stands for it, or a dash. */
  readonly values: readonly (number | null)[];
  /** What the table says in place of each missing figure. */
  readonly blanks?: readonly (string | null)[];
  readonly tone: Tone;
  /** Figures of another kind than the bars stand in the table alone. */
  readonly onlyInTable?: boolean;
}

/** Bars, one run of points joined by a line, bars in parts, or the parts of a whole as a ring. */
export type ChartForm = 'bars' | 'line' | 'stack' | 'ring';

/** What a chart shows. */
export interface ChartFigures {
  readonly form: ChartForm;
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

/** Parts follow each other in these, dark beside light, so that neighbours are told apart in black and white too. */
export const partColours = [
  'var(--accent)',
  'var(--lane-two-line)',
  'var(--accent-line)',
  'var(--good-text)',
  'var(--line-strong)',
  'var(--warn-text)',
] as const;

/** The colour of a part by its place. */
export const partColour = (at: number): string => partColours[at % partColours.length] ?? soft;

const soft = 'var(--text-soft)';
/** How words in a drawing look. */
export const chartFont = { color: soft, fontSize: 12, fontFamily: 'inherit' };

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
    label: { show: true, position: end(figures), ...chartFont },
  }));

const lines = (figures: ChartFigures) =>
  figures.series.map(({ name, values, tone }) => ({
    type: 'line' as const,
    name,
    data: [...values],
    symbol: 'circle',
    symbolSize: 8,
    // A point that is missing leaves a gap: nothing is drawn where nothing is known.
    connectNulls: false,
    lineStyle: { color: colours[tone], width: 2 },
    itemStyle: { color: colours[tone] },
    emphasis: { disabled: true },
    label: { show: true, position: 'top' as const, ...chartFont },
  }));

const stacks = (figures: ChartFigures) =>
  figures.series.map(({ name, values }, at) => ({
    type: 'bar' as const,
    name,
    stack: 'whole',
    data: [...values],
    itemStyle: { color: partColour(at) },
    barCategoryGap: '35%',
    barMaxWidth: figures.lie ? 18 : 44,
    emphasis: { disabled: true },
  }));

const runs = { bars, line: lines, stack: stacks } as const;

/** A name of eight signs, as schools name their teachers, stands whole; a longer one ends in dots. */
const nameWidth = 112;

/** Room beside lying bars: for their names where they begin, for the figure where the longest one ends. */
function sides({ lie, rightToLeft }: ChartFigures) {
  if (!lie) return { left: 8, right: 8 };
  const [names, figure] = [nameWidth + 12, 40];
  return rightToLeft ? { left: figure, right: names } : { left: names, right: figure };
}

/** What ECharts is told of bars and lines: one axis of names, one of figures, nothing that moves or floats. */
export function chartOption(figures: ChartFigures) {
  const { categories, lie, rightToLeft, still } = figures;
  const names = {
    type: 'category' as const,
    data: [...categories],
    axisTick: { show: false },
    axisLine: { lineStyle: { color: 'var(--line-strong)' } },
    axisLabel: { ...chartFont, hideOverlap: true, ...(lie && { width: nameWidth, overflow: 'truncate' as const }) },
  };
  const counts = {
    type: 'value' as const,
    minInterval: 1,
    axisLabel: { ...chartFont, hideOverlap: true },
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
    series: runs[figures.form === 'ring' ? 'bars' : figures.form](figures),
  };
}
