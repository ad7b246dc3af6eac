import { Injectable } from '@nestjs/common';
import type { Read } from '@qinglan/api-platform';
import type { StatementView } from '@qinglan/contracts';
import {
  type AnswerFacts,
  answerOf,
  type Counted,
  type FoundList,
  type IndicatorAnswer,
  type IndicatorVersion,
  isCounting,
  nothingCounted,
  reckon,
  sayingCodes,
  sayingsOf,
} from '@qinglan/domain';
import { spanOf } from './asked-span';
import { countParts, countText, plainParts, readCounts } from './count.sql';
import { DefinitionQueries } from './definition.queries';
import { listsText, readLists } from './list.sql';
import { planned } from './planned';
import { RowQueries, type RowsAsked, type RowsFound } from './row.queries';
import { statementsOfYear } from './statement.sql';
import { Values } from './values';

/** For which year, by which day, and which indicators; without keys every one. */
export interface FiguresAsked {
  readonly year: number;
  /** A Beijing day; at most the last one of the year. */
  readonly asOf: string;
  readonly keys?: readonly string[];
  /** A definition that is not saved yet and is counted with the others. */
  readonly draft?: IndicatorVersion;
}

/** The indicators asked for, and those that they are reckoned from. */
function wanted(definitions: readonly IndicatorVersion[], keys: readonly string[] | undefined) {
  if (!keys) return definitions;
  const byKey = new Map(definitions.map((one) => [one.key, one]));
  const found = new Set<string>();
  const visit = (key: string): void => {
    const one = byKey.get(key);
    if (!one || found.has(key)) return;
    found.add(key);
    if (one.rule.kind === 'derived') one.rule.from.forEach(visit);
  };
  keys.forEach(visit);
  return definitions.filter(({ key }) => found.has(key));
}

interface Found {
  readonly definitions: readonly IndicatorVersion[];
  readonly counted: ReadonlyMap<string, Counted>;
  readonly facts: AnswerFacts;
}

/** Answers of counts first, then of what is reckoned from them. */
function answersOf({ definitions, counted, facts }: Found): ReadonlyMap<string, IndicatorAnswer> {
  const answers = new Map<string, IndicatorAnswer>();
  const byKey = new Map(definitions.map((one) => [one.key, one]));
  const answer = (one: IndicatorVersion): IndicatorAnswer => {
    const known = answers.get(one.key);
    if (known) return known;
    const { rule } = one;
    const from = rule.kind === 'derived' ? rule.from.map((key) => byKey.get(key)) : [];
    const operands = from.filter((o) => o !== undefined).map(answer);
    const found = rule.kind === 'derived' ? reckon(rule.operation, operands) : (counted.get(one.key) ?? nothingCounted);
    const made = answerOf(one, found, { ...facts, operands });
    answers.set(one.key, made);
    return made;
  };
  definitions.forEach(answer);
  return answers;
}

/** Reads of everything that is counted: the one way to a number, live as well as frozen. */
@Injectable()
export class IndicatorQueries {
  constructor(
    private readonly definitionsOf: DefinitionQueries,
    private readonly rowsOf: RowQueries,
  ) {}

  /** The newest version of every definition, in the order in which they are shown. */
  definitions(read: Read): Promise<readonly IndicatorVersion[]> {
    return this.definitionsOf.all(read);
  }

  /** The answers of a year, all out of one snapshot. */
  answers(read: Read, asked: FiguresAsked): Promise<readonly IndicatorAnswer[]> {
    return this.answered(read, asked, countParts);
  }

  /** The same counted from the rows alone, without any tally: slow, and what the tallies have to equal. */
  plainAnswers(read: Read, asked: FiguresAsked): Promise<readonly IndicatorAnswer[]> {
    return this.answered(read, asked, plainParts);
  }

  /** The lists that the texts of a year name. */
  async lists(read: Read, { year, asOf }: FiguresAsked): Promise<readonly FoundList[]> {
    const values = new Values();
    const text = listsText({ span: spanOf(year, asOf), values });
    return readLists((await read.text(planned('report-lists', text), values.all)) ?? '[]');
  }

  /** The stated facts of a year. */
  async statements(read: Read, year: number): Promise<readonly StatementView[]> {
    return JSON.parse((await read.text(statementsOfYear, [year])) ?? '[]') as readonly StatementView[];
  }

  /** Rows behind a numeral and the cursor of the next page; a reckoned one has none of its own. */
  async rows(read: Read, key: string, page: Omit<RowsAsked, 'indicator'>): Promise<RowsFound> {
    const indicator = (await this.definitions(read)).find((one) => one.key === key);
    if (!indicator || !isCounting(indicator)) return { items: [], next: null };
    return this.rowsOf.page(read, { ...page, indicator });
  }

  private async answered(read: Read, { year, asOf, keys, draft }: FiguresAsked, parted: typeof countParts) {
    const saved = await this.definitions(read);
    const definitions = wanted(draft ? [...saved, draft] : saved, keys);
    const spanAsked = { span: spanOf(year, asOf), values: new Values() };
    const parts = parted(definitions.filter(isCounting), spanAsked);
    const counts = countText(parts, sayingCodes(definitions.map(({ key }) => key)), spanAsked);
    const text = await read.text(planned('report-figures', counts), spanAsked.values.all);
    const { inUseSince, quoted, counted } = readCounts(text ?? '[null, null]', parts);
    const facts = { asOf, inUseSince, sayings: sayingsOf(quoted) };
    const answers = answersOf({ definitions, counted, facts });
    return definitions.flatMap(({ key }) => answers.get(key) ?? []).filter(({ key }) => !keys || keys.includes(key));
  }
}
