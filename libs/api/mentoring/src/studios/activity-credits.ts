import { Injectable } from '@nestjs/common';
import type { Tx } from '@qinglan/api-platform';
import { activityPays, beijingDayOf, type PersonId, type Temporal } from '@qinglan/domain';
import { CreditBook } from '../pairings/credit-book';
import { type ActivityFacts, ActivityQueries } from './activity.queries';

/** Lets a meeting count for every pairing of which both were there; a training is a contact and pays nothing. */
@Injectable()
export class ActivityCredits {
  constructor(
    private readonly activities: ActivityQueries,
    private readonly book: CreditBook,
  ) {}

  async count(
    tx: Tx,
    activity: ActivityFacts,
    { presentIds, at }: { readonly presentIds: readonly PersonId[]; readonly at: Temporal.Instant },
  ): Promise<void> {
    const onDay = beijingDayOf(activity.startsAt).toString();
    const pairingIds = await this.activities.paired(tx, presentIds, onDay);
    const kind = activityPays[activity.kind];
    if (kind === null) {
      await this.book.touch(tx, pairingIds, onDay);
      return;
    }
    const { activityId: sourceKey, title } = activity;
    const one = { kind, onDay, source: 'activity' as const, sourceKey, title, evidence: null, byId: null };
    await this.book.credit(
      tx,
      pairingIds.map((pairingId) => ({ pairingId, ...one })),
      at,
    );
  }
}
