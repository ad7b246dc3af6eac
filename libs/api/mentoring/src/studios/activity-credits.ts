import { Injectable } from '@nestjs/common';
import type { Tx } from '@qinglan/api-platform';
import { activityPays, beijingDayOf, type PairingId, type PersonId, type Temporal } from '@qinglan/domain';
import { CreditBook } from '../pairings/credit-book';
import { type ActivityFacts, ActivityQueries } from './activity.queries';

/** Lets a meeting count for every pairing of which both were there; a training is a contact and pays nothing. */
@Injectable()
export class ActivityCredits {
  constructor(
    private readonly activities: ActivityQueries,
    private readonly book: CreditBook,
  ) {}

  /** What was counted for two of whom one was not there is taken back, and what was missed is counted. */
  async recount(
    tx: Tx,
    activity: ActivityFacts,
    correction: {
      readonly before: readonly PersonId[];
      readonly presentIds: readonly PersonId[];
      readonly reason: string;
      readonly by: { readonly at: Temporal.Instant; readonly actorId: PersonId };
    },
  ): Promise<void> {
    const { before, presentIds, reason, by } = correction;
    const onDay = beijingDayOf(activity.startsAt).toString();
    const was = await this.activities.paired(tx, before, onDay);
    const is = await this.activities.paired(tx, presentIds, onDay);
    const gone = was.filter((pairingId) => !is.includes(pairingId));
    await this.book.withdrawOf(tx, { sourceKey: activity.activityId, pairingIds: gone }, { reason, ...by });
    // What somebody took back by hand of those who were there stays taken back.
    const missed = is.filter((pairingId) => !was.includes(pairingId));
    await this.pay(tx, activity, { pairingIds: missed, at: by.at });
  }

  async count(
    tx: Tx,
    activity: ActivityFacts,
    { presentIds, at }: { readonly presentIds: readonly PersonId[]; readonly at: Temporal.Instant },
  ): Promise<void> {
    const onDay = beijingDayOf(activity.startsAt).toString();
    await this.pay(tx, activity, { pairingIds: await this.activities.paired(tx, presentIds, onDay), at });
  }

  private async pay(
    tx: Tx,
    activity: ActivityFacts,
    { pairingIds, at }: { readonly pairingIds: readonly PairingId[]; readonly at: Temporal.Instant },
  ): Promise<void> {
    const onDay = beijingDayOf(activity.startsAt).toString();
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
