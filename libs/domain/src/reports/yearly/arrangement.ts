import { accept, refuse, type Result } from '../../kernel';
import type { IndicatorVersion } from '../indicator';
import type { Chart } from '../template';
import { type ChartRefusal, type ChartWish, decideChart } from './charts';
import type { YearlySectionKind } from './content';
import type { YearlyDraftSection, YearlyPlan } from './draft';

/** A number or a chart that goes to another section. */
export interface MovedItem {
  readonly kind: 'figure' | 'chart';
  readonly key: string;
  readonly to: string;
}

/** The numbers and charts of a section in their order, and what leaves it for another. */
export interface ArrangementWish {
  readonly figures: readonly string[];
  readonly charts: readonly ChartWish[];
  readonly moved: readonly MovedItem[];
}

/** What stands in a section from now on. */
export interface ArrangedSection {
  readonly code: string;
  readonly plan: YearlyPlan;
}

/** Why an arrangement is not taken. */
export type ArrangementRefusal = ChartRefusal | { readonly kind: 'sections-differ' };

const onceEach = (keys: readonly string[]): readonly string[] => [...new Set(keys)];
const chartsOnce = (charts: readonly Chart[]): readonly Chart[] => [
  ...new Map(charts.map((chart) => [chart.key, chart])).values(),
];

type Decided = Result<readonly Chart[], ChartRefusal>;

function decideCharts(wishes: readonly ChartWish[], definitions: ReadonlyMap<string, IndicatorVersion>): Decided {
  const charts: Chart[] = [];
  for (const wish of wishes) {
    const decided = decideChart(wish, definitions);
    if (!decided.ok) return decided;
    charts.push(decided.value);
  }
  return accept(chartsOnce(charts));
}

/** A section with what came to it behind what it has. */
function received(section: YearlyDraftSection, from: YearlyPlan, moved: readonly MovedItem[]): ArrangedSection {
  const own = moved.filter(({ to }) => to === section.code);
  const keys = (kind: MovedItem['kind']) => own.filter((item) => item.kind === kind).map(({ key }) => key);
  const charts = from.charts.filter(({ key }) => keys('chart').includes(key));
  const { plan } = section;
  return {
    code: section.code,
    plan: {
      ...plan,
      figures: onceEach([...plan.figures, ...keys('figure')]),
      charts: chartsOnce([...plan.charts, ...charts]),
    },
  };
}

/** What moves stands in the section and goes to another one that is there. */
const isMovable = (section: YearlyDraftSection, codes: ReadonlySet<string>, { kind, key, to }: MovedItem): boolean =>
  codes.has(to) &&
  to !== section.code &&
  (kind === 'figure' ? section.plan.figures.includes(key) : section.plan.charts.some((chart) => chart.key === key));

/** The sections that change, each with what stands in it then; of the same number twice in one section the first stays. */
export function decideArrangement(
  { section, sections }: { readonly section: YearlyDraftSection; readonly sections: readonly YearlyDraftSection[] },
  { figures, charts: wishes, moved }: ArrangementWish,
  definitions: ReadonlyMap<string, IndicatorVersion>,
): Result<readonly ArrangedSection[], ArrangementRefusal> {
  const codes = new Set(sections.map(({ code }) => code));
  if (!moved.every((item) => isMovable(section, codes, item))) return refuse({ kind: 'sections-differ' });
  const unknown = figures.filter((key) => !definitions.has(key));
  if (unknown.length > 0) return refuse({ kind: 'numeral-unknown', keys: unknown });
  const charts = decideCharts(wishes, definitions);
  if (!charts.ok) return charts;
  const plan = { ...section.plan, figures: onceEach(figures), charts: charts.value };
  const targets = sections.filter(({ code }) => moved.some(({ to }) => to === code));
  return accept([{ code: section.code, plan }, ...targets.map((target) => received(target, section.plan, moved))]);
}

/** Why a section stays: the template's are hidden instead, and so is one that somebody remarked on. */
export interface RemovalRefusal {
  readonly kind: 'section-stays';
}

/** Only what somebody added goes, and only while nobody remarked on it. */
export const decideRemoval = (section: {
  readonly kind: YearlySectionKind;
  readonly remarks: number;
}): Result<true, RemovalRefusal> =>
  section.kind === 'text' && section.remarks === 0 ? accept(true) : refuse({ kind: 'section-stays' });
