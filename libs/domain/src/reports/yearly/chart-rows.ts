import { seldomSaid } from '../suppression';
import { byYear } from './charts';
import type { YearlyChart, YearlyContent, YearlyGroup, YearlyPart } from './content';

/** Stored rows whose field is one of these values; where `isOthers`, whose field is none of them. Empty: it has no value. */
export interface StoredNarrowing {
  readonly field: string;
  readonly values: readonly string[];
  readonly isOthers: boolean;
}

/** Which number of a chart: of the group, and of one part of it. */
export interface ChartPlace {
  readonly value: string;
  readonly within?: string | undefined;
  readonly part?: string | undefined;
}

type Keyed = Pick<YearlyGroup | YearlyPart, 'key' | 'label'>;

function narrowing(field: string, groups: readonly Keyed[], value: string): StoredNarrowing | null {
  if (!groups.some(({ key }) => key === value)) return null;
  if (value !== seldomSaid) return { field, values: [value], isOthers: false };
  // A word that somebody typed is what its group is called, also where that is hidden.
  const named = groups.filter(({ key }) => key !== value).map(({ key, label }) => key ?? label.zh);
  return { field, values: [...new Set(['', ...named])], isOthers: true };
}

const partOf = (
  { within, groups }: Pick<YearlyChart, 'groups'> & { readonly within: string },
  { value, part = '' }: ChartPlace,
): StoredNarrowing | null => narrowing(within, groups.find(({ key }) => key === value)?.parts ?? [], part);

const isOwnYear = (groups: readonly Keyed[], { value, part }: ChartPlace, year: number): boolean =>
  value === String(year) && part === undefined && groups.some(({ key }) => key === value);

/**
 * By what the stored rows of a number of a chart are found; null where the chart has no such number that is shown. A hidden
 * group has no key, and opens for nobody. Over the years an issue has the rows of its own year, which are all of the numeral:
 * by nothing more are they found.
 */
export function storedNarrowings(
  { by, within, groups }: Pick<YearlyChart, 'by' | 'within' | 'groups'>,
  place: ChartPlace,
  year: number,
): readonly StoredNarrowing[] | null {
  if (by === byYear) return isOwnYear(groups, place, year) ? [] : null;
  const group = narrowing(by, groups, place.value);
  if (!group || place.part === undefined) return group && [group];
  const part = within !== undefined && within === place.within ? partOf({ within, groups }, place) : null;
  return part && [group, part];
}

/**
 * What a report says without by what the rows of its charts are found, which are ids of schools and studios among others: for
 * whoever sees counts only.
 */
export function withoutKeys<Of extends Pick<YearlyContent, 'sections'>>(content: Of): Of {
  const bare = <One extends object>(one: One): One => ({ ...one, key: undefined });
  const sections = content.sections.map((section) => ({
    ...section,
    charts: section.charts.map((chart) => ({
      ...chart,
      groups: chart.groups.map((group) => ({ ...bare(group), ...(group.parts && { parts: group.parts.map(bare) }) })),
    })),
  }));
  return { ...content, sections };
}
