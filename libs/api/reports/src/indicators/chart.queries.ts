import { Injectable } from '@nestjs/common';
import { type Read, Refused } from '@qinglan/api-platform';
import {
  addCertainty,
  type IndicatorAnswer,
  marksOf,
  noRows,
  partsFor,
  type Source,
  tellsOfPeople,
  trilingual,
  unknownAwareSum,
  type YearlyGroup,
  yearsShown,
} from '@qinglan/domain';
import { lastDayOf, spanOf } from './asked-span';
import {
  type BreakdownAsked,
  groupName,
  groupWords,
  inOrder,
  marksOfRows,
  monthsWithout,
  mostGroups,
} from './breakdown.queries';
import { columnOf, conditionsOf } from './conditions';
import { countedFrom, type Counts } from './count.sql';
import { IndicatorQueries } from './indicator.queries';
import { lessonGrainOf } from './lesson-grain';
import { dayRows, schoolRows, tallyColumns } from './lesson-tally.sql';
import { countColumns, indicatorCondition, sourceOf, type SpanAsked, spanRows } from './plain-count.sql';
import { planned } from './planned';
import { Values } from './values';

/** A breakdown whose groups are parted by a second dimension. */
export interface CrossedAsked extends BreakdownAsked {
  readonly within: string;
}

type Found = readonly [value: string | null, name: string | null, part: string | null, counts: Counts];

/** From where the groups and their parts come: the tallies of lessons where they know enough, else the rows themselves. */
function crossedText({ indicator, by, within }: CrossedAsked, source: Source, asked: SpanAsked): string {
  const [column, part] = [columnOf(source, by), columnOf(source, within)];
  const grain = indicator.period === 'as-of' ? null : lessonGrainOf(indicator.rule, [by, within]);
  const columns = `SELECT ${column}::text AS value, ${part}::text AS part`;
  if (grain === 'day' || grain === 'school') {
    const where = conditionsOf(source, indicator.rule, asked.values);
    const from = grain === 'day' ? dayRows(asked) : schoolRows(asked);
    return `${columns}, json_build_array(${tallyColumns(indicator.rule, 'true')}) AS counts
      FROM ${from} WHERE ${where} GROUP BY ${column}, ${part} HAVING sum(r.lessons) > 0`;
  }
  const where = indicatorCondition(indicator, source, asked);
  return `${columns}, json_build_array(${countColumns(source, indicator.rule, 'true')}) AS counts
    FROM ${spanRows(source, asked)} ${where} GROUP BY ${column}, ${part}`;
}

/** One group of what was found: as large as its parts together, and as sure as the weakest of them. */
function groupOf(ones: readonly Found[], { by, within }: CrossedAsked, source: Source) {
  const [value = null, name = null] = ones[0] ?? [];
  const parts = ones.map(([, , part, counts]) => ({
    ...{ value: part, words: groupWords(source, within, { value: part, name: null }), ...countedOf(counts) },
  }));
  const { value: number } = unknownAwareSum(parts.map((part) => part.number));
  const certainty = parts.reduce((sum, part) => addCertainty(sum, part.certainty), noRows);
  const words = groupWords(source, by, { value, name });
  return { value, words, number, marks: marksOfRows(certainty), parts: inOrder(source, within, parts) };
}

function countedOf(counts: Counts) {
  const { value, certainty } = countedFrom(counts);
  return { number: value, certainty };
}

/** The parts of each group, in the order of their closed list. */
function groupsOf(found: readonly Found[], asked: CrossedAsked, source: Source): readonly YearlyGroup[] {
  const groups = [...Map.groupBy(found, ([value]) => value).values()].map((ones) => groupOf(ones, asked, source));
  const empty = monthsWithout(asked, groups).map((one) => ({ ...one, parts: [] }));
  return inOrder(source, asked.by, [...groups, ...empty]).map(({ value, words, number, marks, parts }) => ({
    ...{ key: value ?? '', label: words, value: number, isHidden: false, marks },
    parts: parts.map((part) => ({
      ...{ key: part.value ?? '', label: part.words, value: part.number, marks: marksOfRows(part.certainty) },
    })),
  }));
}

/** What charts show besides one numeral by one dimension: bars in parts, and a numeral over the years. */
@Injectable()
export class ChartQueries {
  constructor(private readonly indicators: IndicatorQueries) {}

  /** Of rows alone: a part of people could tell of one. */
  async crossed(read: Read, asked: CrossedAsked): Promise<readonly YearlyGroup[]> {
    const { indicator, by, within } = asked;
    const source = sourceOf(indicator);
    if (tellsOfPeople(indicator) || !partsFor(indicator, by).includes(within)) throw new Refused('field-unknown');
    const values = new Values();
    const crossed = crossedText(asked, source, { span: spanOf(asked.year, asked.asOf), values });
    const text = `SELECT coalesce(json_agg(json_build_array(g.value, ${groupName(source, by)}, g.part, g.counts)), '[]')::text
      FROM (SELECT * FROM (${crossed}) AS found ORDER BY (counts ->> 0)::bigint DESC, value, part LIMIT ${String(mostGroups)}) g`;
    const found = JSON.parse(
      (await read.text(planned('report-crossed', text), values.all)) ?? '[]',
    ) as readonly Found[];
    return groupsOf(found, asked, source);
  }

  /** The same numerals in this year and those before it, oldest first; the first year of which anything is known begins. */
  async overYears(
    read: Read,
    { year, asOf, keys }: { readonly year: number; readonly asOf: string; readonly keys: readonly string[] },
  ): Promise<ReadonlyMap<string, readonly YearlyGroup[]>> {
    const years = Array.from({ length: yearsShown }, (_, back) => year - yearsShown + 1 + back);
    const found: { readonly year: number; readonly answers: readonly IndicatorAnswer[] }[] = [];
    for (const one of years) {
      const until = one === year ? asOf : lastDayOf(one, undefined, asOf);
      found.push({ year: one, answers: await this.indicators.answers(read, { year: one, asOf: until, keys }) });
    }
    return new Map(keys.map((key) => [key, this.known(found, key)]));
  }

  private known(
    found: readonly { readonly year: number; readonly answers: readonly IndicatorAnswer[] }[],
    key: string,
  ): readonly YearlyGroup[] {
    const lines = found.map(({ year, answers }) => ({ year, answer: answers.find((one) => one.key === key) }));
    const first = lines.findIndex(({ answer }) => (answer?.rows ?? 0) > 0);
    if (first < 0) return [];
    return lines.slice(first).map(({ year, answer }) => ({
      ...{ key: String(year), label: trilingual(String(year), String(year), String(year)), isHidden: false },
      ...{ value: answer?.value ?? null, marks: answer ? marksOf(answer) : [] },
    }));
  }
}
