import { statement } from '@qinglan/api-platform';

/** A stated fact as JSON, from `s`. */
export const statementJson = `json_build_object('id', s.id, 'code', s.code, 'year', s.year, 'about', s.about,
  'text', json_build_object('zh', s.text_zh, 'en', s.text_en, 'ug', s.text_ug), 'number', s.number, 'unit', s.unit,
  'quote', s.quote, 'source', s.source, 'organisations', (
    SELECT coalesce(json_agg(json_build_object('id', o.id, 'name', o.name) ORDER BY o.code), '[]')
    FROM organisation o WHERE o.id = ANY (s.organisation_ids)),
  'evidence', s.evidence, 'version', s.version)`;

/** Every stated fact of a year, by code. */
export const statementsOfYear = statement(
  'report-statements',
  `SELECT coalesce(json_agg(${statementJson} ORDER BY s.code), '[]')::text FROM statement s WHERE s.year = $1`,
);
