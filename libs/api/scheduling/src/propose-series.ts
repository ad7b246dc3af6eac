import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { orNotFound, type Read, Refused, type Tx } from '@qinglan/api-platform';
import {
  type Actor,
  asId,
  decideSeriesProposal,
  isPlaced,
  type LessonId,
  type ProposalId,
  type SeriesId,
  type SeriesRefusal,
  type Temporal,
} from '@qinglan/domain';
import { castOf, requireOwnParties } from './cast';
import { ClashQueries, movesByWeek } from './clash.queries';
import { Holds, type Parties } from './holds';
import type { NewProposal } from './proposal.store';
import { ProposalWriter } from './proposal.writer';
import { refusedBy } from './refusals';
import { isDraft } from './series.drafter';
import type { SeriesFacts } from './series.facts';
import { type SeriesPlan, SeriesPlanner } from './series.planner';
import { SeriesQueries } from './series.queries';

/** A drafted series on its way to the other school. */
export interface SeriesToPropose {
  readonly proposalId: ProposalId;
  readonly seriesId: SeriesId;
  readonly message: string | null;
  readonly includesPast: boolean;
  readonly asked: string;
  readonly now: Temporal.Instant;
}

/** Lays a term of lessons before the other school and holds every slot. */
@Injectable()
export class ProposeSeries {
  constructor(
    private readonly series: SeriesQueries,
    private readonly planner: SeriesPlanner,
    private readonly holds: Holds,
    private readonly clashes: ClashQueries,
    private readonly writer: ProposalWriter,
  ) {}

  async execute(tx: Tx, actor: Actor, sent: SeriesToPropose): Promise<void> {
    const series = orNotFound(await this.series.lock(tx, sent.seriesId));
    if (await this.writer.isRepeated(tx, actor, sent)) return;
    const plan = await this.planner.plan(tx, actor, { draft: series, now: sent.now });
    if (!isDraft(series)) throw new Refused('wrong-state');
    const parties = await this.holds.lock(tx, plan.parties);
    requireOwnParties(series, parties);
    const lessons = await this.decide(tx, actor, { series, plan, sent, parties });
    await this.writer.write(tx, this.proposalOf(actor, { series, plan, sent }, lessons));
  }

  private async decide(
    tx: Tx,
    actor: Actor,
    given: { series: SeriesFacts; plan: SeriesPlan; sent: SeriesToPropose; parties: Parties },
  ) {
    const { plan, sent, series, parties } = given;
    const slots = plan.occurrences.filter(isPlaced).map((one) => one.slot);
    const holds = await this.holds.live(tx, plan.parties, slots);
    const facts = { partnership: plan.partnership, holds, now: sent.now, includesPast: sent.includesPast };
    const decided = decideSeriesProposal(plan, facts);
    if (decided.ok) return decided.value.lessons;
    throw await this.refused(tx, actor, { refusal: decided.refusal, subject: series.subject, parties });
  }

  private async refused(
    read: Read,
    actor: Actor,
    given: { refusal: SeriesRefusal; subject: string; parties: Parties },
  ): Promise<Refused> {
    const { refusal, subject, parties } = given;
    if (refusal.kind !== 'party-taken') return refusedBy(refusal);
    const found = { clashes: refusal.clashes, moves: movesByWeek(refusal.moves), subject, parties };
    return new Refused('party-taken', { clashes: [...(await this.clashes.describe(read, actor, found))] });
  }

  private proposalOf(
    actor: Actor,
    given: { series: SeriesFacts; plan: SeriesPlan; sent: SeriesToPropose },
    lessons: readonly Pick<NewProposal['lessons'][number], 'week' | 'slot' | 'window'>[],
  ): NewProposal {
    const { series, plan, sent } = given;
    return {
      proposalId: sent.proposalId,
      seriesId: series.seriesId,
      partnershipId: plan.partnership.id,
      fromSchoolId: actor.schoolId,
      toSchoolId: plan.toSchoolId,
      proposedBy: actor.personId,
      proposedAt: sent.now,
      expiresAt: plan.expiresAt,
      message: sent.message,
      asked: sent.asked,
      kind: series.kind,
      subject: series.subject,
      topic: null,
      cast: castOf(series),
      lessons: lessons.map(({ week, slot, window }) => ({
        lessonId: asId<LessonId>(randomUUID()),
        week,
        slot,
        window,
      })),
    };
  }
}
