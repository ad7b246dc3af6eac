import type { IndicatorView } from '@qinglan/contracts';
import {
  breakdownsOf,
  countsPeople,
  distinctFieldOf,
  type Filter,
  type Indicator,
  type Measure,
  numberFieldOf,
  type Operation,
  type Population,
  sourceNamed,
  type SourceName,
  type Trilingual,
  type Unit,
} from '@qinglan/domain';

/** A definition while it is written: both kinds of rule at once, of which one is sent. */
export interface IndicatorDraft {
  readonly key: string;
  readonly name: Trilingual;
  readonly definition: Trilingual;
  readonly owner: Trilingual;
  readonly unknownWords: Trilingual;
  readonly unit: Unit;
  readonly kind: 'count' | 'derived';
  readonly source: SourceName;
  readonly measure: Measure;
  readonly where: readonly Filter[];
  readonly operation: Operation;
  readonly from: readonly string[];
  readonly period: Indicator['period'];
  /** Whose people a number is, where the catalogue leaves it open: the people of a visit are visitors. */
  readonly whose: Population | null;
  readonly rest: Pick<Indicator, 'isReckoned' | 'mayOverlap' | 'alongside'>;
}

const none: Trilingual = { zh: '', en: '', ug: '' };

/** A new count to begin with: lessons, row by row. */
export const emptyDraft: IndicatorDraft = {
  key: '',
  name: none,
  definition: none,
  owner: { zh: '指挥部', en: 'Headquarters', ug: '' },
  unknownWords: { zh: '未统计', en: 'not recorded', ug: '' },
  unit: '节',
  kind: 'count',
  source: 'lesson',
  measure: { of: 'rows' },
  where: [],
  operation: 'sum',
  from: [],
  period: 'during',
  whose: null,
  rest: { isReckoned: false, mayOverlap: [], alongside: null },
};

/** A definition as it was saved, to be revised. */
export function draftOf(given: IndicatorView): IndicatorDraft {
  const { key, name, definition, owner, unknownWords, unit, rule, period, population } = given;
  const { isReckoned, mayOverlap, alongside } = given;
  const told = {
    key,
    name,
    definition,
    owner,
    unknownWords,
    unit,
    period,
    whose: population,
    rest: { isReckoned, mayOverlap, alongside },
  };
  if (rule.kind === 'derived') return { ...emptyDraft, ...told, ...rule };
  return { ...emptyDraft, ...told, ...rule };
}

type Known = ReadonlyMap<string, Pick<Indicator, 'population'>>;

/** Whose people the measured field holds, as the catalogue says; null where it leaves that open. */
export function catalogued({ kind, source, measure }: IndicatorDraft): Population | null {
  if (kind === 'derived') return null;
  const catalogue = sourceNamed(source);
  if (!catalogue || measure.of === 'rows') return null;
  const find = measure.of === 'sum' ? numberFieldOf : distinctFieldOf;
  const field = find(catalogue, measure.field);
  return field && 'population' in field ? (field.population ?? null) : null;
}

/** Is it asked whose people they are? Where a number is added up of which the catalogue does not say it. */
export const asksWhose = (draft: IndicatorDraft): boolean =>
  draft.kind === 'count' && draft.measure.of === 'sum' && catalogued(draft) === null;

/** May a number that is added up be of no people at all? What the catalogue calls people is somebody's. */
export function mayBeNobody({ source, measure }: IndicatorDraft): boolean {
  const catalogue = sourceNamed(source);
  const field = catalogue && measure.of === 'sum' ? numberFieldOf(catalogue, measure.field) : null;
  return !field || !countsPeople(field);
}

/** Whose people a definition counts: as the catalogue says, or its operands, or else whoever writes it. */
export function populationOf(draft: IndicatorDraft, known: Known): Population | null {
  if (draft.kind === 'derived') return known.get(draft.from[0] ?? '')?.population ?? null;
  return asksWhose(draft) ? draft.whose : catalogued(draft);
}

/** The definition that is sent and that the rules look at. */
export function indicatorOf(draft: IndicatorDraft, known: Known): Indicator {
  const { key, name, definition, owner, unknownWords, unit, kind, source, measure, where, operation, from, period } =
    draft;
  const rule = kind === 'count' ? ({ kind, source, measure, where } as const) : ({ kind, operation, from } as const);
  const isRatio = kind === 'derived' && (operation === 'ratio' || operation === 'share');
  const population = isRatio ? null : populationOf(draft, known);
  return { ...draft.rest, key, name, definition, owner, unknownWords, unit, rule, period, population };
}

/** A field that can be chosen, with its name. */
export interface FieldChoice {
  readonly field: string;
  readonly name: Trilingual;
}

const named = (fields: Readonly<Record<string, { readonly name: Trilingual }>>): readonly FieldChoice[] =>
  Object.entries(fields).map(([field, { name }]) => ({ field, name }));

/** What of a source can be counted once each: everything that tells rows apart, and people. */
export function distinctChoices(source: SourceName): readonly FieldChoice[] {
  const catalogue = sourceNamed(source);
  return catalogue ? [...named(catalogue.dimensions), ...named(catalogue.people)] : [];
}

/** The numbers of a source that can be added up. */
export function sumChoices(source: SourceName): readonly FieldChoice[] {
  return named(sourceNamed(source)?.numbers ?? {});
}

/** By what the rows of a source can be narrowed. */
export function filterChoices(source: SourceName): readonly FieldChoice[] {
  const catalogue = sourceNamed(source);
  if (!catalogue) return [];
  const offered = new Set(breakdownsOf(catalogue));
  return named(catalogue.dimensions).filter(({ field }) => offered.has(field));
}
