import { computed, inject, Injectable, signal } from '@angular/core';
import {
  askMatchingProposal,
  consentToPairing,
  layMatching,
  listMatchingGaps,
  listMatchingPeople,
  listMatchingPlanPairs,
  readMatchingProposal,
  readMatchingRound,
  ruleMatchingPair,
  saveMatchingPeople,
  saveMatchingRound,
  stepMatchingRound,
  tellMatchingOffer,
  tellMatchingWish,
  type CallOf,
  type MatchingProposal,
  type MatchingRoundView,
  type Problem,
} from '@qinglan/contracts';
import type { MatchingRoundId, PersonId } from '@qinglan/domain';
import { ApiClient, followMentoring, paged, problemOf, remote } from '@qinglan/web-platform';
import { isSame } from './told';

type Laid = MatchingRoundView['laid'][number];
type Body<E extends Parameters<ApiClient['call']>[0]> = NonNullable<CallOf<E>['body']>;

/** One round: what it is, who is in it, what is planned. */
@Injectable()
export class RoundStore {
  private readonly api = inject(ApiClient);

  readonly roundId = signal<MatchingRoundId | null>(null);
  readonly round = remote(() => {
    const roundId = this.roundId();
    return roundId ? this.api.call(readMatchingRound, { params: { roundId } }) : undefined;
  });
  private readonly own = computed(() => this.round.value()?.part ?? null);
  /** Those on the other side, whom the reader may name. */
  readonly others = paged((after) => {
    const [roundId, own] = [this.roundId(), this.own()];
    if (!roundId || !own) return undefined;
    const part = own === 'mentor' ? ('mentee' as const) : ('mentor' as const);
    return this.api.call(listMatchingPeople, { params: { roundId }, query: { part, after, limit: 100 } });
  });
  /** Asked for only where there is a plan to see. */
  readonly plan = remote(
    () => {
      const round = this.round.value();
      if (!round?.maySeePlan || round.plannedAt === null) return undefined;
      return this.api.call(readMatchingProposal, { params: { roundId: round.id } });
    },
    { keep: true },
  );

  /** What stands now, where somebody else changed it while a keeper has it open: lists in view do not jump. */
  private readonly newest = signal<{ readonly round: MatchingRoundView; readonly plan?: MatchingProposal } | null>(
    null,
  );
  /** Why nobody knows whether there is news: it is said, and asked again by the reader or with the next news. */
  readonly lost = signal<Problem | null>(null);
  readonly hasNews = computed(() => {
    const [newest, round] = [this.newest(), this.round.value()];
    if (!newest || newest.round.id !== round?.id) return false;
    return !isSame(newest.round, round) || !isSame(newest.plan, this.plan.value());
  });

  constructor() {
    let isFirst = true;
    followMentoring(() => {
      if (!isFirst) void this.follow();
      isFirst = false;
    });
  }

  /** Shows what somebody else changed. */
  async refresh(): Promise<void> {
    this.newest.set(null);
    this.lost.set(null);
    await this.round.reload();
  }

  async wish(round: MatchingRoundView, body: Body<typeof tellMatchingWish>): Promise<void> {
    const given = { params: { roundId: round.id }, body, version: round.mine?.version ?? 0 };
    this.round.put(await this.api.call(tellMatchingWish, given));
  }

  async offer(round: MatchingRoundView, body: Body<typeof tellMatchingOffer>): Promise<void> {
    const given = { params: { roundId: round.id }, body, version: round.mine?.version ?? 0 };
    this.round.put(await this.api.call(tellMatchingOffer, given));
  }

  async consent({ pairingId, version }: Laid, body: Body<typeof consentToPairing>): Promise<void> {
    await this.api.call(consentToPairing, { params: { pairingId }, body, version });
    await this.round.reload();
  }

  async save(round: MatchingRoundView, body: Body<typeof saveMatchingRound>): Promise<void> {
    this.round.put(await this.api.call(saveMatchingRound, { ...this.keptAs(round), body }));
  }

  async step(round: MatchingRoundView, to: 'open' | 'closed'): Promise<void> {
    this.round.put(await this.api.call(stepMatchingRound, { ...this.keptAs(round), body: { to } }));
  }

  async take(round: MatchingRoundView, body: Partial<Body<typeof saveMatchingPeople>>): Promise<void> {
    const all = { mentorIds: [], menteeIds: [], removeIds: [], ...body };
    this.round.put(await this.api.call(saveMatchingPeople, { ...this.keptAs(round), body: all }));
  }

  async ask(round: MatchingRoundView): Promise<void> {
    await this.api.call(askMatchingProposal, this.keptAs(round));
    await this.round.reload();
  }

  /** More rows of the plan in view. */
  pairs(round: MatchingRoundView, query: { plan: 'optimal' | 'stable'; after: string }) {
    return this.api.call(listMatchingPlanPairs, { params: { roundId: round.id }, query });
  }

  unplaced(round: MatchingRoundView, query: { plan: 'optimal' | 'stable'; after: string }) {
    return this.api.call(listMatchingGaps, { params: { roundId: round.id }, query });
  }

  /** The plans are put aside by a rule; they are asked for anew at once. */
  async rule(
    round: MatchingRoundView,
    pair: { readonly menteeId: PersonId; readonly mentorId: PersonId },
    body: Body<typeof ruleMatchingPair>,
  ): Promise<void> {
    const params = { roundId: round.id, ...pair };
    const ruled = await this.api.call(ruleMatchingPair, { params, body, version: round.version });
    await this.api.call(askMatchingProposal, this.keptAs(ruled));
    await this.round.reload();
  }

  async lay(round: MatchingRoundView, plan: 'optimal' | 'stable'): Promise<void> {
    this.round.put(await this.api.call(layMatching, { ...this.keptAs(round), body: { plan } }));
  }

  private async follow(): Promise<void> {
    const round = this.round.value();
    if (!round) return;
    if (!round.maySeePlan) return this.refresh();
    const params = { roundId: round.id };
    try {
      const now = await this.api.call(readMatchingRound, { params });
      const plan = now.plannedAt === null ? {} : { plan: await this.api.call(readMatchingProposal, { params }) };
      this.newest.set({ round: now, ...plan });
      this.lost.set(null);
    } catch (error) {
      this.lost.set(problemOf(error));
    }
  }

  private keptAs({ id, version }: MatchingRoundView) {
    return { params: { roundId: id }, version };
  }
}
