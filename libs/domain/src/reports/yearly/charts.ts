import { accept, refuse, type Result } from '../../kernel';
import type { CountRule, IndicatorVersion } from '../indicator';
import { breakdownsOf, countsPeople, dimensionOf, numberFieldOf, type Source } from '../source';
import { sources } from '../sources';
import { type Chart, type ChartKind, yearlyTemplate } from '../template';
import { type Trilingual, trilingual } from '../words';

/** In place of a dimension: the years up to that of the report. */
export const byYear = 'year';

/** How many years a line goes back. */
export const yearsShown = 6;

/** A chart that somebody wants in a section. */
export interface ChartWish {
  readonly indicator: string;
  /** A dimension of the rows, or `byYear`. */
  readonly by: string;
  readonly within: string | null;
  readonly kind: ChartKind;
}

/** Why a chart is not drawn: its numeral or dimension does not exist, or the kind would say what is not so. */
export type ChartRefusal =
  | { readonly kind: 'numeral-unknown'; readonly keys: readonly string[] }
  | { readonly kind: 'field-unknown' }
  | { readonly kind: 'chart-unfit' };

const sourceOf = ({ source }: CountRule): Source => sources[source];

/** Does the count of a rule, or its rows, tell how many people there are? Then small groups are hidden. */
export function tellsOfPeople({
  rule,
  population,
}: Pick<IndicatorVersion, 'population'> & { rule: CountRule }): boolean {
  const source = sourceOf(rule);
  if (population !== null || source.isOfPeople === true) return true;
  const field = rule.measure.of === 'sum' ? numberFieldOf(source, rule.measure.field) : null;
  return field !== null && countsPeople(field);
}

/** By what a numeral can be drawn: years always, and of one that counts rows every dimension of these. */
export const chartDimensions = ({ rule }: Pick<IndicatorVersion, 'rule'>): readonly string[] =>
  rule.kind === 'count' ? [byYear, ...breakdownsOf(sourceOf(rule))] : [byYear];

/**
 * The kinds that say what is so. A line joins what follows in time. A ring shows parts of a whole: what is counted once
 * each may stand in two of them. Bars are stacked of rows alone, never of people: a part could tell of one.
 */
export function chartKindsFor(
  definition: Pick<IndicatorVersion, 'rule' | 'population'>,
  by: string,
): readonly ChartKind[] {
  const { rule, population } = definition;
  if (by === byYear || rule.kind === 'derived') return ['line', 'column', 'bar'];
  const isOfTime = dimensionOf(sourceOf(rule), by)?.kind === 'month';
  const addsUp = rule.measure.of !== 'distinct';
  return [
    ...(isOfTime ? (['column', 'line'] as const) : (['bar', 'column'] as const)),
    ...(addsUp && !isOfTime ? (['pie'] as const) : []),
    ...(addsUp && !tellsOfPeople({ rule, population }) ? (['stacked'] as const) : []),
  ];
}

/** What the bars of a stacked chart can be parted by: closed lists, which are never long. */
export const partsFor = ({ rule }: Pick<IndicatorVersion, 'rule'>, by: string): readonly string[] =>
  rule.kind === 'count'
    ? breakdownsOf(sourceOf(rule)).filter((field) => {
        const kind = dimensionOf(sourceOf(rule), field)?.kind;
        return field !== by && (kind === 'choice' || kind === 'flag');
      })
    : [];

const yearName = trilingual('年份', 'Year', 'يىل');

/** What a chart is drawn by, in words. */
export const dimensionName = ({ rule }: Pick<IndicatorVersion, 'rule'>, by: string): Trilingual =>
  (by === byYear || rule.kind === 'derived' ? null : dimensionOf(sourceOf(rule), by)?.name) ?? yearName;

function wordsOf(definition: IndicatorVersion, { by, within }: ChartWish): Pick<Chart, 'title' | 'sentence'> {
  const { name, unit } = definition;
  const [first, second] = [dimensionName(definition, by), within === null ? null : dimensionName(definition, within)];
  const title = trilingual(
    `${name.zh}（按${first.zh}${second ? `、${second.zh}` : ''}）`,
    `${name.en || name.zh} by ${first.en.toLowerCase()}${second ? ` and ${second.en.toLowerCase()}` : ''}`,
  );
  return { title, sentence: trilingual(`最多的是{{most}}，{{value}} ${unit}。`, 'Most: {{most}} ({{value}}).') };
}

/** Is a chart of this kind, with these parts, one that says what is so? */
function isFit(definition: IndicatorVersion, { by, within, kind }: ChartWish): boolean {
  if (!chartKindsFor(definition, by).includes(kind)) return false;
  return kind === 'stacked' ? within !== null && partsFor(definition, by).includes(within) : within === null;
}

const keyOf = ({ indicator, by, within }: ChartWish): string =>
  [indicator, 'by', by, ...(within === null ? [] : [within])].join('-').toLowerCase();

/** A chart as it is kept: that of the template where it has the same one, else named after what it shows. */
export function decideChart(
  wish: ChartWish,
  definitions: ReadonlyMap<string, IndicatorVersion>,
): Result<Chart, ChartRefusal> {
  const { indicator, by, within, kind } = wish;
  const definition = definitions.get(indicator);
  if (!definition) return refuse({ kind: 'numeral-unknown', keys: [indicator] });
  if (!chartDimensions(definition).includes(by)) return refuse({ kind: 'field-unknown' });
  if (!isFit(definition, wish)) return refuse({ kind: 'chart-unfit' });
  const known = yearlyTemplate.sections
    .flatMap(({ charts }) => charts)
    .find((one) => one.indicator === indicator && one.by === by && (one.within ?? null) === within);
  const { title, sentence } = known ?? wordsOf(definition, wish);
  return accept({
    ...{ key: known?.key ?? keyOf(wish), title, sentence, indicator, by },
    ...(within !== null && { within }),
    kind,
  });
}
