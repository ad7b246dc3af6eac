import { Injectable } from '@nestjs/common';
import { type Read, statement } from '@qinglan/api-platform';
import type { StoredNarrowing, YearlyIssueId } from '@qinglan/domain';
import { blockRows, frozenPageFrom, frozenRowsInOrder, isStoredAmong } from './issue.sql';

// As many blocks as a page can need: a late page costs what the first one does.
const pageOfRows = `b.issue_id = $1 AND b.key = $2 AND b.block BETWEEN $3 AND $3 + $5::integer / ${String(blockRows)} + 1
  AND (b.block > $3 OR u.place > $4)`;
const rowJson = `json_build_object('source', r.source, 'id', r.id, 'certainty', r.certainty, 'label', r.label,
  'firstDay', r.first_day, 'lastDay', r.last_day, 'fields', r.fields)`;
const pageFrom = (table: string, where: string) =>
  `SELECT b.block, b.place::integer AS place, ${rowJson} AS row FROM ${frozenPageFrom(table, where)}
   ORDER BY b.block, b.place`;

const rows = statement('yearly-issue-rows', pageFrom('yearly_issue_block', pageOfRows));
const groupRows = statement(
  'yearly-issue-group-rows',
  pageFrom('yearly_issue_group', `${pageOfRows} AND b.field = $6 AND b.within = $7 AND b.value = $8 AND b.part = $9`),
);
const hasGroups = statement(
  'yearly-issue-has-groups',
  'SELECT 1 FROM yearly_issue_group WHERE issue_id = $1 AND key = $2 AND field = $3 AND within = $4 LIMIT 1',
);
const narrowedRows = statement(
  'yearly-issue-rows-narrowed',
  `SELECT b.block, u.place::integer AS place, ${rowJson} AS row
   FROM ${frozenRowsInOrder('b.issue_id = $1 AND b.key = $2 AND b.block >= $3')}
   WHERE (b.block > $3 OR u.place > $4) AND ${isStoredAmong('$6')}
   ORDER BY b.block, u.place LIMIT $5`,
);

/** Where a row stands among those of its numeral, or of its group. */
export interface RowPlace {
  readonly block: number;
  readonly place: number;
}

/** A row as it was frozen. */
export interface FrozenRow {
  readonly source: string;
  readonly id: string;
  readonly certainty: string;
  readonly label: string;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly fields: Readonly<Record<string, string | number | boolean | null>>;
}

/** A stored row, and where it stands. */
export interface PlacedRow extends RowPlace {
  readonly row: FrozenRow;
}

/** Which number of which chart, and by what its rows are found where it has no blocks of its own. */
export interface FrozenGroup {
  readonly by: string;
  readonly value: string;
  /** Both empty where the group is whole. */
  readonly within: string;
  readonly part: string;
  readonly narrowings: readonly StoredNarrowing[];
}

/** Whose rows: of a numeral of an issue, all or those of one group. */
export interface FrozenRowsAsked {
  readonly id: YearlyIssueId;
  readonly key: string;
  readonly group?: FrozenGroup | null;
}

type Page = RowPlace & { readonly limit: number };

/** Reads of stored rows, in their order, from a place on. */
@Injectable()
export class IssueRowQueries {
  /** A late page costs what the first one does; of a group too, but of an issue that was frozen before groups were kept. */
  async rows(read: Read, { id, key, group = null }: FrozenRowsAsked, from: Page): Promise<readonly PlacedRow[]> {
    const page = [id, key, from.block, from.place, from.limit];
    if (!group) return read.rows<PlacedRow>(rows, page);
    const { by, within, value, part, narrowings } = group;
    const isKept = await read.row(hasGroups, [id, key, by, within]);
    return isKept
      ? read.rows<PlacedRow>(groupRows, [...page, by, within, value, part])
      : read.rows<PlacedRow>(narrowedRows, [...page, JSON.stringify(narrowings)]);
  }
}
