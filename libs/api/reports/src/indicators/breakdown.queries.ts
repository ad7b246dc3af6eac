import { Injectable } from '@nestjs/common';
import { type Read, Refused } from '@qinglan/api-platform';
import {
  breakdownsOf,
  type CertaintyCounts,
  dimensionOf,
  hiddenWithin,
  isCounting,
  isWithin,
  monthsMissing,
  peopleIn,
  seldomSaid,
  smallestShown,
  type Source,
  type Trilingual,
  trilingual,
  type YearlyMark,
  weakest,
} from '@qinglan/domain';
import { spanOf } from './asked-span';
import { columnOf, conditionsOf } from './conditions';
import { countedFrom, type Counts } from './count.sql';
import { DefinitionQueries } from './definition.queries';
import { lessonGrainOf } from './lesson-grain';
import { dayRows, schoolRows, tallyColumns } from './lesson-tally.sql';
import {
  type CountingIndicator,
  countColumns,
  indicatorCondition,
  sourceOf,
  type SpanAsked,
  spanRows,
} from './plain-count.sql';
import { planned } from './planned';
import { Values } from './values';

/** A group of a numeral; a hidden one shows that it is there and nothing else. */
export interface GroupFound {
  readonly value: string | null;
  readonly words: Trilingual;
  readonly number: number | null;
  readonly rows: number | null;
  readonly unknownRows: number | null;
  readonly isHidden: boolean;
  /** The weakest of its own rows, whatever confirms the numeral as a whole. */
  readonly marks: readonly YearlyMark[];
}

/** The groups of a numeral: those with most rows, where there are more than can be shown. */
export interface GroupsFound {
  readonly groups: readonly GroupFound[];
  readonly isCut: boolean;
}

/** Which numeral, of which year, by what. */
export interface BreakdownAsked {
  readonly indicator: CountingIndicator;
  readonly year: number;
  readonly asOf: string;
  readonly by: string;
}

/** More groups than these are not told apart. */
export const mostGroups = 2000;
const namedKinds: ReadonlySet<string | undefined> = new Set(['organisation', 'studio', 'item']);

const otherWords = trilingual('其他', 'Other', 'باشقا');

/**
 * What rows are grouped by. Words that somebody typed in passing may tell of somebody: those said fewer than five times
 * stand together as others, named by no text that anybody typed.
 */
export function groupsBy(source: Source, by: string): { readonly column: string; readonly said: string } {
  const column = columnOf(source, by);
  if (!dimensionOf(source, by)?.isTyped) return { column, said: column };
  const isOften = `count(*) OVER (PARTITION BY ${column}) >= ${String(smallestShown)}`;
  return {
    column: 'r.said',
    said: `CASE WHEN ${column} IS NULL OR ${isOften} THEN ${column} ELSE '${seldomSaid}' END`,
  };
}

/** From where the groups come: the tallies of lessons where they know enough, else the rows themselves. */
function groupedText({ indicator, by }: BreakdownAsked, source: Source, asked: SpanAsked): string {
  const column = columnOf(source, by);
  const grain = indicator.period === 'as-of' ? null : lessonGrainOf(indicator.rule, [by]);
  if (grain === 'day' || grain === 'school') {
    const where = conditionsOf(source, indicator.rule, asked.values);
    const from = grain === 'day' ? dayRows(asked) : schoolRows(asked);
    return `SELECT ${column}::text AS value, json_build_array(${tallyColumns(indicator.rule, 'true')}) AS counts
      FROM ${from} WHERE ${where} GROUP BY ${column} HAVING sum(r.lessons) > 0`;
  }
  const where = indicatorCondition(indicator, source, asked);
  const group = groupsBy(source, by);
  return `SELECT ${group.column}::text AS value, json_build_array(${countColumns(source, indicator.rule, 'true')}) AS counts
    FROM (SELECT r.*, ${group.said} AS said FROM ${spanRows(source, asked)} ${where}) r GROUP BY ${group.column}`;
}

/** What the group `g` is called, where it is a thing of the register. */
export function groupName(source: Source, by: string): string {
  const kind = dimensionOf(source, by)?.kind;
  return namedKinds.has(kind)
    ? `(SELECT t.name FROM report_named t WHERE t.kind = '${String(kind)}' AND t.id = g.value::uuid)`
    : 'g.value';
}

type Found = readonly [value: string | null, name: string | null, counts: Counts];

const flags: Readonly<Record<string, Trilingual>> = {
  'flag true': trilingual('是', 'yes', 'ھەئە'),
  'flag false': trilingual('否', 'no', 'ياق'),
};
const none = trilingual('未说明', 'not told', 'ئېنىق ئەمەس');

/** What a group is called: by the closed list, by the name of the thing, or by the value itself. */
export function groupWords(
  source: Source,
  by: string,
  { value, name }: { readonly value: string | null; readonly name: string | null },
): Trilingual {
  if (value === null) return none;
  const { kind = 'words', choices = {}, isTyped } = dimensionOf(source, by) ?? {};
  if (isTyped && value === seldomSaid) return otherWords;
  const same = name ?? value;
  return flags[`${kind} ${value}`] ?? choices[value] ?? trilingual(same, same, same);
}

