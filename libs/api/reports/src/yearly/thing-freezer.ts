import { Injectable } from '@nestjs/common';
import { orNotFound, statement, type Tx } from '@qinglan/api-platform';
import type { YearlyFigure, YearlyIssueId } from '@qinglan/domain';
import { spanOf } from '../indicators/asked-span';
import { columnOf } from '../indicators/conditions';
import { countedColumn, countedFieldOf, countedLabel, weakestOf } from '../indicators/counted.sql';
import { planned } from '../indicators/planned';
import { type CountingIndicator, sourceOf, spanRows } from '../indicators/plain-count.sql';
import { rowsCondition } from '../indicators/row.queries';
import { columnShown, sortKeyOf } from '../indicators/row.sql';
import { Values } from '../indicators/values';

const begin = statement(
  'yearly-counted-add',
  'INSERT INTO yearly_issue_counted (issue_id, key, field, things, row_count, unknown_rows) VALUES ($1, $2, $3, 0, 0, 0)',
);
const end = statement(
  'yearly-counted-end',
  `UPDATE yearly_issue_counted c SET things = t.things, row_count = t.rows, unknown_rows = $3::integer - t.rows
   FROM (SELECT count(*)::integer AS things, coalesce(sum(cardinality(row_ids)), 0)::integer AS rows
     FROM yearly_issue_thing WHERE issue_id = $1 AND key = $2) t
   WHERE c.issue_id = $1 AND c.key = $2 RETURNING c.things`,
);

/** Copies inside the database, in the order in which the live page shows them. */
function copyText(indicator: CountingIndicator, asked: { year: number; asOf: string }, values: Values): string {
  const source = sourceOf(indicator);
  const field = countedFieldOf(indicator.rule);
  const spanAsked = { span: spanOf(asked.year, asked.asOf), values };
  const from = `${spanRows(source, spanAsked)} ${rowsCondition(source, { indicator, limit: 0, ...asked }, spanAsked)}`;
  const order = sortKeyOf(source, undefined)?.expression ?? 'r.id';
  const [issue, key] = [values.place('$issue', 'uuid'), values.place(indicator.key, 'text')];
  return `WITH counted AS MATERIALIZED (
      SELECT ${columnOf(source, field)} AS thing, array_agg(r.id ORDER BY ${order}, r.id) AS ids,
        min(r.first_day) AS first_day, nullif(max(coalesce(r.last_day, 'infinity')), 'infinity') AS last_day,
        ${weakestOf} AS certainty
      FROM ${from} AND ${columnOf(source, field)} IS NOT NULL GROUP BY 1
    ), named AS MATERIALIZED (
      SELECT counted.*, ${countedLabel(source, field)} AS label FROM counted
    )
    INSERT INTO yearly_issue_thing (issue_id, key, place, label, first_day, last_day, certainty, source, row_ids)
    SELECT ${issue}, ${key}, row_number() OVER (ORDER BY label, thing::text), label, first_day, last_day, certainty,
      '${indicator.rule.source}', ids FROM named`;
}

/** Stores what a numeral counts once each, with the rows of each, as they are in the caller's snapshot. */
@Injectable()
export class ThingFreezer {
  async freeze(
    tx: Tx,
    id: YearlyIssueId,
    { definition, figure, year }: { definition: CountingIndicator; figure: YearlyFigure; year: number },
  ): Promise<void> {
    if (definition.rule.measure.of !== 'distinct') return;
    const field = columnShown(countedColumn(sourceOf(definition), countedFieldOf(definition.rule)));
    await tx.run(begin, [id, figure.key, JSON.stringify(field)]);
    const values = new Values();
    const text = copyText(definition, { year, asOf: figure.asOf }, values);
    const bound = values.all.map((value) => (value === '$issue' ? id : value));
    await tx.run(planned('yearly-things', text), bound);
    const { things } = orNotFound(await tx.row<{ things: number }>(end, [id, figure.key, figure.rows]));
    if (figure.value !== null && things !== figure.value)
      throw new Error(`${figure.key} counts ${String(figure.value)}, and ${String(things)} were frozen`);
  }
}
