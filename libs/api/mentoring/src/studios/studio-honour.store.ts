import { Injectable } from '@nestjs/common';
import {
  type By,
  type Changes,
  changesOf,
  codeTaken,
  type Entry,
  happeningsOf,
  invalid,
  RegisterTable,
  type Saved,
  savedOf,
  type Wanted,
} from '@qinglan/api-directory';
import { History, type Tx } from '@qinglan/api-platform';
import type { Id, StudioId } from '@qinglan/domain';

/** An honour as it is kept; `level` is what the source states, which may name two levels at once. */
export interface StudioHonourRow {
  readonly studioId: StudioId;
  readonly title: string;
  readonly level: string;
  readonly year: number;
  readonly evidence: 'stated' | 'inferred' | 'demo';
}

const honours = new RegisterTable<StudioHonourRow, Id<'StudioHonour'>>({
  table: 'studio_honour',
  key: ['studioId', 'title', 'year'],
  fields: {
    studioId: { column: 'studio_id', type: 'uuid' },
    title: { column: 'title', type: 'text' },
    level: { column: 'level', type: 'text' },
    year: { column: 'year', type: 'smallint' },
    evidence: { column: 'evidence', type: 'text' },
  },
  refusals: {
    studio_honour_once: codeTaken,
    studio_honour_of: invalid('#/studioId', 'no such studio'),
  },
});

/** The only writer of `studio_honour`. */
@Injectable()
export class StudioHonourStore {
  constructor(private readonly history: History) {}

  lock(tx: Tx, id: Id<'StudioHonour'>): Promise<Entry<StudioHonourRow, Id<'StudioHonour'>> | null> {
    return honours.lock(tx, id);
  }

  save(tx: Tx, wanted: Wanted<StudioHonourRow, Id<'StudioHonour'>>, by: By): Promise<void> {
    return this.write(tx, changesOf(wanted), by);
  }

  /** Many at once, by `studioId|title|year`. */
  async saveAll(tx: Tx, rows: readonly StudioHonourRow[], by: By): Promise<Saved<Id<'StudioHonour'>>> {
    const changes = await honours.match(tx, rows);
    await this.write(tx, changes, by);
    return savedOf(changes);
  }

  private async write(tx: Tx, changes: Changes<StudioHonourRow, Id<'StudioHonour'>>, by: By): Promise<void> {
    await honours.write(tx, changes);
    await this.history.add(tx, by, happeningsOf('studio-honour', changes));
  }
}
