import { Injectable } from '@nestjs/common';
import { type Read, statement } from '@qinglan/api-platform';
import type { ReportRow } from '@qinglan/contracts';
import type { RowValues, Source } from '@qinglan/domain';
import { relationOf } from './asked-span';
import { columnOf } from './conditions';
import { planned } from './planned';
import { rowJson } from './row.sql';
import { Values } from './values';

const around = statement(
  'report-evidence',
  `SELECT json_build_object(
    'signatures', (SELECT coalesce(json_agg(json_build_object('organisation', organisation, 'at', at) ORDER BY at), '[]')
      FROM report_signature WHERE subject_id = $1),
    'evidence', (SELECT coalesce(json_agg(json_build_object('title', title, 'text', text)), '[]')
      FROM (SELECT title, text FROM report_evidence WHERE subject_id = $1 ORDER BY title, text LIMIT 60) e),
    'history', (SELECT coalesce(json_agg(json_build_object('at', at, 'act', act) ORDER BY id DESC), '[]')
      FROM (SELECT id, at, act FROM report_history WHERE subject_id = $1 ORDER BY id DESC LIMIT 40) h))::text`,
);
const quoted = statement(
  'report-quotes',
  `SELECT s.code, s.quote, s.source FROM statement s
   WHERE s.year = $1 AND s.code = ANY ($2::text[]) AND s.quote IS NOT NULL ORDER BY s.code`,
);

/** A row with its values as they are filtered by, not as they are shown. */
export interface KnownRow {
  readonly row: ReportRow;
  readonly values: RowValues;
}

/** What is known around a row. */
export interface Around {
  readonly signatures: { organisation: string; at: string }[];
  readonly evidence: { title: string; text: string }[];
  readonly history: { at: string; act: string }[];
}

/** A quote of a source. */
export interface Quote {
  readonly code: string;
  readonly quote: string;
  readonly source: string;
}

/** Which row, and as of which day. */
export interface RowNamed {
  readonly name: string;
  readonly id: string;
  readonly day: string;
}

/** Reads what rows rest on. */
@Injectable()
export class EvidenceQueries {
  /** Of what lasts, the row as it stood when that day was over. */
  async row(read: Read, source: Source, { name, id, day }: RowNamed): Promise<KnownRow | null> {
    const fields = Object.keys(source.dimensions).map((field) => `'${field}', ${columnOf(source, field)}`);
    const values = new Values();
    const text = `SELECT json_build_object('row', ${rowJson(source, name)}, 'values', json_build_object(${fields.join(', ')}))::text
      FROM ${relationOf(source, day, values)} r WHERE r.id = ${values.place(id, 'uuid')}`;
    const found = await read.text(planned('report-row', text), values.all);
    return found === null ? null : (JSON.parse(found) as KnownRow);
  }

  async around(read: Read, id: string): Promise<Around> {
    return JSON.parse((await read.text(around, [id])) ?? '{}') as Around;
  }

  quotes(read: Read, year: number, codes: readonly string[]): Promise<readonly Quote[]> {
    return read.rows<Quote>(quoted, [year, codes]);
  }
}
