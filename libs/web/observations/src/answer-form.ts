import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ObservationView } from '@qinglan/contracts';
import { Languages, ProblemText } from '@qinglan/web-platform';
import { Button, Confirm, Control, Field, Icon, Toast } from '@qinglan/web-ui';
import { ObservationStore } from './observation.store';

/** The one who was heard replies, countersigns, or both. */
@Component({
  selector: 'observations-answer-form',
  imports: [Button, Control, Field, FormsModule, Icon, TranslocoPipe],
  template: `
    <h2 id="answer">{{ 'observations.answer.title' | transloco }}</h2>
    <p class="soft">{{ 'observations.answer.hint' | transloco }}</p>
    @if (observation().mayReply) {
      <ui-field
        [label]="'observations.answer.reply' | transloco"
        [optional]="'ui.optional' | transloco"
        [fault]="isEmpty() && reply().trim() === '' ? ('observations.answer.empty' | transloco) : null"
      >
        <textarea uiControl name="reply" rows="4" maxlength="2000" [(ngModel)]="reply"></textarea>
      </ui-field>
    }
    <div class="row">
      <button uiButton="strong" type="button" [busy]="isSending()" (click)="countersign()">
        <ui-icon name="check" />{{ 'observations.answer.countersign' | transloco }}
      </button>
      @if (observation().mayReply) {
        <button uiButton type="button" [busy]="isSending()" (click)="replyOnly()">
          <ui-icon name="send" />{{ 'observations.answer.replyOnly' | transloco }}
        </button>
      }
    </div>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-3);
    }
    h2,
    p {
      margin: 0;
    }
  `,
  host: { class: 'card no-print', role: 'region', 'aria-labelledby': 'answer' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AnswerForm {
  private readonly store = inject(ObservationStore);
  private readonly confirm = inject(Confirm);
  private readonly languages = inject(Languages);
  private readonly problems = inject(ProblemText);
  private readonly toast = inject(Toast);

  readonly observation = input.required<ObservationView>();

  protected readonly reply = signal('');
  protected readonly isSending = signal(false);
  protected readonly isEmpty = signal(false);

  protected async countersign(): Promise<void> {
    const yes = await this.confirm.ask({
      heading: this.languages.say('observations.answer.ask'),
      text: this.languages.say('observations.answer.text'),
      act: this.languages.say('observations.answer.countersign'),
    });
    if (yes) await this.send(true);
  }

  /** A reply alone has to say something. */
  protected async replyOnly(): Promise<void> {
    this.isEmpty.set(this.reply().trim() === '');
    if (!this.isEmpty()) await this.send(false);
  }

  protected async send(countersigns: boolean): Promise<void> {
    const reply = this.reply().trim();
    this.isSending.set(true);
    try {
      await this.store.answer(reply === '' ? null : reply, countersigns);
      this.toast.say(this.languages.say(countersigns ? 'observations.answer.signed' : 'observations.answer.replied'));
    } catch (error) {
      this.toast.warn(this.problems.of(error));
    } finally {
      this.isSending.set(false);
    }
  }
}
