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
import type { OrganisationId, PersonId, StudioId } from '@qinglan/domain';

/** A studio as it is kept. */
export interface StudioRow {
  readonly code: string;
  readonly subject: string;
  readonly field: 'education' | 'medical';
  readonly hostId: OrganisationId;
  readonly leadId: PersonId | null;
  readonly evidence: 'stated' | 'inferred' | 'demo';
}

const studios = new RegisterTable<StudioRow, StudioId>({
  table: 'studio',
  key: ['code'],
  fields: {
    code: { column: 'code', type: 'text' },
    subject: { column: 'subject', type: 'text' },
    field: { column: 'field', type: 'text' },
    hostId: { column: 'host_id', type: 'uuid' },
    leadId: { column: 'lead_id', type: 'uuid' },
    evidence: { column: 'evidence', type: 'text' },
  },
  refusals: {
    studio_code_once: codeTaken,
    studio_host: invalid('#/hostId', 'no such organisation'),
    studio_lead: invalid('#/leadId', 'no such person'),
  },
});

/** The only writer of `studio`. */
@Injectable()
export class StudioStore {
  constructor(private readonly history: History) {}

  lock(tx: Tx, id: StudioId): Promise<Entry<StudioRow, StudioId> | null> {
    return studios.lock(tx, id);
  }

  save(tx: Tx, wanted: Wanted<StudioRow, StudioId>, by: By): Promise<void> {
    return this.write(tx, changesOf(wanted), by);
  }

  /** Many at once, by code. */
  async saveAll(tx: Tx, rows: readonly StudioRow[], by: By): Promise<Saved<StudioId>> {
    const changes = await studios.match(tx, rows);
    await this.write(tx, changes, by);
    return savedOf(changes);
  }

  private async write(tx: Tx, changes: Changes<StudioRow, StudioId>, by: By): Promise<void> {
    await studios.write(tx, changes);
    await this.history.add(tx, by, happeningsOf('studio', changes));
  }
}
