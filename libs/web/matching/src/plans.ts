import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MatchingPlan, MatchingProposal, MatchingRoundView } from '@qinglan/contracts';
import { BeijingDateTime, Languages } from '@qinglan/web-platform';
import {
  Badge,
  Button,
  Cell,
  Confirm,
  DataList,
  Icon,
  Nothing,
  Notice,
  ProblemNotice,
  RowActs,
  Waiting,
  type Column,
} from '@qinglan/web-ui';
import { Acting } from './acting';
import { PlanFigures } from './plan-figures';
import { ReasonWords } from './reason-words';
import { laidLook } from './round-look';
import { RoundStore } from './round.store';

type Pair = MatchingPlan['pairs'][number];
type Rule = MatchingProposal['rules'][number];

/** The optimal and the stable plan side by side: each pair with its sentence, who is left out and why. */
@Component({
  selector: 'matching-plans',
  imports: [
    Badge,
    BeijingDateTime,
    Button,
    Cell,
    DataList,
    Icon,
    Nothing,
    Notice,
    PlanFigures,
    ProblemNotice,
    RouterLink,
    RowActs,
    TranslocoPipe,
    Waiting,
  ],
  templateUrl: './plans.html',
  styleUrl: './plans.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Plans {
  private readonly confirm = inject(Confirm);
  private readonly languages = inject(Languages);
  protected readonly acting = inject(Acting);
  protected readonly store = inject(RoundStore);
  protected readonly words = inject(ReasonWords);

  readonly round = input.required<MatchingRoundView>();

  protected readonly chosen = signal<'optimal' | 'stable'>('optimal');
  protected readonly mayAct = computed(() => this.round().mayKeep && this.round().state !== 'closed');
  protected readonly keyOf = ({ mentee }: Pair): string => mentee.id;
  protected readonly lookOf = (pair: Pair) => (pair.laid ? laidLook(pair.laid.state) : null);
  protected readonly newPairs = computed(() => {
    const plan = this.store.plan.value();
    return (plan?.[this.chosen()].pairs ?? []).filter(({ laid }) => laid === null).length;
  });
  protected readonly columns = computed<readonly Column<Pair>[]>(() => [
    { key: 'mentee', label: this.say('mentee') },
    { key: 'mentor', label: this.say('mentor') },
    { key: 'why', label: this.say('why') },
    { key: 'worth', label: this.say('worth'), numeric: true, wideOnly: true, text: ({ worth }) => worth },
    { key: 'stands', label: this.say('stands') },
  ]);

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

  protected async rule({ mentee, mentor }: Pair | Rule, rule: 'pin' | 'forbid' | 'free'): Promise<void> {
    const said =
      rule === 'free'
        ? { reason: '' }
        : await this.confirm.ask({
            heading: this.languages.say(`matching.rule.${rule}Title`, { mentee: mentee.name, mentor: mentor.name }),
            text: this.languages.say(`matching.rule.${rule}Text`),
            act: this.languages.say(`matching.rule.${rule}`),
            reason: 'needed',
          });
    if (!said) return;
    const pair = { menteeId: mentee.id, mentorId: mentor.id };
    await this.acting.do(() => this.store.rule(this.round(), pair, { rule, ...said }), 'ruled');
  }

  private say(key: string): string {
    return this.languages.say(`matching.plan.${key}`);
  }
}
