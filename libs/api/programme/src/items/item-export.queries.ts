import { Injectable } from '@nestjs/common';
import { type Read, statement } from '@qinglan/api-platform';
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

/** How many rows each sheet would have. */
export interface ExportSizes {
  readonly items: number;
  readonly enrolments: number;
}

const wanted = `($1::smallint IS NULL OR i.year = $1) AND ($2::text IS NULL OR i.category = $2)
  AND ($3::text IS NULL OR i.category_words = $3) AND ($4::text IS NULL OR i.state = $4)`;

const items = statement(
  'programme-export',
  `SELECT i.code, i.category, i.category_words AS "categoryWords", i.title, i.year, i.ordinal, i.begins, i.ends, i.state,
     sender.code AS sender, host.code AS host, i.people, i.enrolled, i.attended, i.completed, i.certainty,
     i.certainty_remark AS "certaintyRemark", i.numbers_certainty AS "numbersCertainty", i.purpose, i.source, i.note, i.capacity
   FROM programme_item i LEFT JOIN organisation sender ON sender.id = i.sender_id
   LEFT JOIN organisation host ON host.id = i.host_id
   WHERE ${wanted} ORDER BY i.year, i.category_place, i.rank, i.code`,
);
const enrolments = statement(
  'programme-export-enrolments',
  `SELECT i.code AS item, p.code AS person, e.state, e.attended, e.completed
   FROM enrolment e JOIN programme_item i ON i.id = e.item_id JOIN person p ON p.id = e.person_id
   WHERE ${wanted} ORDER BY i.code, e.turn, p.code`,
);

const sizes = statement(
  'programme-export-sizes',
  `SELECT (SELECT count(*)::int FROM programme_item i WHERE ${wanted}) AS items,
     (SELECT count(*)::int FROM enrolment e JOIN programme_item i ON i.id = e.item_id WHERE ${wanted}) AS enrolments`,
);

type Query = Omit<InputOf<typeof downloadItems>['query'], 'format'>;

const values = ({ year, category, categoryWords, state }: Query) => [
  ...[year ?? null, category ?? null],
  ...[categoryWords ?? null, state ?? null],
];

/** How many rows are held at once; between two parts others are served. */
const together = 200;

/** Rows for a file, part by part: all that were asked for, out of one transaction. */
@Injectable()
export class ItemExportQueries {
  async sizes(read: Read, query: Query): Promise<ExportSizes> {
    return (await read.row<ExportSizes>(sizes, values(query))) ?? { items: 0, enrolments: 0 };
  }

  items(read: Read, query: Query): AsyncIterable<readonly ExportedItem[]> {
    return read.batches<ExportedItem>(items, values(query), together);
  }

  enrolments(read: Read, query: Query): AsyncIterable<readonly ExportedEnrolment[]> {
    return read.batches<ExportedEnrolment>(enrolments, values(query), together);
  }
}
