import { Injectable } from '@nestjs/common';
import { orNotFound, type Read, statement } from '@qinglan/api-platform';
import type { Id, OrganisationId } from '@qinglan/domain';

const json = `json_build_object('id', s.id, 'code', s.code, 'year', s.year, 'about', s.about,
  'text', json_build_object('zh', s.text_zh, 'en', s.text_en, 'ug', s.text_ug), 'number', s.number, 'unit', s.unit,
  'quote', s.quote, 'source', s.source, 'organisations', (
    SELECT coalesce(json_agg(json_build_object('id', o.id, 'name', o.name) ORDER BY o.code), '[]')
    FROM organisation o WHERE o.id = ANY (s.organisation_ids)),
  'evidence', s.evidence, 'version', s.version)`;
const one = statement('programme-statement', `SELECT (${json})::text FROM statement s WHERE s.id = $1`);
const ofYear = statement(
  'programme-statements',
  `SELECT json_build_object('items', coalesce(json_agg(${json} ORDER BY s.code), '[]'))::text FROM statement s WHERE s.year = $1`,
);
const unknown = statement(
  'programme-statement-organisations',
  'SELECT count(*) FROM unnest($1::uuid[]) AS w (id) WHERE NOT EXISTS (SELECT FROM organisation o WHERE o.id = w.id)',
);

/** Reads of stated facts. */
@Injectable()
export class StatementQueries {
  async one(read: Read, id: Id<'Statement'>): Promise<string> {
    return orNotFound(await read.text(one, [id]));
  }

  async ofYear(read: Read, year: number): Promise<string> {
    return orNotFound(await read.text(ofYear, [year]));
  }

  /** How many of these are no organisations. */
  async unknownOrganisations(read: Read, ids: readonly OrganisationId[]): Promise<number> {
    return (await read.row<{ count: number }>(unknown, [ids]))?.count ?? 0;
  }
}
