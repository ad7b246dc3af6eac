import { Injectable } from '@nestjs/common';
import { History, type Tx } from '@qinglan/api-platform';
import type { PartnershipId, SchoolId } from '@qinglan/domain';
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
} from './register-table';

/** A partnership as it is kept; `toDay` is its last day. */
export interface PartnershipRow {
  readonly supportingSchoolId: SchoolId;
  readonly receivingSchoolId: SchoolId;
  readonly fromDay: string;
  readonly toDay: string | null;
  readonly evidence: 'stated' | 'inferred' | 'demo';
}

const partnerships = new RegisterTable<PartnershipRow, PartnershipId>({
  table: 'partnership',
  key: ['supportingSchoolId', 'receivingSchoolId'],
  fields: {
    supportingSchoolId: { column: 'supporting_school_id', type: 'uuid' },
    receivingSchoolId: { column: 'receiving_school_id', type: 'uuid' },
    fromDay: { column: 'from_day', type: 'date' },
    toDay: { column: 'to_day', type: 'date' },
    evidence: { column: 'evidence', type: 'text' },
  },
  refusals: {
    partnership_pk: idTaken,
    partnership_once: codeTaken,
    partnership_two_schools: invalid('#/receivingSchoolId', 'two different schools'),
    partnership_days: invalid('#/toDay', 'not before fromDay'),
    partnership_supporting: invalid('#/supportingSchoolId', 'no such school'),
    partnership_receiving: invalid('#/receivingSchoolId', 'no such school'),
  },
});

/** The only writer of `partnership`. */
@Injectable()
export class PartnershipStore {
  constructor(private readonly history: History) {}

  lock(tx: Tx, id: PartnershipId): Promise<Entry<PartnershipRow, PartnershipId> | null> {
    return partnerships.lock(tx, id);
  }

  save(tx: Tx, wanted: Wanted<PartnershipRow, PartnershipId>, by: By): Promise<void> {
    return this.write(tx, changesOf(wanted), by);
  }

  /** Many at once, by `supportingSchoolId|receivingSchoolId`. */
  async saveAll(tx: Tx, rows: readonly PartnershipRow[], by: By): Promise<Saved<PartnershipId>> {
    const changes = await partnerships.match(tx, rows);
    await this.write(tx, changes, by);
    return savedOf(changes);
  }

  private async write(tx: Tx, changes: Changes<PartnershipRow, PartnershipId>, by: By): Promise<void> {
    await partnerships.write(tx, changes);
    await this.history.add(tx, by, happeningsOf('partnership', changes));
  }
}
