import { Injectable } from '@nestjs/common';
import { orNotFound, type Read, statement } from '@qinglan/api-platform';
import type { TemplateId } from '@qinglan/domain';

const json = `json_build_object('id', t.id, 'code', t.code, 'title', t.title, 'months', t.months, 'clauses', t.clauses,
  'obligations', t.obligations, 'withdrawn', t.withdrawn_at IS NOT NULL, 'version', t.version)`;
const all = statement(
  'mentoring-templates',
  `SELECT json_build_object('items', coalesce(json_agg(${json} ORDER BY t.withdrawn_at IS NOT NULL, t.code), '[]'))::text
   FROM (SELECT * FROM agreement_template ORDER BY code LIMIT 200) t`,
);
const one = statement('mentoring-template', `SELECT ${json}::text FROM agreement_template t WHERE t.id = $1`);
const exists = statement('mentoring-template-exists', 'SELECT 1 FROM agreement_template WHERE id = $1');

/** Kinds of agreement to begin from. */
@Injectable()
export class TemplateQueries {
  static async exists(read: Read, templateId: TemplateId): Promise<boolean> {
    return (await read.row(exists, [templateId])) !== null;
  }

  async all(read: Read): Promise<string> {
    return orNotFound(await read.text(all));
  }

  async one(read: Read, templateId: TemplateId): Promise<string> {
    return orNotFound(await read.text(one, [templateId]));
  }
}
