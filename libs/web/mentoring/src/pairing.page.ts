import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { asId, runningPairingStates, type PairingId } from '@qinglan/domain';
import { beijingNow, Languages, ProblemText } from '@qinglan/web-platform';
import { Badge, Button, Icon, Notice, Page, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { ContactBadge } from './contact-badge';
import { MentoringActs } from './mentoring-acts';
import { NextMeetingLine } from './next-meeting';
import { PairingActs } from './pairing-acts';
import { PairingAgreement } from './pairing-agreement';
import { PairingBalance } from './pairing-balance';
import { PairingCredits } from './pairing-credits';
import { PairingHistory } from './pairing-history';
import { PairingSharing } from './pairing-sharing';
import { PairingStep } from './pairing-step';
import { PairingSteps } from './pairing-steps';
import { PairingStore } from './pairing.store';
import { SpanWords } from './span-words';
import { isOpening, isOverdue, shownOf, stateLook, waitingFor } from './standing';

/** One pairing: the two, where it stands, what is owed both ways and what paid it, the agreement, and what is next. */
@Component({
  selector: 'mentoring-pairing-page',
  imports: [
    Badge,
    Button,
    ContactBadge,
    Icon,
    NextMeetingLine,
    Notice,
    Page,
    PairingAgreement,
    PairingBalance,
    PairingCredits,
    PairingHistory,
    PairingSharing,
    PairingStep,
    PairingSteps,
    ProblemNotice,
    RouterLink,
    TranslocoPipe,
    Waiting,
  ],
  providers: [MentoringActs, PairingActs, PairingStore],
  templateUrl: './pairing.page.html',
  styleUrl: './pairing.page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PairingPage {
  protected readonly store = inject(PairingStore);
  protected readonly acts = inject(PairingActs);
  protected readonly problems = inject(ProblemText);
  private readonly daily = inject(MentoringActs);
  private readonly spans = inject(SpanWords);
  private readonly languages = inject(Languages);

  readonly pairingId = input.required<string>();

  protected readonly stateLook = stateLook;
  protected readonly shownOf = (pairing: Parameters<typeof shownOf>[0]) => shownOf(pairing, beijingNow().day);
  protected readonly heading = computed(() => {
    const pairing = this.store.pairing.value();
    if (!pairing) return this.languages.say('mentoring.pairing.title');
    const names = { mentor: pairing.mentor.name, mentee: pairing.mentee.name };
    return this.languages.say('mentoring.pairing.heading', names);
  });
  protected readonly span = computed(() => {
    const pairing = this.store.pairing.value();
    return pairing ? this.spans.of(pairing) : null;
  });
  /** The two work with each other, and their time is not over. */
  protected readonly isRunning = computed(() => {
    const pairing = this.store.pairing.value();
    return pairing !== undefined && runningPairingStates.has(pairing.state) && !isOverdue(pairing, beijingNow().day);
  });
  /** Is what comes next heard by this reader? */
  protected readonly observes = computed(() => {
    const pairing = this.store.pairing.value();
    return Boolean(pairing?.part) && pairing?.next?.direction === `${pairing?.part ?? ''}-hears`;
  });
  /** Until the agreement is signed there is nothing to count, and nothing to grow. */
  protected readonly hasBegun = computed(() => {
    const state = this.store.pairing.value()?.state;
    return state !== undefined && !isOpening(state);
  });
  /** What has to be said above the balance; a pairing that simply runs says nothing. */
  protected readonly hasStep = computed(() => {
    const pairing = this.store.pairing.value();
    if (!pairing) return false;
    const isPlain =
      pairing.state === 'active' && waitingFor(pairing) !== 'asks' && pairing.continuesId === null && !pairing.revision;
    return !isPlain || isOverdue(pairing, beijingNow().day);
  });
  protected readonly otherName = computed(() => {
    const pairing = this.store.pairing.value();
    return (pairing?.part === 'mentor' ? pairing.mentee.name : pairing?.mentor.name) ?? '';
  });

  constructor() {
    effect(() => this.store.pairingId.set(asId<PairingId>(this.pairingId())));
  }

  protected async visit(): Promise<void> {
    const pairing = this.store.pairing.value();
    if (pairing?.part && (await this.daily.visit(pairing, pairing.part))) await this.store.reload();
  }

  protected async ask(): Promise<void> {
    const pairing = this.store.pairing.value();
    if (pairing?.part && (await this.daily.ask(pairing, pairing.part))) await this.store.reload();
  }
}
