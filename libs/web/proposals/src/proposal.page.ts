import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { ProblemText, SessionStore, warnBeforeUnload, type AsksBeforeLeaving } from '@qinglan/web-platform';
import { Badge, Button, Confirm, Icon, Notice, Page, ProblemNotice, Toast, Waiting } from '@qinglan/web-ui';
import { answerKind, openItems } from './answer';
import { AnswerBar } from './answer-bar';
import { Deadlines } from './deadlines';
import { LessonWords } from './lesson-words';
import { ProposalFacts } from './proposal-facts';
import { ProposalItem } from './proposal-item';
import { ProposalStore, type Outcome } from './proposal.store';
import { statusLook } from './proposal-status';
import type { Proposal } from './shapes';
import { followProposals } from './timetable-news';
import { earlyStart } from './urgency';
import { viewpointOf } from './viewpoint';

/** One proposal: its lessons to accept or decline, to withdraw, or to look at. */
@Component({
  selector: 'proposals-proposal-page',
  imports: [
    AnswerBar,
    Badge,
    Button,
    Icon,
    Notice,
    Page,
    ProblemNotice,
    ProposalFacts,
    ProposalItem,
    TranslocoPipe,
    Waiting,
  ],
  providers: [Deadlines, ProposalStore],
  templateUrl: './proposal.page.html',
  styleUrl: './proposal.page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProposalPage implements AsksBeforeLeaving {
  protected readonly store = inject(ProposalStore);
  protected readonly deadlines = inject(Deadlines);
  protected readonly words = inject(LessonWords);
  private readonly confirm = inject(Confirm);
  private readonly problems = inject(ProblemText);
  private readonly sessions = inject(SessionStore);
  private readonly toast = inject(Toast);

  readonly proposalId = input.required<string>();

  protected readonly busy = signal<'answer' | 'withdraw' | null>(null);
  protected readonly isOutdated = signal(false);
  protected readonly heading = computed(() => {
    const value = this.store.proposal.value();
    return value
      ? `${value.subject} · ${viewpointOf(value, this.sessions.school()?.id ?? null).name}`
      : this.words.say('proposal.title');
  });
  protected readonly statusLook = statusLook;
  protected readonly openOf = (proposal: Proposal): number => openItems(proposal.items).length;
  protected readonly dueOf = (proposal: Proposal) => this.deadlines.due(proposal.expiresAt, proposal.toSchool);

  /** When the first waiting lesson starts, if that is before the deadline. */
  protected readonly early = computed(() => {
    const value = this.store.proposal.value();
    const start = value ? earlyStart(value.items, value.expiresAt, Date.now()) : null;
    return start && this.deadlines.start(start);
  });

  constructor() {
    effect(() => {
      const id = this.proposalId();
      untracked(() => this.store.proposalId.set(id));
    });
    followProposals(
      (proposalId) => proposalId === this.proposalId() && this.busy() === null,
      () => void this.store.proposal.reload(),
    );
    warnBeforeUnload(() => this.store.isTouched());
  }

  async mayLeave(): Promise<boolean> {
    if (!this.store.isTouched()) return true;
    const question = { heading: this.words.say('answer.leave'), text: this.words.say('answer.leaveText') };
    return (await this.confirm.ask({ ...question, act: this.words.say('answer.leaveAct'), look: 'danger' })) !== null;
  }

  protected sayAll(proposal: Proposal, reply: 'accept' | 'decline'): void {
    const ids = openItems(proposal.items).map(({ id }) => id);
    this.store.say(ids, reply);
  }

  protected async answer(proposal: Proposal): Promise<void> {
    const { accepted, declined } = this.store.sum();
    const counts = { accepted: accepted.length, declined: declined.length };
    const kind = answerKind(counts);
    const yes = await this.confirm.ask({
      heading: this.words.say('answer.ask'),
      text: this.words.say(`answer.ask${kind}`, counts),
      act: this.words.say('answer.act'),
    });
    const done = this.words.say(`answer.done${kind}`, counts);
    if (yes) await this.attempt('answer', () => this.store.answer(proposal), done);
  }

  protected async withdraw(proposal: Proposal): Promise<void> {
    const yes = await this.confirm.ask({
      heading: this.words.say('withdraw.ask'),
      text: this.words.say('withdraw.text', { n: this.openOf(proposal) }),
      act: this.words.say('withdraw.act'),
      look: 'danger',
    });
    if (yes) await this.attempt('withdraw', () => this.store.withdraw(proposal), this.words.say('withdraw.done'));
  }

  private async attempt(what: 'answer' | 'withdraw', act: () => Promise<Outcome>, done: string): Promise<void> {
    this.busy.set(what);
    try {
      const outcome = await act();
      this.isOutdated.set(outcome === 'outdated');
      if (outcome === 'done') this.toast.say(done);
    } catch (error) {
      this.toast.warn(this.problems.of(error));
    }
    this.busy.set(null);
  }
}
