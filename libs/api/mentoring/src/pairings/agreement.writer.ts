import { Injectable } from '@nestjs/common';
import { History, type Tx } from '@qinglan/api-platform';
import { isWrittenAsRevision } from '@qinglan/domain';
import { AgreementStore } from './agreement.store';
import type { PairingFacts } from './pairing.queries';
import { RevisionStore, type Written } from './revision.store';

/** Writes an agreement where it belongs: into a pairing that does not run yet, or beside the text in force. */
@Injectable()
export class AgreementWriter {
  constructor(
    private readonly agreements: AgreementStore,
    private readonly revisions: RevisionStore,
    private readonly history: History,
  ) {}

  async write(tx: Tx, { pairingId, state }: PairingFacts, written: Written): Promise<void> {
    if (isWrittenAsRevision(state)) return this.revisions.draft(tx, pairingId, written);
    const { row, by } = written;
    await this.agreements.write(tx, pairingId, row);
    await this.history.add(tx, by, [{ subjectId: pairingId, act: 'pairing.agreement', detail: { after: row } }]);
  }
}
