import { seldomSaid } from '../suppression';
import type { YearlyChart, YearlyGroup, YearlyPart } from './content';

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

/**
 * By what the stored rows of a number of a chart are found; null where the chart has no such number that is shown. A hidden
 * group has no key, and opens for nobody.
 */
export function storedNarrowings(
  { by, within, groups }: Pick<YearlyChart, 'by' | 'within' | 'groups'>,
  place: ChartPlace,
): readonly StoredNarrowing[] | null {
  const group = narrowing(by, groups, place.value);
  if (!group || place.part === undefined) return group && [group];
  const parts = groups.find(({ key }) => key === place.value)?.parts ?? [];
  const part = within === undefined || within !== place.within ? null : narrowing(within, parts, place.part);
  return part && [group, part];
}
