import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  model,
  output,
  signal,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ObservableLesson } from '@qinglan/contracts';
import { observationModes, type ObservationMode } from '@qinglan/domain';
import { beijingNow, Languages } from '@qinglan/web-platform';
import { Button, Control, Field, Icon } from '@qinglan/web-ui';

/** A lesson of no timetable of ours, as it is typed. */
export interface TypedLesson {
  readonly onDay: string;
  readonly topic: string;
  readonly subject: string | null;
  readonly class: string | null;
  readonly mode: ObservationMode;
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** Asks for the day, the topic and how it was heard; the rest may stay empty. */
@Component({
  selector: 'observations-other-lesson',
  imports: [Button, Control, Field, FormsModule, Icon, TranslocoPipe],
  template: `
    <form novalidate (submit)="choose($event)">
      <div class="fields">
        <ui-field [label]="'observations.other.topic' | transloco" [fault]="topicFault()">
          <input uiControl name="topic" maxlength="120" autocomplete="off" [(ngModel)]="topic" />
        </ui-field>
        <ui-field [label]="'observations.other.day' | transloco" [fault]="dayFault()">
          <input uiControl name="day" type="date" [max]="today" [(ngModel)]="day" />
        </ui-field>
        <ui-field [label]="'observations.facts.mode' | transloco">
          <select uiControl name="mode" [(ngModel)]="mode">
            @for (one of modes; track one) {
              <option [value]="one">{{ 'observations.mode.' + one | transloco }}</option>
            }
          </select>
        </ui-field>
        @if (isWhole()) {
          <ui-field [label]="'observations.facts.subject' | transloco" [optional]="'ui.optional' | transloco">
            <input uiControl name="subject" maxlength="40" autocomplete="off" [(ngModel)]="subject" />
          </ui-field>
          <ui-field [label]="'observations.facts.class' | transloco" [optional]="'ui.optional' | transloco">
            <input uiControl name="class" maxlength="60" autocomplete="off" [(ngModel)]="ofClass" />
          </ui-field>
        }
      </div>
      <ng-content />
      <button [uiButton]="look()" type="submit" [busy]="busy()"><ui-icon name="check" />{{ act() }}</button>
    </form>
  `,
  styles: `
    form {
      display: grid;
      justify-items: start;
      gap: var(--space-4);
    }
    .fields {
      inline-size: 100%;
    }
    @media (max-width: 719px) {
      button {
        inline-size: 100%;
        min-block-size: 3.25rem;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OtherLesson {
  private readonly languages = inject(Languages);

  readonly act = input.required<string>();
  readonly busy = input(false);
  /** With subject and class, which a visit written down in haste does without. */
  readonly isWhole = input(true);
  readonly look = input<'usual' | 'strong'>('usual');
  /** The lesson of the timetable that it is, if it is one: its topic is filled in. */
  readonly lesson = input<ObservableLesson | null>(null);
  /** The topic that is known, if one is. */
  readonly known = input('');
  /** The subject that is known, if one is. */
  readonly knownSubject = input('');
  /** How it is most likely heard. */
  readonly usualMode = input<ObservationMode>('on-site');
  readonly chosen = output<TypedLesson>();

  protected readonly modes = ['on-site', ...observationModes.filter((mode) => mode !== 'on-site')];
  protected readonly today = beijingNow().day;
  readonly day = model(this.today);
  // What was typed before the lessons of the day arrived stays.
  protected readonly topic = linkedSignal<ObservableLesson | null, string>({
    source: this.lesson,
    computation: (lesson, before) => {
      if (before && before.source === null && before.value !== '') return before.value;
      return lesson?.topic ?? lesson?.subject ?? this.known();
    },
  });
  protected readonly mode = linkedSignal<ObservationMode>(() => (this.lesson() ? 'live' : this.usualMode()));
  protected readonly subject = linkedSignal(() => this.knownSubject());
  protected readonly ofClass = signal('');
  private readonly isDayRight = computed(() => /^\d{4}-\d\d-\d\d$/.test(this.day()) && this.day() <= this.today);
  private readonly isComplete = computed(() => this.topic().trim() !== '' && this.isDayRight());
  protected readonly wasSent = signal(false);
  protected readonly topicFault = computed(() => this.said('needTopic', this.topic().trim() !== ''));
  protected readonly dayFault = computed(() => this.said('needDay', this.isDayRight()));

  protected choose(event: Event): void {
    event.preventDefault();
    this.wasSent.set(true);
    if (!this.isComplete()) return;
    this.chosen.emit({
      onDay: this.day(),
      topic: this.topic().trim(),
      subject: orNull(this.subject()),
      class: orNull(this.ofClass()),
      mode: this.mode(),
    });
  }

  /** What is missing is said once somebody wants to go on. */
  private said(fault: string, isRight: boolean): string | null {
    return this.wasSent() && !isRight ? this.languages.say(`observations.other.${fault}`) : null;
  }
}
