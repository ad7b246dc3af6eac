import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MatchingProposal, MatchingRoundView } from '@qinglan/contracts';
import { BeijingDateTime, Languages } from '@qinglan/web-platform';
import { Badge, Button, Confirm, Dialogs, Icon, Nothing, Notice, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { Acting } from './acting';
import { PlanFigures } from './plan-figures';
import { PlanGaps } from './plan-gaps';
import { PlanPairs } from './plan-pairs';
import { type AskedMentor, type NamedMentor, PinDialog } from './pin-dialog';
import { RoundStore } from './round.store';
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

  protected async rule({ mentee, mentor, rule }: WantedRule): Promise<void> {
    const said = mentor ? await this.said(mentee, mentor, rule) : await this.chosenFor(mentee);
    if (!said) return;
    const { mentorId, reason } = said;
    await this.acting.do(
      () => this.store.rule(this.round(), { menteeId: mentee.id, mentorId }, { rule, reason }),
      'ruled',
    );
  }

  private async said(mentee: Person, mentor: Person, rule: WantedRule['rule']): Promise<NamedMentor | null> {
    if (rule === 'free') return { mentorId: mentor.id, reason: '' };
    const said = await this.confirm.ask({
      heading: this.languages.say(`matching.rule.${rule}Title`, { mentee: mentee.name, mentor: mentor.name }),
      text: this.languages.say(`matching.rule.${rule}Text`),
      act: this.languages.say(`matching.rule.${rule}`),
      reason: 'needed',
    });
    return said ? { mentorId: mentor.id, reason: said.reason } : null;
  }

  private async chosenFor(mentee: Person): Promise<NamedMentor | null> {
    const asked: AskedMentor = { round: this.round(), mentee };
    return (await this.dialogs.open<NamedMentor, AskedMentor>(PinDialog, asked)) ?? null;
  }
}
