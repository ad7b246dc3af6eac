import { parseWeeks } from '@qinglan/domain';
import { castBody, castOf, emptyCast, mayHaveClass, missingInCast, type Cast } from './cast';
import type { Series, SeriesBody } from './shapes';

/** What the form of a series holds; null is not chosen yet. */
export interface SeriesFields extends Cast {
  readonly code: string | null;
  readonly termCode: string | null;
  readonly weekday: number;
  readonly period: number | null;
  readonly weeks: string;
  readonly minutes: number | null;
  readonly skipWeeks: readonly number[];
  readonly choices: readonly { readonly week: number; readonly startsAt: string }[];
}

export const emptySeries: SeriesFields = {
  ...emptyCast,
  code: null,
  termCode: null,
  weekday: 3,
  period: null,
  weeks: '',
  minutes: null,
  skipWeeks: [],
  choices: [],
};

export const weeksOf = (text: string): readonly number[] => {
  const parsed = parseWeeks(text);
  return parsed.ok ? parsed.value : [];
};

/** Fields that still have to be filled in before anything can be previewed. */
export const missingInSeries = (fields: SeriesFields): readonly string[] => [
  ...missingInCast(fields),
  ...(fields.termCode === null ? ['termCode'] : []),
  ...(fields.period === null ? ['period'] : []),
  ...(fields.weeks.trim() === '' ? ['weeks'] : []),
];

/** The draft as the contract wants it; null while something is missing or the weeks cannot be read. */
export function seriesBody(fields: SeriesFields, ownSchoolId: string | null): SeriesBody | null {
  const cast = castBody(fields, ownSchoolId);
  const weeks = weeksOf(fields.weeks);
  if (!cast || fields.termCode === null || fields.period === null || weeks.length === 0) return null;
  return {
    ...cast,
    ...(mayHaveClass(fields.kind) ? {} : { presentingClassId: null, receivingClassId: null }),
    code: fields.code,
    termCode: fields.termCode,
    weekday: fields.weekday,
    period: fields.period,
    weeks: fields.weeks.trim(),
    minutes: fields.minutes,
    skipWeeks: fields.skipWeeks.filter((week) => weeks.includes(week)),
    choices: fields.choices.filter(({ week }) => weeks.includes(week)),
  };
}

export const seriesFields = (series: Series, ownSchoolId: string | null): SeriesFields => ({
  ...castOf(series, ownSchoolId),
  code: series.code,
  termCode: series.termCode,
  weekday: series.weekday,
  period: series.period,
  weeks: series.weeks,
  minutes: series.minutes,
  skipWeeks: series.skipWeeks,
  choices: series.choices,
});

/** Another weekday, period or term asks every week anew: starts chosen by hand belonged to the former one. */
export function withoutStaleChoices(before: SeriesFields, change: Partial<SeriesFields>): Partial<SeriesFields> {
  const moves = ['weekday', 'period', 'termCode', 'minutes', 'ownPresents', 'partnerId'] as const;
  const isMoved = moves.some((field) => field in change && change[field] !== before[field]);
  return isMoved ? { choices: [], ...change } : change;
}
