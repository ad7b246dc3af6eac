import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, Control, Field, Icon } from '@qinglan/web-ui';
import type { AnswerSum } from './answer';
import { LessonWords } from './lesson-words';

/** What the answer says so far, the reason for what is declined, and the act; it stays in view. */
@Component({
  selector: 'proposals-answer-bar',
  imports: [Button, Control, Field, Icon, TranslocoPipe],
  template: `
    @if (sum().declined.length > 0) {
      <ui-field
        class="reason"
        [label]="'proposals.answer.commonReason' | transloco: { n: sum().declined.length }"
        [fault]="isMissing() ? ('proposals.answer.reasonMissing' | transloco: { n: sum().unreasoned }) : null"
      >
        <input
          #reason
          uiControl
          name="reason"
          maxlength="300"
          autocomplete="off"
          [value]="commonReason()"
          (input)="commonReasoned.emit(reason.value)"
        />
      </ui-field>
    }
    <div class="line">
      <strong role="status"
        ><bdi>{{ words() }}</bdi></strong
      >
      <button uiButton="strong" type="button" [busy]="busy()" [disabled]="isEmpty()" (click)="go()">
        <ui-icon name="check" />{{ 'proposals.answer.act' | transloco }}
      </button>
    </div>
  `,
  styleUrl: './answer-bar.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AnswerBar {
  private readonly lessonWords = inject(LessonWords);

  readonly sum = input.required<AnswerSum>();
  readonly commonReason = input('');
  readonly busy = input(false);
  readonly commonReasoned = output<string>();
  readonly answered = output();

  private readonly wasTried = signal(false);
  protected readonly isMissing = computed(() => this.wasTried() && this.sum().unreasoned > 0);
  protected readonly isEmpty = computed(() => this.sum().accepted.length + this.sum().declined.length === 0);
  protected readonly words = computed(() => {
    const { accepted, declined, later } = this.sum();
    const said = (key: string, n: number) => (n > 0 ? [this.lessonWords.say(`answer.${key}`, { n })] : []);
    const parts = [
      ...said('acceptN', accepted.length),
      ...said('declineN', declined.length),
      ...said('laterN', later.length),
    ];
    return parts.join(this.lessonWords.say('comma'));
  });

  protected go(): void {
    this.wasTried.set(true);
    if (this.sum().unreasoned === 0) this.answered.emit();
  }
}
