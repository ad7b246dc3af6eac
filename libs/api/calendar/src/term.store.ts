import { Injectable } from '@nestjs/common';
import {
  type By,
  type Changes,
  changesOf,
  codeTaken,
  type Entry,
  happeningsOf,
  idTaken,
  invalid,
  RegisterTable,
  type Saved,
  savedOf,
  type Wanted,
} from '@qinglan/api-directory';
import { History, Refused, type Tx } from '@qinglan/api-platform';
import type { SideId, TermId } from '@qinglan/domain';

/** A term of one side as it is kept. */
export interface TermRow {
  readonly code: string;
  readonly name: string;
  readonly sideId: SideId;
  readonly firstMonday: string;
  readonly weekCount: number;
}

const terms = new RegisterTable<TermRow, TermId>({
  table: 'term',
  key: ['code', 'sideId'],
  fields: {
    code: { column: 'code', type: 'text' },
    name: { column: 'name', type: 'text' },
    sideId: { column: 'side_id', type: 'text' },
    firstMonday: { column: 'first_monday', type: 'date' },
    weekCount: { column: 'week_count', type: 'smallint' },
  },
  refusals: {
    term_pk: idTaken,
    term_once: codeTaken,
    term_side: invalid('#/sideId', 'no such side'),
    term_begins_on_monday: () =>
      new Refused('not-a-monday', { errors: [{ pointer: '#/firstMonday', detail: 'Monday' }] }),
  },
});

/** The only writer of `term`. */
@Injectable()
export class TermStore {
  constructor(private readonly history: History) {}

  lock(tx: Tx, id: TermId): Promise<Entry<TermRow, TermId> | null> {
    return terms.lock(tx, id);
  }

  save(tx: Tx, wanted: Wanted<TermRow, TermId>, by: By): Promise<void> {
    return this.write(tx, changesOf(wanted), by);
  }

  /** Many at once, by `code|sideId`. */
  async saveAll(tx: Tx, rows: readonly TermRow[], by: By): Promise<Saved<TermId>> {
    const changes = await terms.match(tx, rows);
    await this.write(tx, changes, by);
    return savedOf(changes);
  }

  private async write(tx: Tx, changes: Changes<TermRow, TermId>, by: By): Promise<void> {
    await terms.write(tx, changes);
    await this.history.add(tx, by, happeningsOf('term', changes));
  }
}
