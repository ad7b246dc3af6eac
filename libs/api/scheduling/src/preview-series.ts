import { Injectable } from '@nestjs/common';
import { Clock, type Read, Transactions } from '@qinglan/api-platform';
import type { InputOf, previewSeries, ReplyOf } from '@qinglan/contracts';
import { type Actor, isPlaced, seriesClashes, type Temporal } from '@qinglan/domain';
import { requireOwnParties } from './cast';
import { ClashQueries, type ClashView, movesByWeek } from './clash.queries';
import { Holds } from './holds';
import { occurrenceView } from './occurrence-view';
import type { SeriesDraft } from './series.facts';
import { type SeriesPlan, SeriesPlanner } from './series.planner';

type Preview = ReplyOf<typeof previewSeries>;

const count = <T>(items: readonly T[], is: (item: T) => boolean): number => items.filter(is).length;

/** Shows what each week of a draft would give, with everything in the way; writes nothing. */
@Injectable()
export class PreviewSeries {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly planner: SeriesPlanner,
    private readonly holds: Holds,
    private readonly clashes: ClashQueries,
  ) {}

  execute(actor: Actor, { body }: InputOf<typeof previewSeries>): Promise<Preview> {
    const now = this.clock.now();
    return this.transactions.read(async (read) => {
      const plan = await this.planner.plan(read, actor, { draft: body, now });
      const clashes = await this.clashesOf(read, actor, { draft: body, plan });
      return this.preview(plan, clashes, now);
    });
  }

  private async clashesOf(
    read: Read,
    actor: Actor,
    given: { readonly draft: SeriesDraft; readonly plan: SeriesPlan },
  ): Promise<readonly ClashView[]> {
    const { draft, plan } = given;
    const parties = await this.holds.find(read, plan.parties);
    requireOwnParties(draft, parties);
    const placed = plan.occurrences.filter(isPlaced);
    const holds = await this.holds.live(
      read,
      plan.parties,
      placed.map((one) => one.slot),
    );
    const { clashes, moves } = seriesClashes(placed, plan.parties, holds);
    const found = { clashes, moves: movesByWeek(moves), subject: draft.subject, parties };
    return this.clashes.describe(read, actor, found);
  }

  private preview(plan: SeriesPlan, clashes: readonly ClashView[], now: Temporal.Instant): Preview {
    const byWeek = Map.groupBy(clashes, (clash) => clash.wanted.week);
    const occurrences = plan.occurrences.map((one) => occurrenceView(one, byWeek.get(one.week) ?? [], now));
    return {
      occurrences,
      placed: count(occurrences, (one) => one.state === 'placed'),
      clashing: count(occurrences, (one) => one.clashes.length > 0),
      skipped: count(occurrences, (one) => one.state === 'skipped' || one.state === 'left-out'),
      notPlaced: count(occurrences, (one) => one.state === 'not-placed'),
      past: count(occurrences, (one) => one.past),
      expiresAt: plan.expiresAt.toString(),
    };
  }
}
