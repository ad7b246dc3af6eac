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
  type Wanted,
} from '@qinglan/api-directory';
import { History, type Tx } from '@qinglan/api-platform';
import type { honourLevels, Id, PersonId } from '@qinglan/domain';

/** An honour or award of somebody who is guided. */
export interface PersonHonourRow {
  readonly personId: PersonId;
  readonly title: string;
  readonly level: (typeof honourLevels)[number];
  readonly year: number;
  readonly proof: string;
  readonly evidence: 'stated' | 'inferred' | 'demo';
}

type PersonHonourId = Id<'PersonHonour'>;

const honours = new RegisterTable<PersonHonourRow, PersonHonourId>({
  table: 'person_honour',
  key: ['personId', 'title', 'year'],
  fields: {
    personId: { column: 'person_id', type: 'uuid' },
    title: { column: 'title', type: 'text' },
    level: { column: 'level', type: 'text' },
    year: { column: 'year', type: 'smallint' },
    proof: { column: 'proof', type: 'text' },
    evidence: { column: 'evidence', type: 'text' },
  },
  refusals: { person_honour_once: codeTaken, person_honour_of: invalid('#/personId', 'no such person') },
});

/** The only writer of `person_honour`. */
@Injectable()
export class PersonHonourStore {
  constructor(private readonly history: History) {}

  lock(tx: Tx, id: PersonHonourId): Promise<Entry<PersonHonourRow, PersonHonourId> | null> {
    return honours.lock(tx, id);
  }

  async save(tx: Tx, wanted: Wanted<PersonHonourRow, PersonHonourId>, by: By): Promise<void> {
    const changes: Changes<PersonHonourRow, PersonHonourId> = changesOf(wanted);
    await honours.write(tx, changes);
    await this.history.add(tx, by, happeningsOf('person-honour', changes));
  }
}
