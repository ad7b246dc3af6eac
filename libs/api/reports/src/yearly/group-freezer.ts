import { Injectable } from '@nestjs/common';
import type { Tx } from '@qinglan/api-platform';
import {
  breakdownsOf,
  byYear,
  isCounting,
  type IndicatorVersion,
  type YearlyContent,
  type YearlyIssueId,
} from '@qinglan/domain';
import { spanOf } from '../indicators/asked-span';
import { groupsBy } from '../indicators/breakdown.queries';
import { columnOf } from '../indicators/conditions';
import { planned } from '../indicators/planned';
import { columnsNarrowing, type CountingIndicator, sourceOf, spanRows } from '../indicators/plain-count.sql';
import { rowsCondition } from '../indicators/row.queries';
import { sortKeyOf } from '../indicators/row.sql';
import { Values } from '../indicators/values';
import { blockRows } from './issue.sql';

/** By what the rows of a numeral are told apart in a chart; `within` is empty where its groups are whole. */
interface Grouping {
  readonly by: string;
  readonly within: string;
}

/** Which numeral of which year, as of which day. */
interface FrozenNumeral {
  readonly indicator: CountingIndicator;
  readonly year: number;
  readonly asOf: string;
}

/** A longer value is no question that a door takes. */
const longestValue = 120;

/** The groupings of a numeral in the charts of a content, each once; the groups of bars in parts open whole, too. */
function groupingsOf({ sections }: Pick<YearlyContent, 'sections'>, key: string): readonly Grouping[] {
  const charts = sections.flatMap((section) => section.charts);
  const such = charts.filter(({ indicator, by }) => indicator === key && by !== byYear);
  const all = such.flatMap(({ by, within }) => [{ by, within: '' }, ...(within === undefined ? [] : [{ by, within }])]);
  return [...new Map(all.map((one) => [`${one.by} ${one.within}`, one])).values()];
}

/** Copies inside the database, in the order in which the rows of the numeral are read. */
function copyText({ indicator, year, asOf }: FrozenNumeral, { by, within }: Grouping, values: Values): string {
  const source = sourceOf(indicator);
  const spanAsked = { span: spanOf(year, asOf), values };
  const columns = columnsNarrowing(source, indicator, [by, ...(within === '' ? [] : [within])]);
  const condition = rowsCondition(source, { indicator, limit: 0, year, asOf }, spanAsked);
  const order = sortKeyOf(source, undefined)?.expression ?? 'r.id';
  const group = groupsBy(source, by);
  const part = within === '' ? `''` : `coalesce(${columnOf(source, within)}::text, '')`;
  const [issue, key] = [values.place('$issue', 'uuid'), values.place(indicator.key, 'text')];
  const size = String(blockRows);
  return `WITH told AS (
      SELECT r.id, coalesce(${group.column}::text, '') AS value, ${part} AS part, ${order} AS sort_key
      FROM (SELECT r.*, ${group.said} AS said FROM ${spanRows(source, spanAsked, columns)} ${condition}) r
    ), placed AS (
      SELECT told.*, row_number() OVER (PARTITION BY value, part ORDER BY sort_key, id) - 1 AS place FROM told
      WHERE length(value) <= ${String(longestValue)}
    )
    INSERT INTO yearly_issue_group (issue_id, key, field, value, within, part, block, source, row_ids)
    SELECT ${issue}, ${key}, '${by}', value, '${within}', part, place / ${size}, '${indicator.rule.source}',
      array_agg(id::text ORDER BY place)
    FROM placed GROUP BY value, part, place / ${size}`;
}

/** Stores which rows each number of the charts counts, as they are in the caller's snapshot. */
@Injectable()
export class GroupFreezer {
  async freeze(
    tx: Tx,
    id: YearlyIssueId,
    { definition, content, asOf }: { definition: IndicatorVersion; content: YearlyContent; asOf: string },
  ): Promise<void> {
    if (!isCounting(definition)) return;
    const known = new Set(['', ...breakdownsOf(sourceOf(definition))]);
    const groupings = groupingsOf(content, definition.key);
    // A chart by what the rows no longer have shows no group.
    for (const grouping of groupings.filter(({ by, within }) => known.has(by) && known.has(within))) {
      const values = new Values();
      const text = copyText({ indicator: definition, year: content.year, asOf }, grouping, values);
      const bound = values.all.map((value) => (value === '$issue' ? id : value));
      await tx.run(planned('yearly-groups', text), bound);
    }
  }
}
