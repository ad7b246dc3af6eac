import type { Counted } from '@qinglan/domain';
import { lessonGrainOf } from './lesson-grain';
import { dayRows, onceCount, schoolRows, tallyCounts } from './lesson-tally.sql';
import { type CountingIndicator, plainCounts, sourceOf, type SpanAsked } from './plain-count.sql';

/** One part of the statement: a query with one JSON array, and the indicators whose counts stand in it. */
interface Part {
  readonly keys: readonly string[];
  readonly sql: string;
}

/** Every indicator counted from the rows themselves: what the tallies have to equal. */
export const plainParts = (indicators: readonly CountingIndicator[], asked: SpanAsked): readonly Part[] =>
  [...Map.groupBy(indicators, ({ rule }) => rule.source)].map(([, ofSource]) => ({
    keys: ofSource.map(({ key }) => key),
    sql: ofSource[0] ? plainCounts(sourceOf(ofSource[0]), ofSource, asked) : '',
  }));

const isOver = (indicator: CountingIndicator, grain: string | null) =>
  (indicator.period === 'as-of' ? null : lessonGrainOf(indicator.rule)) === grain;

/** Every indicator from where it is cheapest: lessons from their tallies, everything else from its rows. */
export function countParts(indicators: readonly CountingIndicator[], asked: SpanAsked): readonly Part[] {
  const over = (grain: string | null) => indicators.filter((indicator) => isOver(indicator, grain));
  const walked = (grain: 'day' | 'school', rows: (asked: SpanAsked) => string): readonly Part[] => {
    const of = over(grain);
    return of.length === 0 ? [] : [{ keys: of.map(({ key }) => key), sql: tallyCounts(rows(asked), of, asked) }];
  };
  const once = over('once').map((one) => ({ keys: [one.key], sql: wrapped(onceCount(one.rule, asked)) }));
  return [...plainParts(over(null), asked), ...walked('day', dayRows), ...walked('school', schoolRows), ...once];
}

const wrapped = (sql: string) => `SELECT json_build_array((${sql}))`;

/** All parts as one statement, so that every number comes out of one snapshot. */
export const countText = (parts: readonly Part[]): string =>
  `SELECT json_build_array(
    (SELECT since FROM report_in_use),
    ${parts.map(({ sql }) => `(${sql})`).join(', ') || 'NULL'})::text`;

/** What `countColumns` and the tallies give, in their order. */
export type Counts = readonly [number, number | null, number, number, number, number, number];

/** The same by name. */
export const countedFrom = ([rows, value, unknownRows, recorded, stated, inferred, demo]: Counts): Counted => ({
  rows,
  value,
  unknownRows,
  certainty: { recorded, stated, inferred, demo },
});

/** What the statement found: the first day of use, and what each indicator came to. */
export function readCounts(text: string, parts: readonly Part[]) {
  const [inUseSince, ...found] = JSON.parse(text) as [string | null, ...(readonly Counts[] | null)[]];
  const counted = new Map<string, Counted>();
  parts.forEach(({ keys }, at) => {
    keys.forEach((key, place) => {
      const counts = found[at]?.[place];
      if (counts) counted.set(key, countedFrom(counts));
    });
  });
  return { inUseSince, counted };
}