/** Groups in the order of their closed list, months in theirs, everything else largest first. */
export function inOrder<Of extends Pick<GroupFound, 'value' | 'words' | 'number'>>(
  source: Source,
  by: string,
  groups: readonly Of[],
): readonly Of[] {
  const dimension = dimensionOf(source, by);
  const places = dimension?.kind === 'month' ? null : Object.keys(dimension?.choices ?? {});
  if (places === null) return groups.toSorted((a, b) => ((a.value ?? '~') < (b.value ?? '~') ? -1 : 1));
  if (places.length > 0)
    return groups.toSorted((a, b) => places.indexOf(a.value ?? '') - places.indexOf(b.value ?? ''));
  return groups.toSorted((a, b) => (b.number ?? -1) - (a.number ?? -1) || (a.words.zh < b.words.zh ? -1 : 1));
}

/**
 * The months between others that have no row, so that a line goes through each: none where everything is recorded, and
 * not known where rows came from elsewhere.
 */
export function monthsWithout(
  { indicator, by, year }: Omit<BreakdownAsked, 'asOf'>,
  groups: readonly Pick<GroupFound, 'value'>[],
): readonly GroupFound[] {
  const source = sourceOf(indicator);
  if (dimensionOf(source, by)?.kind !== 'month') return [];
  const known = groups.map(({ value }) => value);
  return monthsMissing(year, known).map((value) => ({
    ...{ value, words: trilingual(value, value, value), number: source.isRecorded ? 0 : null },
    ...{ rows: 0, unknownRows: 0, isHidden: false, marks: [] },
  }));
}

/** How many people a group tells of; null where it tells of things. */
function peopleOf([, , [rows, number]]: Found, { indicator, by }: BreakdownAsked, source: Source): number | null {
  const people = peopleIn(indicator, source, by);
  return people === null ? null : people === 'rows' ? rows : number;
}

/** Numerals by one dimension. */
@Injectable()
export class BreakdownQueries {
  constructor(private readonly definitions: DefinitionQueries) {}

  /** The groups, those of few people hidden; told by no other numeral that counts the same people and more, either. */
  async groups(read: Read, asked: BreakdownAsked): Promise<GroupsFound> {
    const source = sourceOf(asked.indicator);
    if (!breakdownsOf(source).includes(asked.by)) throw new Refused('field-unknown');
    const { found, isCut } = await this.found(read, asked);
    const sizes = found.map((one) => ({ value: peopleOf(one, asked, source) }));
    const isOfPeople = sizes.some(({ value }) => value !== null);
    const hidden = hiddenWithin(sizes, isOfPeople ? await this.wholes(read, asked, found) : []);
    const groups = found.map((one, at) => groupOf(one, { source, by: asked.by, isHidden: hidden.has(at) }));
    return { groups: inOrder(source, asked.by, [...groups, ...monthsWithout(asked, groups)]), isCut };
  }

  /** The same groups of every numeral that counts these people among others. */
  private async wholes(read: Read, asked: BreakdownAsked, found: readonly Found[]) {
    const all = (await this.definitions.all(read)).filter(isCounting);
    const such = all.filter((one) => isWithin(asked.indicator, one) && breakdownsOf(sourceOf(one)).includes(asked.by));
    const wholes: (number | null)[][] = [];
    for (const indicator of such) {
      const whole = { ...asked, indicator };
      const groups = (await this.found(read, whole)).found;
      const people = new Map(groups.map((one) => [one[0], peopleOf(one, whole, sourceOf(indicator))]));
      wholes.push(found.map(([value]) => people.get(value) ?? null));
    }
    return wholes;
  }

  private async found(read: Read, asked: BreakdownAsked) {
    const source = sourceOf(asked.indicator);
    const values = new Values();
    const grouped = groupedText(asked, source, { span: spanOf(asked.year, asked.asOf), values });
    const text = `SELECT coalesce(json_agg(json_build_array(g.value, ${groupName(source, asked.by)}, g.counts)), '[]')::text
      FROM (SELECT * FROM (${grouped}) AS found ORDER BY (counts ->> 0)::bigint DESC, value LIMIT ${String(mostGroups + 1)}) g`;
    const all = JSON.parse(
      (await read.text(planned('report-breakdown', text), values.all)) ?? '[]',
    ) as readonly Found[];
    return { found: all.slice(0, mostGroups), isCut: all.length > mostGroups };
  }
}

/** How sure a part of a numeral is: what confirms the whole says nothing of its parts. */
export function marksOfRows(certainty: CertaintyCounts): readonly YearlyMark[] {
  const mark = weakest(certainty);
  return mark === null ? [] : [mark];
}

function groupOf(
  one: Found,
  { source, by, isHidden }: { readonly source: Source; readonly by: string; readonly isHidden: boolean },
): GroupFound {
  const [value, name, counts] = one;
  const words = groupWords(source, by, { value, name });
  if (isHidden) return { value, words, number: null, rows: null, unknownRows: null, isHidden, marks: [] };
  const { value: number, rows, unknownRows, certainty } = countedFrom(counts);
  return { value, words, number, rows, unknownRows, isHidden, marks: marksOfRows(certainty) };
}
