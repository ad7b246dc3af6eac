import { Injectable } from '@nestjs/common';
import { orNotFound, type Read, Refused } from '@qinglan/api-platform';
import { spanOf } from './asked-span';
import { planned } from './planned';
import { sourceOf, spanRows } from './plain-count.sql';
import { type RowsAsked, rowsCondition, type RowsFound } from './row.queries';
import { rowJson, sortKeyOf } from './row.sql';
import { Values } from './values';

type Row = RowsFound['items'][number];

/** All rows of a numeral in their order, in one walk, out of the caller's snapshot. */
@Injectable()
export class RowWalk {
  /** How many rows there are. */
  async count(read: Read, asked: RowsAsked): Promise<number> {
    const source = sourceOf(asked.indicator);
    const values = new Values();
    const spanAsked = { span: spanOf(asked.year, asked.asOf), values };
    const text = `SELECT count(*)::text FROM ${spanRows(source, spanAsked)} ${rowsCondition(source, asked, spanAsked)}`;
    return Number(orNotFound(await read.text(planned('report-rows-count', text), values.all)));
  }

  /** The rows, so many at a time. */
  async *rows(read: Read, asked: RowsAsked, size: number): AsyncGenerator<readonly Row[]> {
    const source = sourceOf(asked.indicator);
    const key = sortKeyOf(source, asked.sort);
    if (!key) throw new Refused('field-unknown');
    const values = new Values();
    const spanAsked = { span: spanOf(asked.year, asked.asOf), values };
    const order = asked.direction === 'down' ? 'DESC' : 'ASC';
    // Put in order first and written out afterwards, so that names are looked up for what is fetched.
    const text = `SELECT ${rowJson(source, asked.indicator.rule.source)} AS row FROM (
        SELECT r.* FROM ${spanRows(source, spanAsked)} ${rowsCondition(source, asked, spanAsked)}
        ORDER BY ${key.expression} ${order}, r.id ${order} OFFSET 0) r`;
    const batches = read.batches<{ readonly row: Row }>({ name: '', text }, values.all, size);
    for await (const batch of batches) yield batch.map(({ row }) => row);
  }
}
