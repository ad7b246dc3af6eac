import { Injectable } from '@nestjs/common';
import type { Read } from '@qinglan/api-platform';
import type { StatementView } from '@qinglan/contracts';
import {
  breakdownsNeeded,
  breakdownsOf,
  byYear,
  chartKindsFor,
  composeYearly,
  type IndicatorVersion,
  isCounting,
  partsFor,
  reportLists,
  type YearlyBreakdown,
  type YearlyContent,
  type YearlyCounted,
  type YearlyDraftSection,
  type YearlyGroup,
  yearlyTemplate,
  type YearlyWordsThen,
  wordsThen,
} from '@qinglan/domain';
import { lastDayOf } from '../indicators/asked-span';
import { BreakdownQueries, type GroupFound } from '../indicators/breakdown.queries';
import { ChartQueries } from '../indicators/chart.queries';
import { IndicatorQueries } from '../indicators/indicator.queries';
import { sourceOf } from '../indicators/plain-count.sql';

/** Of which year, and what day it is in Beijing. */
export interface YearAsked {
  readonly year: number;
  readonly today: string;
}

/** What a draft says now, and what it would say of other numerals. */
export interface DraftedYear {
  readonly content: YearlyContent;
  readonly wordsThen: YearlyWordsThen;
}

const quoteOf = ({ code, quote, source, evidence }: StatementView) =>
  [code, { quote, source, certainty: evidence }] as const;

/** A hidden group shows that it is there and nothing else. */
const groupOf = ({ value, words, number, isHidden, marks }: GroupFound): YearlyGroup => ({
  ...{ label: words, value: number, isHidden },
  ...(!isHidden && { key: value ?? '', marks }),
});

/** Counts what a report says: every number comes from the one way of counting, and all of them from the caller's snapshot. */
@Injectable()
export class CountedYear {
  constructor(
    private readonly indicators: IndicatorQueries,
    private readonly groups: BreakdownQueries,
    private readonly charts: ChartQueries,
  ) {}

  /** What these sections say of a year now. */
  async content(read: Read, asked: YearAsked, sections: readonly YearlyDraftSection[]): Promise<YearlyContent> {
    return (await this.drafted(read, asked, sections)).content;
  }

  /** The same with what they would say of other numerals, to be compared with what was said before. */
  async drafted(read: Read, { year, today }: YearAsked, sections: readonly YearlyDraftSection[]): Promise<DraftedYear> {
    const asOf = lastDayOf(year, undefined, today);
    const counted = await this.counted(read, { year, asOf }, sections);
    const { title, headline } = yearlyTemplate;
    const content = composeYearly({ asOf, title, headline }, sections, counted);
    return { content, wordsThen: wordsThen(sections, counted) };
  }

  /** What words may name: numerals, lists, and statements of the year. */
  async known(read: Read, year: number): Promise<ReadonlySet<string>> {
    const definitions = await this.indicators.definitions(read);
    const statements = await this.indicators.statements(read, year);
    return new Set([
      ...definitions.map(({ key }) => key),
      ...reportLists.map(({ key }) => `list:${key}`),
      ...statements.map(({ code }) => `statement:${code}`),
    ]);
  }

  private async counted(
    read: Read,
    asked: { readonly year: number; readonly asOf: string },
    sections: readonly YearlyDraftSection[],
  ): Promise<YearlyCounted> {
    const definitions = await this.indicators.definitions(read);
    const answers = await this.indicators.answers(read, asked);
    const lists = await this.indicators.lists(read, asked);
    const statements = await this.indicators.statements(read, asked.year);
    return {
      definitions: new Map(definitions.map((one) => [one.key, one])),
      facts: {
        year: asked.year,
        answers: new Map(answers.map((answer) => [answer.key, answer])),
        lists: new Map(lists.map((one) => [one.key, one])),
        statements: new Map(statements.map(({ code, text }) => [code, { code, text }])),
      },
      quotes: new Map(statements.map(quoteOf)),
      breakdowns: await this.breakdowns(read, { ...asked, definitions }, sections),
    };
  }

  /** A chart of a numeral that is reckoned, or by what its rows do not have, has no groups. */
  private async breakdowns(
    read: Read,
    { definitions, year, asOf }: { definitions: readonly IndicatorVersion[]; year: number; asOf: string },
    sections: readonly YearlyDraftSection[],
  ): Promise<readonly YearlyBreakdown[]> {
    const needed = breakdownsNeeded(sections);
    const keys = [...new Set(needed.filter(({ by }) => by === byYear).map(({ indicator }) => indicator))];
    const years = keys.length > 0 ? await this.charts.overYears(read, { year, asOf, keys }) : new Map<string, never>();
    const found: YearlyBreakdown[] = [];
    for (const one of needed) {
      const definition = definitions.find(({ key }) => key === one.indicator);
      const groups =
        one.by === byYear
          ? (years.get(one.indicator) ?? [])
          : await this.groupsOf(read, one, definition && { definition, year, asOf });
      if (groups.length > 0) found.push({ ...one, groups });
    }
    return found;
  }

  private async groupsOf(
    read: Read,
    { by, within }: { readonly by: string; readonly within?: string },
    of: { readonly definition: IndicatorVersion; readonly year: number; readonly asOf: string } | undefined,
  ): Promise<readonly YearlyGroup[]> {
    if (!of || !isCounting(of.definition) || !breakdownsOf(sourceOf(of.definition)).includes(by)) return [];
    const asked = { indicator: of.definition, year: of.year, asOf: of.asOf, by };
    if (within === undefined) return (await this.groups.groups(read, asked)).groups.map(groupOf);
    // A definition that counts people since the chart was made has none.
    const isParted =
      chartKindsFor(of.definition, by).includes('stacked') && partsFor(of.definition, by).includes(within);
    return isParted ? this.charts.crossed(read, { ...asked, within }) : [];
  }
}
