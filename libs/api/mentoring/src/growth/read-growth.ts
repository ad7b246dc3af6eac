import { Injectable } from '@nestjs/common';
import { Clock, Transactions } from '@qinglan/api-platform';
import type { GrowthView } from '@qinglan/contracts';
import type { Actor, PairingId } from '@qinglan/domain';
import { GrowthViewer } from './growth.viewer';

/** Shows what a pairing grew towards and how far it is from completion. */
@Injectable()
export class ReadGrowth {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly viewer: GrowthViewer,
  ) {}

  execute(actor: Actor, pairingId: PairingId): Promise<GrowthView> {
    const now = this.clock.now();
    return this.transactions.read((read) => this.viewer.view(read, pairingId, { actor, now }));
  }
}
