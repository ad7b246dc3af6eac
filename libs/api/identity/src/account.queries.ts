import { Injectable } from '@nestjs/common';
import type { InputOf, listAccounts } from '@qinglan/contracts';
import { orNotFound, type Read, statement } from '@qinglan/api-platform';

const list = statement(
  'account-list',
  `WITH found AS (
     SELECT p.id, p.name, p.code, p.roles, o.short_name, a.password_hash IS NOT NULL AS has_password,
            coalesce(a.enabled, true) AS enabled
     FROM person p JOIN organisation o ON o.id = p.organisation_id LEFT JOIN account a ON a.person_id = p.id
     WHERE p.code > $1 AND ($2 = '' OR p.code ILIKE '%' || $2 || '%' OR p.name ILIKE '%' || $2 || '%')
     ORDER BY p.code LIMIT $3::integer + 1
   ), shown AS (SELECT * FROM found ORDER BY code LIMIT $3::integer)
   SELECT json_build_object(
     'items', coalesce((SELECT json_agg(json_build_object(
        'personId', id, 'name', name, 'account', code, 'organisation', short_name, 'roles', roles,
        'hasPassword', has_password, 'enabled', enabled) ORDER BY code) FROM shown), '[]'),
     'next', CASE WHEN (SELECT count(*) FROM found) > $3::integer THEN (SELECT max(code) FROM shown) END)::text`,
);

const words = (text: string) => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);

/** The accounts as administrators see them, by account. */
@Injectable()
export class AccountQueries {
  async list(read: Read, query: InputOf<typeof listAccounts>['query']): Promise<string> {
    return orNotFound(await read.text(list, [query.after ?? '', words(query.q ?? ''), query.limit]));
  }
}
