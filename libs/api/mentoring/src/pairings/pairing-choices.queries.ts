import { Injectable } from '@nestjs/common';
import { orNotFound, type Read, statement } from '@qinglan/api-platform';
import type { Actor } from '@qinglan/domain';
import { choicesOf } from '../choices.sql';
import { seenBy } from './pairing-list.queries';

const all = statement('pairing-choices-all', choicesOf('true'));
const seen = (condition: string) => statement('pairing-choices-seen', choicesOf(condition));

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
