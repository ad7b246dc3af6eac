import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MatchingProposal, MatchingRoundView } from '@qinglan/contracts';
import { BeijingDateTime, Languages } from '@qinglan/web-platform';
import { Badge, Button, Confirm, Dialogs, Icon, Nothing, Notice, ProblemNotice, Toast, Waiting } from '@qinglan/web-ui';
import { Acting } from './acting';
import { PlanFigures } from './plan-figures';
import { PlanGaps } from './plan-gaps';
import { PlanPairs } from './plan-pairs';
import { RoundStore } from './round.store';
import { type AskedRule, RuleDialog, type SaidRule } from './rule-dialog';
import type { WantedRule } from './rule-words';

type Rule = MatchingProposal['rules'][number];
type Person = WantedRule['mentee'];

/** The optimal and the stable plan side by side: each pair with its sentence, who is left out and why. */
@Component({
  selector: 'matching-plans',
  imports: [
    Badge,
    BeijingDateTime,
    Button,
    Icon,
    Nothing,
    Notice,
    PlanFigures,
    PlanGaps,
    PlanPairs,
    ProblemNotice,
    TranslocoPipe,
    Waiting,
  ],
  templateUrl: './plans.html',
  styleUrl: './plans.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Plans {
  private readonly confirm = inject(Confirm);
  private readonly dialogs = inject(Dialogs);
  private readonly languages = inject(Languages);
  private readonly toast = inject(Toast);
  protected readonly acting = inject(Acting);
  protected readonly store = inject(RoundStore);

  readonly round = input.required<MatchingRoundView>();

  protected readonly chosen = signal<'optimal' | 'stable'>('optimal');
  private readonly isOpen = computed(() => this.round().state !== 'closed');
  protected readonly mayAct = computed(() => this.round().mayKeep && this.isOpen());
  protected readonly mayAsk = computed(() => this.round().mayAsk && this.isOpen());
  protected readonly mayRule = computed(() => this.round().mayRule && this.isOpen());
  /** What a keeper ruled, a coordinator does not undo. */
  protected readonly mayFree = ({ kind, isByKeeper }: Rule): boolean =>
    this.mayRule() && kind !== 'declined' && (this.round().mayKeep || !isByKeeper);
  protected readonly newPairs = computed(() => this.store.plan.value()?.[this.chosen()].newPairs ?? 0);

  protected async ask(): Promise<void> {
    await this.acting.do(() => this.store.ask(this.round()), 'asked');
  }

  protected async lay(): Promise<void> {
    const yes = await this.confirm.ask({
      heading: this.languages.say('matching.lay.title', { n: this.newPairs() }),
      text: this.languages.say('matching.lay.text'),
      act: this.languages.say('matching.lay.act'),
    });
    if (yes) await this.acting.do(() => this.store.lay(this.round(), this.chosen()), 'laid');
  }

  /** Set free at once; pinned and forbidden with a reason, in a dialog that stays open when it is refused. */
  protected async rule({ mentee, mentor, rule }: WantedRule): Promise<void> {
    if (rule === 'free') {
      if (mentor) await this.acting.do(() => this.send(mentee, { mentorId: mentor.id, reason: '' }, rule), 'ruled');
      return;
    }
    const send = (said: SaidRule) => this.send(mentee, said, rule);
    const asked: AskedRule = { round: this.round(), mentee, mentor, rule, send };
    const done = await this.dialogs.open<true, AskedRule>(RuleDialog, asked, mentor ? 'narrow' : 'usual');
    if (done) this.toast.say(this.languages.say('matching.done.ruled'));
  }

  /** Refused, the round is read again: somebody may have changed it, and the next try is about what it is now. */
  private async send(mentee: Person, { mentorId, reason }: SaidRule, rule: WantedRule['rule']): Promise<void> {
    const round = this.store.round.value() ?? this.round();
    try {
      await this.store.rule(round, { menteeId: mentee.id, mentorId }, { rule, reason });
    } catch (error) {
      await this.store.round.reload();
      throw error;
    }
  }
}
