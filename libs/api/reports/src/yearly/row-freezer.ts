import { Injectable } from '@nestjs/common';
import { orNotFound, statement, type Tx } from '@qinglan/api-platform';
import {
  type IndicatorVersion,
  isCounting,
  sourceNamed,
  type YearlyContent,
  type YearlyFigure,
  type YearlyIssueId,
  type YearlyRowsDigest,
  type YearlySource,
} from '@qinglan/domain';
import { spanOf } from '../indicators/asked-span';
import { IndicatorQueries } from '../indicators/indicator.queries';
import { planned } from '../indicators/planned';
import { type CountingIndicator, sourceOf, spanRows } from '../indicators/plain-count.sql';
import { rowsCondition } from '../indicators/row.queries';
import { rowJson, rowRefs, sortKeyOf } from '../indicators/row.sql';
import { Values } from '../indicators/values';
import type { FreezeRow, Going } from './freeze.store';
import { blockRows, frozenRowsFrom, rowsDigest } from './issue.sql';
import { GroupFreezer } from './group-freezer';
import { ThingFreezer } from './thing-freezer';
import { yearlySource } from './frozen-sources';

const digest = statement(
  'yearly-rows-digest',
  `SELECT count(*)::integer AS count, ${rowsDigest} AS sha256 FROM ${frozenRowsFrom('b.issue_id = $1 AND b.key = $2')}`,
);

/**
 * Copies rows inside the database, in the order in which they are read: none of them passes through this process. A row that
 * several numerals count is written out once: the first, mostly the widest, pays for it.
 */
function copyText(indicator: CountingIndicator, asked: { year: number; asOf: string }, values: Values): string {
  const source = sourceOf(indicator);
  const name = indicator.rule.source;
  const spanAsked = { span: spanOf(asked.year, asked.asOf), values };
  const from = `${spanRows(source, spanAsked)} ${rowsCondition(source, { indicator, limit: 0, ...asked }, spanAsked)}`;
  const order = sortKeyOf(source, undefined)?.expression ?? 'r.id';
  const [issue, key] = [values.place('$issue', 'uuid'), values.place(indicator.key, 'text')];
  return `WITH counted AS MATERIALIZED (
      SELECT r.id::text AS id, row_number() OVER (ORDER BY ${order}, r.id) - 1 AS place FROM ${from}
    ), fresh AS MATERIALIZED (
      SELECT r.id::text AS id, ${rowJson(source, name)}::jsonb AS line, ${rowRefs(source)} AS refs FROM ${from}
        AND NOT EXISTS (SELECT FROM yearly_issue_row k
          WHERE k.issue_id = ${issue} AND k.source = '${name}' AND k.id = r.id::text)
    ), kept AS (
      INSERT INTO yearly_issue_row (issue_id, source, id, certainty, label, first_day, last_day, fields, refs)
      SELECT ${issue}, '${name}', id, line ->> 'certainty', coalesce(line ->> 'label', ''), (line ->> 'firstDay')::date,
        (line ->> 'lastDay')::date, line -> 'fields', refs
      FROM fresh
    )
    INSERT INTO yearly_issue_block (issue_id, key, block, source, row_ids)
    SELECT ${issue}, ${key}, place / ${String(blockRows)}, '${name}', array_agg(id ORDER BY place)
    FROM counted GROUP BY place / ${String(blockRows)}`;
}

const sources = statement(
  'yearly-rows-sources',
  'SELECT DISTINCT source FROM yearly_issue_block WHERE issue_id = $1 ORDER BY source',
);

/** Stores the rows behind a numeral as they are in the caller's snapshot. */
@Injectable()
export class RowFreezer {
  constructor(
    private readonly indicators: IndicatorQueries,
    private readonly things: ThingFreezer,
    private readonly groups: GroupFreezer,
  ) {}

  /** The rows of every numeral of a content. */
  async freezeAll(
    tx: Tx,
    { freeze, content, going }: { readonly freeze: FreezeRow; readonly content: YearlyContent; readonly going: Going },
  ): Promise<readonly YearlyRowsDigest[]> {
    const definitions = new Map((await this.indicators.definitions(tx)).map((one) => [one.key, one]));
    const digests: YearlyRowsDigest[] = [];
    for (const [done, figure] of content.figures.entries()) {
      await going({ step: 'rows', done, total: content.figures.length });
      const definition = orNotFound(definitions.get(figure.key));
      digests.push(await this.freeze(tx, freeze.id, { definition, figure, year: freeze.year }));
      await this.groups.freeze(tx, freeze.id, { definition, content, asOf: figure.asOf });
    }
    return digests;
  }

  /** In which words the rows of an issue are read from now on, whatever their words become. */
  async words(tx: Tx, id: YearlyIssueId): Promise<Readonly<Record<string, YearlySource>>> {
    const named = await tx.rows<{ readonly source: string }>(sources, [id]);
    return Object.fromEntries(
      named.map(({ source }) => [source, yearlySource(orNotFound(sourceNamed(source)))] as const),
    );
  }

  /** Copies the rows of a counting definition and gives their digest; one that is reckoned has none of its own. */
  private async freeze(
    tx: Tx,
    id: YearlyIssueId,
    { definition, figure, year }: { definition: IndicatorVersion; figure: YearlyFigure; year: number },
  ): Promise<YearlyRowsDigest> {
    if (isCounting(definition)) {
      const values = new Values();
      const text = copyText(definition, { year, asOf: figure.asOf }, values);
      const bound = values.all.map((value) => (value === '$issue' ? id : value));
      await tx.run(planned('yearly-rows', text), bound);
    }
    const found = orNotFound(await tx.row<Omit<YearlyRowsDigest, 'key'>>(digest, [id, figure.key]));
    // Two ways of counting, one snapshot: rows that are not those of the number must never be signed for.
    if (isCounting(definition) && found.count !== figure.rows)
      throw new Error(`${figure.key} counts ${String(figure.rows)} rows, and ${String(found.count)} were frozen`);
    if (isCounting(definition)) await this.things.freeze(tx, id, { definition, figure, year });
    return { key: figure.key, ...found };
  }
}
