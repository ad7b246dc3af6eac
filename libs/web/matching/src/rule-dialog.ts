import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MatchingRoundView } from '@qinglan/contracts';
import type { PersonId } from '@qinglan/domain';
import { Languages, ProblemText } from '@qinglan/web-platform';
import { Control, DialogFrame, Field, Notice } from '@qinglan/web-ui';
import { MentorChoice } from './mentor-choice';
import type { WantedRule } from './rule-words';

/** The mentor who was named, and why. */
export interface SaidRule {
  readonly mentorId: PersonId;
  readonly reason: string;
}

/** What is ruled about whom, in which round; without a mentor one is chosen here. */
export interface AskedRule extends Pick<WantedRule, 'mentee' | 'mentor'> {
  readonly round: MatchingRoundView;
  readonly rule: 'pin' | 'forbid';
  readonly send: (said: SaidRule) => Promise<unknown>;
}

/** Pins or forbids a pair with a reason; refused, it stays open with why, and nothing that was typed is lost. */
@Component({
  selector: 'matching-rule-dialog',
  imports: [Control, DialogFrame, Field, MentorChoice, Notice, TranslocoPipe],
  templateUrl: './rule-dialog.html',
  styles: `
    p {
      margin: 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RuleDialog {
  private readonly dialog = inject<DialogRef<true>>(DialogRef);
  private readonly languages = inject(Languages);
  private readonly problems = inject(ProblemText);
  protected readonly asked = inject<AskedRule>(DIALOG_DATA);

  protected readonly mentor = signal<{ readonly id: PersonId } | null>(this.asked.mentor);
  protected readonly reason = signal('');
  protected readonly isBusy = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly isWhole = computed(() => this.mentor() !== null && this.reason().trim() !== '');
  protected readonly heading = this.languages.say(
    `matching.rule.${this.asked.mentor ? this.asked.rule : 'name'}Title`,
    {
      mentee: this.asked.mentee.name,
      mentor: this.asked.mentor?.name ?? '',
    },
  );

  protected async send(): Promise<void> {
    const mentor = this.mentor();
    if (!mentor) return;
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      await this.asked.send({ mentorId: mentor.id, reason: this.reason().trim() });
      this.dialog.close(true);
    } catch (error) {
      this.problem.set(this.problems.of(error));
    } finally {
      this.isBusy.set(false);
    }
  }
}
