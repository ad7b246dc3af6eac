import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PairingCard } from '@qinglan/contracts';
import { silenceDays } from '@qinglan/domain';
import { BeijingDay, beijingNow, Languages, SessionStore } from '@qinglan/web-platform';
import { Button, Icon, Nothing, Notice, Page, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { contactOf } from './contact';
import { MentoringActs } from './mentoring-acts';
import { MentoringStore, type View } from './mentoring.store';
import { NameSearch } from './name-search';
import { PairingCardBox } from './pairing-card';
import { PairingList } from './pairing-list';
import { looksOf, owedLines } from './share-look';
import { isOpening } from './standing';
import type { Part } from './visit-draft';
import { WaitingList } from './waiting-list';
import { workLinksOf } from './work-links';

const isAsked = ({ state }: PairingCard): boolean => isOpening(state);

/** "50+" of a list that goes on, in this order also where one reads from right to left. */
const counted = (n: number, hasMore: boolean): string => (hasMore ? `\u2066${String(n)}+\u2069` : String(n));

/** Who waits longest, what each agreement still asks, what is arranged next, and the next step one tap away. */
@Component({
  selector: 'mentoring-page',
  imports: [
    BeijingDay,
    Button,
    Icon,
    NameSearch,
    Nothing,
    Notice,
    Page,
    PairingCardBox,
    PairingList,
    ProblemNotice,
    RouterLink,
    TranslocoPipe,
    Waiting,
    WaitingList,
  ],
  providers: [MentoringActs, MentoringStore],
  templateUrl: './mentoring.page.html',
  styleUrl: './mentoring.page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MentoringPage {
  protected readonly store = inject(MentoringStore);
  private readonly acts = inject(MentoringActs);
  private readonly languages = inject(Languages);
  private readonly sessions = inject(SessionStore);

  /** `?view=all`; without it the first that has something for this person. */
  readonly view = input<string>();

  protected readonly current = computed<View>(() => {
    const views = this.store.views();
    return views.find((one) => one === this.view()) ?? views[0] ?? 'all';
  });
  protected readonly part = computed<Part>(() => (this.current() === 'guided' ? 'mentee' : 'mentor'));
  protected readonly cards = computed(() => this.store[this.current()]);
  /** Past their last day and without an end: they stand apart, and still want one. */
  protected readonly overdue = computed(() => {
    const view = this.current();
    return view === 'all' ? [] : (this.store.overdue[view].value()?.items ?? []);
  });
  protected readonly links = computed(() => workLinksOf(this.sessions.roles(), this.store.leadsStudio()));

  protected readonly isSought = computed(() => this.current() === 'guiding' && this.store.menteeName() !== '');

  /** The page in one sentence; nothing while somebody is sought, since it would count those found. */
  protected readonly summary = computed(() => {
    const view = this.current();
    if (view === 'all') return this.languages.say('mentoring.summary.all');
    const list = this.store[view]();
    if (list.state !== 'ready' || list.value.length === 0 || this.isSought()) return null;
    return view === 'guiding' ? this.guiding(list.value) : this.guided(list.value);
  });

  protected toSignIn(card: PairingCard): number {
    return this.store.toSign().filter(({ pairingId }) => pairingId === card.id).length;
  }

  protected otherOf(card: PairingCard): string {
    return this.part() === 'mentor' ? card.mentee.name : card.mentor.name;
  }

  protected async visit(card: PairingCard): Promise<void> {
    if (await this.acts.visit(card, this.part())) await this.store.reload();
  }

  protected async ask(card: PairingCard): Promise<void> {
    if (await this.acts.ask(card, this.part())) await this.store.reload();
  }

  protected async accept(card: PairingCard): Promise<void> {
    await this.acts.accept(card);
    await this.store.reload();
  }

  private guiding(cards: readonly PairingCard[]): string | null {
    const today = beijingNow().day;
    const [asked, running] = [cards.filter(isAsked), cards.filter((card) => !isAsked(card))];
    const silent = running.filter((card) => contactOf(card, today)?.isSilent).length;
    // What is not loaded yet is not counted: there are at least so many, and those who wait longest come first.
    const hasMore = this.store.guiding.hasMore();
    const values = {
      n: counted(running.length, hasMore),
      silent: counted(silent, hasMore && silent === running.length),
      days: silenceDays,
    };
    const words = this.languages.say(`mentoring.summary.${silent > 0 ? 'silent' : 'fine'}`, values);
    return this.withAsked(running.length > 0 ? words : null, asked.length);
  }

  private guided(cards: readonly PairingCard[]): string | null {
    const today = beijingNow().day;
    const [asked, running] = [cards.filter(isAsked), cards.filter((card) => !isAsked(card))];
    const looks = running.flatMap((card) => looksOf(card.shares, today));
    const lines = owedLines(looks, 'mentee').map(({ kind, per, owed }) => {
      const [what, when] = [
        this.languages.say(`words.obligationKind.${kind}`),
        this.languages.say(`mentoring.share.${per}`),
      ];
      return this.languages.say('mentoring.summary.owedLine', { what, when, n: owed });
    });
    const values = { n: running.length, lines: lines.join(this.languages.say('mentoring.separator')) };
    const words = this.languages.say(`mentoring.summary.${lines.length > 0 ? 'guidedOwes' : 'guided'}`, values);
    return this.withAsked(running.length > 0 ? words : null, asked.length);
  }

  /** What waits for consent or signatures is counted apart, as everywhere. */
  private withAsked(words: string | null, asked: number): string | null {
    const more = asked > 0 ? this.languages.say('mentoring.summary.asked', { n: asked }) : null;
    return [words, more].filter((part) => part !== null).join(this.languages.say('mentoring.separator')) || null;
  }
}
