import { Injectable } from '@nestjs/common';
import { allowOrHide, orNotFound, Refused, statement, Transactions } from '@qinglan/api-platform';
import type { InputOf, listNameLists } from '@qinglan/contracts';
import { type Actor, mayDefineIndicators } from '@qinglan/domain';
import * as z from 'zod';

const asked = statement(
  'report-name-lists',
  `WITH page AS (
     SELECT * FROM name_list WHERE $2::timestamptz IS NULL OR (at, id) < ($2::timestamptz, $3::uuid)
     ORDER BY at DESC, id DESC LIMIT $1::integer + 1
   ), placed AS (SELECT page.*, row_number() OVER (ORDER BY at DESC, id DESC) AS place, count(*) OVER () AS found FROM page)
   SELECT json_build_object('items', coalesce(json_agg(json_build_object('id', n.id, 'key', n.indicator_key, 'year', n.year,
       'by', p.name, 'at', n.at, 'reason', n.reason, 'names', n.names) ORDER BY n.place) FILTER (WHERE n.place <= $1::integer), '[]'),
     'next', max(translate(encode(convert_to(json_build_array(n.at, n.id)::text, 'UTF8'), 'base64'), E'+/=\\n', '-_'))
       FILTER (WHERE n.place = $1::integer AND n.found > $1::integer))::text
   FROM placed n LEFT JOIN report_person p ON p.id = n.by_id`,
);
const cursor = z.tuple([z.iso.datetime({ offset: true }), z.uuid()]);

/** Who asked for names, when, and why. */
@Injectable()
export class ListNameLists {
  constructor(private readonly transactions: Transactions) {}

  execute(actor: Actor, { query }: InputOf<typeof listNameLists>): Promise<string> {
    allowOrHide(mayDefineIndicators(actor));
    const [at, id] = query.after === undefined ? [null, null] : this.after(query.after);
    return this.transactions.read(async (read) => orNotFound(await read.text(asked, [query.limit, at, id])));
  }

  private after(text: string): readonly [string, string] {
    try {
      return cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    } catch {
      throw new Refused('invalid-input', {
        errors: [{ pointer: '#/query/after', detail: 'the next of another page' }],
      });
    }
  }
}
