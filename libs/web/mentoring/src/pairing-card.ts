import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PairingCard } from '@qinglan/contracts';
import { runningPairingStates } from '@qinglan/domain';
import { beijingDate, beijingNow, Languages } from '@qinglan/web-platform';
import { Badge, Button, Icon } from '@qinglan/web-ui';
import { AskedLine } from './asked-line';
import { awaitedNames } from './awaited-names';
import { contactOf } from './contact';
import { ContactBadge } from './contact-badge';
import { NextMeetingLine } from './next-meeting';
import { ShareBars } from './share-bars';
import { looksOf } from './share-look';
import { stateLook, waitingFor } from './standing';
import type { Part } from './visit-draft';

/** One pairing as one of the two sees it: the other, how long they wait, what is owed, what is next, what to do. */
@Component({
  selector: 'mentoring-pairing-card',
  imports: [AskedLine, Badge, Button, ContactBadge, Icon, NextMeetingLine, RouterLink, ShareBars, TranslocoPipe],
  templateUrl: './pairing-card.html',
  styleUrl: './pairing-card.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PairingCardBox {
  private readonly languages = inject(Languages);

  readonly card = input.required<PairingCard>();
  readonly part = input.required<Part>();
  /** Observation records of this pairing that wait for the reader's countersignature. */
  readonly toSign = input(0);
  readonly visit = output();
  readonly ask = output();
  /** Yes to what the other asked. */
  readonly accept = output();

  protected readonly other = computed(() => (this.part() === 'mentor' ? this.card().mentee : this.card().mentor));
  protected readonly isRunning = computed(() => runningPairingStates.has(this.card().state));
  protected readonly isSilent = computed(() => contactOf(this.card(), beijingNow().day)?.isSilent ?? false);
  /** Whoever was not asked asked. */
  protected readonly isAskedByMe = computed(() => this.card().asked?.askedById !== this.other().id);
  /** The other asked, and the answer is what this card is for. */
  protected readonly hasToAnswer = computed(() => this.card().asked !== null && !this.isAskedByMe());
  /** Is what comes next heard by this reader? */
  protected readonly observes = computed(() => this.card().next?.direction === `${this.part()}-hears`);
  /** What is heard today, if something is arranged: then its notes come first. */
  protected readonly hearsToday = computed(() => {
    const next = this.card().next;
    if (!next || beijingDate(next.startsAt) !== beijingNow().day) return null;
    return next.kind === 'lesson' || this.observes() ? next : null;
  });
  /** What the notebook is opened with. */
  protected readonly notebook = computed(() => {
    const today = this.hearsToday();
    if (today?.kind === 'observation') return { request: today.id };
    return { pairing: this.card().id, lesson: today?.id ?? null };
  });
  protected readonly waits = computed(() => waitingFor(this.card()));
  protected readonly stateLook = computed(() => stateLook[this.card().state]);
  /** Who has still to sign a revision. */
  protected readonly awaited = computed(() => awaitedNames(this.languages, this.card()));
  protected readonly door = computed(() => (this.waits() === 'agreed' ? 'sign' : 'answer'));

  /** A mentor's card is short: own obligations first, one list; a mentee's tells apart who owes. */
  protected readonly groups = computed(() => {
    const looks = looksOf(this.card().shares, beijingNow().day);
    const of = (debtor: Part) => looks.filter((look) => look.owedBy === debtor);
    const [own, others] = this.part() === 'mentor' ? [of('mentor'), of('mentee')] : [of('mentee'), of('mentor')];
    if (this.part() === 'mentor') return looks.length > 0 ? [{ heading: '', looks: [...own, ...others] }] : [];
    return [
      { heading: 'mentoring.guided.mine', looks: own },
      { heading: 'mentoring.guided.theirs', looks: others },
    ].filter((group) => group.looks.length > 0);
  });

  /** Why there are no bars, where there are none. */
  protected readonly noBars = computed(() => {
    if (!this.isRunning() || this.groups().length > 0) return null;
    return this.languages.say(`mentoring.share.${this.card().agreementState === 'asks' ? 'none' : 'resting'}`);
  });
}
