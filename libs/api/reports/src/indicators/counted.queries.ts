import { Injectable } from '@nestjs/common';
import type { Read } from '@qinglan/api-platform';
import type { CountedThing } from '@qinglan/contracts';
import * as z from 'zod';
import { spanOf } from './asked-span';
import { columnOf } from './conditions';
import { countedFieldOf, countedLabel, weakestOf } from './counted.sql';
import { columnsNarrowing, sourceOf, spanRows } from './plain-count.sql';
import { planned } from './planned';
import { invalid, type RowsAsked, rowsCondition } from './row.queries';
import { Values } from './values';

/** A page of counted things, and how many there are of all of them. */
export interface CountedFound {
  readonly items: readonly CountedThing[];
  readonly next: string | null;
  readonly things: number;
  readonly rows: number;
  readonly unknownRows: number;
}

const cursor = z.tuple([z.string().max(300), z.string().max(120)]);

function beyond(after: string | undefined, values: Values): string {
  if (after === undefined) return 'true';
  try {
    const [label, value] = cursor.parse(JSON.parse(Buffer.from(after, 'base64url').toString('utf8')));
    return `(label, value) > (${values.place(label, 'text')}, ${values.place(value, 'text')})`;
  } catch {
    throw invalid('after');
  }
}

/** What is counted once each, in the order of what it is called. */
@Injectable()
export class CountedQueries {
  async page(read: Read, asked: RowsAsked): Promise<CountedFound> {
    const source = sourceOf(asked.indicator);
    const field = countedFieldOf(asked.indicator.rule);
    const column = columnOf(source, field);
    const values = new Values();
    const spanAsked = { span: spanOf(asked.year, asked.asOf), values };
    const condition = rowsCondition(source, asked, spanAsked);
    const further = beyond(asked.after, values);
    const limit = values.place(asked.limit, 'integer');
    const text = `WITH counted AS MATERIALIZED (
        SELECT ${column} AS thing, count(*)::integer AS behind, min(r.first_day) AS first_day, ${weakestOf} AS certainty,
          nullif(max(coalesce(r.last_day, 'infinity')), 'infinity') AS last_day
        FROM ${spanRows(source, spanAsked, columnsNarrowing(source, asked.indicator, [asked.by]))} ${condition} GROUP BY ${column}
      ), named AS MATERIALIZED (
        SELECT counted.*, thing::text AS value, ${countedLabel(source, field)} AS label FROM counted
        WHERE thing IS NOT NULL
      ), page AS (SELECT * FROM named WHERE ${further} ORDER BY label, value LIMIT ${limit} + 1
      ), placed AS (SELECT page.*, row_number() OVER (ORDER BY label, value) AS place, count(*) OVER () AS found FROM page)
      SELECT json_build_object(
        'items', coalesce(json_agg(json_build_object('value', value, 'label', label, 'rows', behind,
          'firstDay', first_day, 'lastDay', last_day, 'certainty', certainty) ORDER BY place)
          FILTER (WHERE place <= ${limit}), '[]'),
        'last', max(json_build_array(label, value)::text) FILTER (WHERE place = ${limit} AND found > ${limit}),
        'things', (SELECT count(*) FROM named), 'rows', (SELECT coalesce(sum(behind), 0) FROM named),
        'unknownRows', (SELECT coalesce(sum(behind), 0) FROM counted WHERE thing IS NULL))::text
      FROM placed`;
    const found = JSON.parse((await read.text(planned('report-counted', text), values.all)) ?? '{}') as Omit<
      CountedFound,
      'next'
    > & { readonly last: string | null };
    const { last, ...rest } = found;
    return { ...rest, next: last === null ? null : Buffer.from(last).toString('base64url') };
  }
}
