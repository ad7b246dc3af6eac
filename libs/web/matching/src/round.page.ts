import { ChangeDetectionStrategy, Component, computed, effect, inject, input, linkedSignal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MatchingRoundView } from '@qinglan/contracts';
import { asId, type MatchingRoundId } from '@qinglan/domain';
import { BeijingDay, Languages } from '@qinglan/web-platform';
import { Badge, Button, Confirm, Dialogs, Icon, Notice, Page, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { Acting } from './acting';
import { KeptPeople } from './kept-people';
import { LaidPairs } from './laid-pairs';
import { OfferForm } from './offer-form';
import { Plans } from './plans';
import { RoundDialog } from './round-dialog';
import { roundLook } from './round-look';
import { RoundStore } from './round.store';
import { WeightsForm } from './weights-form';
import { WishForm } from './wish-form';

type View = 'mine' | 'people' | 'plan';

/** One round: what the reader has to say first, then, for its keeper, people, weights and plans. */
@Component({
  selector: 'matching-round-page',
  imports: [
    Badge,
    BeijingDay,
    Button,
    Icon,
    KeptPeople,
    LaidPairs,
    Notice,
    OfferForm,
    Page,
    Plans,
    ProblemNotice,
    TranslocoPipe,
    Waiting,
    WeightsForm,
    WishForm,
  ],
  templateUrl: './round.page.html',
  styleUrl: './round.page.scss',
  providers: [Acting, RoundStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RoundPage {
  private readonly confirm = inject(Confirm);
  private readonly dialogs = inject(Dialogs);
  private readonly languages = inject(Languages);
  protected readonly acting = inject(Acting);
  protected readonly store = inject(RoundStore);

  readonly roundId = input.required<string>();

  protected readonly heading = computed(
    () => this.store.round.value()?.title ?? this.languages.say('matching.round.title'),
  );
  protected readonly subtitle = computed(() => {
    const round = this.store.round.value();
    return round ? [round.studio?.subject, round.cohort].filter(Boolean).join(' · ') || null : null;
  });
  /** What happens now, and who does it: one sentence. */
  protected readonly step = computed(() => {
    const round = this.store.round.value();
    if (!round) return null;
    if (round.waitsForMe) return round.state === 'open' ? 'tell' : 'consent';
    if (round.mayKeep) return `keeper-${round.state}`;
    const isPlanned = round.state === 'proposed' || round.state === 'consenting';
    return round.mayRule && isPlanned ? `coordinator-${round.state}` : round.state;
  });
  /** Only one is in view, so that nobody scrolls past what others have to do. */
  protected readonly views = computed<readonly View[]>(
    () => {
      const round = this.store.round.value();
      const own: View[] = round?.part ? ['mine'] : [];
      return round?.maySeePlan ? [...own, 'people', 'plan'] : own;
    },
    { equal: (a, b) => a.join() === b.join() },
  );
  private readonly first = computed<View>(() => {
    const round = this.store.round.value();
    if (!round?.maySeePlan || round.waitsForMe) return 'mine';
    return round.state === 'open' ? 'people' : 'plan';
  });
  /** What waits for the reader comes first; then people while wishes are told, and after that the plan. */
  protected readonly view = linkedSignal<View, View>({
    source: this.first,
    computation: (first, before) => (before && this.views().includes(before.value) ? before.value : first),
  });
  protected readonly look = ({ state }: MatchingRoundView) => roundLook[state];

  constructor() {
    effect(() => this.store.roundId.set(asId<MatchingRoundId>(this.roundId())));
  }

  protected async change(round: MatchingRoundView): Promise<void> {
    const saved = await this.dialogs.open<MatchingRoundView, MatchingRoundView>(RoundDialog, round, 'wide');
    if (saved) this.store.round.put(saved);
  }

  protected async reopen(round: MatchingRoundView): Promise<void> {
    await this.acting.do(() => this.store.step(round, 'open'), 'reopened');
  }

  protected async close(round: MatchingRoundView): Promise<void> {
    const yes = await this.confirm.ask({
      heading: this.languages.say('matching.close.title'),
      text: this.languages.say('matching.close.text'),
      act: this.languages.say('matching.close.act'),
    });
    if (yes) await this.acting.do(() => this.store.step(round, 'closed'), 'closed');
  }
}
