import { Injectable } from '@nestjs/common';
import { orNotFound, type Read, statement } from '@qinglan/api-platform';
import type { Actor } from '@qinglan/domain';
import { choiceFields, peopleOfPicked } from '../choices.sql';
import { seenBy } from './pairing-list.queries';

const choices = (seen: string): string => `
  WITH picked AS MATERIALIZED (SELECT p.mentor_id, p.mentee_id, p.studio_id FROM pairing p WHERE ${seen}),
  ${peopleOfPicked}
  SELECT json_build_object(${choiceFields})::text`;

const all = statement('pairing-choices-all', choices('true'));
const seen = (condition: string) => statement('pairing-choices-seen', choices(condition));

/** What the list of pairings can be narrowed to. */
@Injectable()
export class PairingChoicesQueries {
  async choices(read: Read, actor: Actor): Promise<string> {
    const reach = seenBy(actor);
    const text = reach
      ? await read.text(seen(reach.condition(...reach.values.map((_, at) => `$${String(at + 1)}`))), reach.values)
      : await read.text(all, []);
    return orNotFound(text);
  }
}
