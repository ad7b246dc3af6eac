import { Injectable } from '@nestjs/common';
import { type Read, Refused, statement } from '@qinglan/api-platform';
import type { downloadItems, InputOf } from '@qinglan/contracts';
import type { EnrolmentRow } from '../enrolments/enrolment.store';
import type { ItemRow } from './item.store';

/** An item with the codes of its organisations. */
export interface ExportedItem extends Omit<
  ItemRow,
  'senderId' | 'hostId' | 'firstDay' | 'lastDay' | 'isOpen' | 'reason'
> {
  readonly sender: string | null;
  readonly host: string | null;
}

/** An enrolment by codes. */
export interface ExportedEnrolment extends Pick<EnrolmentRow, 'state' | 'attended' | 'completed'> {
  readonly item: string;
  readonly person: string;
}

/** More rows than these are not for one sheet; a sheet that is cut short would pass for the whole. */
const most = 20_000;
const wanted = `($1::smallint IS NULL OR i.year = $1) AND ($2::text IS NULL OR i.category = $2)
  AND ($3::text IS NULL OR i.category_words = $3) AND ($4::text IS NULL OR i.state = $4)`;

const items = statement(
  'programme-export',
  `SELECT i.code, i.category, i.category_words AS "categoryWords", i.title, i.year, i.ordinal, i.begins, i.ends, i.state,
     sender.code AS sender, host.code AS host, i.people, i.enrolled, i.attended, i.completed, i.certainty,
     i.certainty_remark AS "certaintyRemark", i.numbers_certainty AS "numbersCertainty", i.purpose, i.source, i.note, i.capacity
   FROM programme_item i LEFT JOIN organisation sender ON sender.id = i.sender_id
   LEFT JOIN organisation host ON host.id = i.host_id
   WHERE ${wanted} ORDER BY i.year, i.category_place, i.rank, i.code LIMIT ${String(most + 1)}`,
);
const enrolments = statement(
  'programme-export-enrolments',
  `SELECT i.code AS item, p.code AS person, e.state, e.attended, e.completed
   FROM enrolment e JOIN programme_item i ON i.id = e.item_id JOIN person p ON p.id = e.person_id
   WHERE ${wanted} ORDER BY i.code, e.turn, p.code LIMIT ${String(most + 1)}`,
);

type Query = Omit<InputOf<typeof downloadItems>['query'], 'format'>;

const values = ({ year, category, categoryWords, state }: Query) => [
  ...[year ?? null, category ?? null],
  ...[categoryWords ?? null, state ?? null],
];

function whole<Row>(rows: readonly Row[]): readonly Row[] {
  if (rows.length > most) throw new Refused('file-too-long');
  return rows;
}

/** Rows for a file: all that were asked for. */
@Injectable()
export class ItemExportQueries {
  async items(read: Read, query: Query): Promise<readonly ExportedItem[]> {
    return whole(await read.rows<ExportedItem>(items, values(query)));
  }

  async enrolments(read: Read, query: Query): Promise<readonly ExportedEnrolment[]> {
    return whole(await read.rows<ExportedEnrolment>(enrolments, values(query)));
  }
}
