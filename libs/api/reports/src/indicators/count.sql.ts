import type { Counted, Quoted } from '@qinglan/domain';
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

/** What is read beside the counts: the statements of these codes, of the year that is asked about. */
function quotedText(codes: readonly string[], { span, values }: SpanAsked): string {
  if (codes.length === 0) return 'NULL';
  const year = values.place(Number(span.firstDay.slice(0, 4)), 'smallint');
  return `(SELECT json_agg(json_build_object('code', s.code, 'quote', s.quote, 'source', s.source, 'evidence', s.evidence)
    ORDER BY s.code) FROM statement s WHERE s.year = ${year} AND s.code = ANY (${values.place(codes, 'text[]')}))`;
}

/** All parts as one statement, so that every number comes out of one snapshot with what the source says of it. */
export const countText = (parts: readonly Part[], codes: readonly string[], asked: SpanAsked): string =>
  `SELECT json_build_array(
    (SELECT since FROM report_in_use), ${quotedText(codes, asked)},
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

type Found = [since: string | null, quoted: readonly Quoted[] | null, ...(readonly Counts[] | null)[]];

/** What the statement found: the first day of use, what the source says, and what each indicator came to. */
export function readCounts(text: string, parts: readonly Part[]) {
  const [inUseSince, quoted, ...found] = JSON.parse(text) as Found;
  const counted = new Map<string, Counted>();
  parts.forEach(({ keys }, at) => {
    keys.forEach((key, place) => {
      const counts = found[at]?.[place];
      if (counts) counted.set(key, countedFrom(counts));
    });
  });
  return { inUseSince, quoted: quoted ?? [], counted };
}
