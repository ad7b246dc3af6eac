import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { readLesson, ReplyOf } from '@qinglan/contracts';
import { Temporal } from '@qinglan/domain';
import { BeijingWords, Languages } from '@qinglan/web-platform';
import { Button, Icon, Notice } from '@qinglan/web-ui';
import { lessonLook, type LessonState } from './lesson-look';
import { nowInstant } from './watching';

type Lesson = ReplyOf<typeof readLesson>;

const roomStates: ReadonlySet<LessonState> = new Set(['confirmed', 'live', 'ended']);
const recordStates: ReadonlySet<LessonState> = new Set(['live', 'ended', 'verified', 'missed', 'interrupted']);

/** What comes next, in a sentence, and the button for it. */
@Component({
  selector: 'app-lesson-step',
  imports: [Button, Icon, Notice, RouterLink, TranslocoPipe],
  template: `
    <ui-notice [tone]="look().tone" [icon]="look().icon">
      <p>
        <bdi>{{ sentence() | transloco }}</bdi>
      </p>
      @if (lesson().reason; as reason) {
        <p class="reason">
          {{ reasonLabel() | transloco }}{{ 'timetable.colon' | transloco }}<bdi>{{ reason }}</bdi>
        </p>
      }
      @if (door(); as words) {
        <p class="door">
          <bdi>{{ words }}</bdi>
        </p>
      }
      <div class="row no-print">
        @if (mayEnter()) {
          <a uiButton="strong" [routerLink]="['/lessons', lesson().id, 'room']">
            <ui-icon name="door" />{{ (enters() ? 'timetable.lesson.enter' : 'timetable.lesson.observe') | transloco }}
          </a>
        }
        @if (hasRecord()) {
          <a uiButton [routerLink]="['/lessons', lesson().id, 'record']">
            <ui-icon name="list" />{{ 'timetable.lesson.toRecord' | transloco }}
          </a>
        }
      </div>
    </ui-notice>
  `,
  styles: `
    p {
      margin: 0;
    }
    p + p {
      margin-block-start: var(--space-1);
    }
    .reason {
      overflow-wrap: anywhere;
    }
    .door {
      color: var(--text-soft);
    }
    .row:not(:empty) {
      margin-block-start: var(--space-3);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LessonStep {
  private readonly languages = inject(Languages);
  private readonly words = inject(BeijingWords);

  readonly lesson = input.required<Lesson>();

  private readonly now = nowInstant();
  protected readonly look = computed(() => lessonLook[this.lesson().state]);
  protected readonly enters = computed(() => this.lesson().mayEnterAs.length > 0);
  protected readonly hasRecord = computed(() => recordStates.has(this.lesson().state));

  private readonly standing = computed<'none' | 'before' | 'open' | 'after'>(() => {
    const { state, doorOpensAt, doorClosesAt } = this.lesson();
    if (!roomStates.has(state)) return 'none';
    if (this.now() < milliseconds(doorOpensAt)) return 'before';
    return this.now() < milliseconds(doorClosesAt) ? 'open' : 'after';
  });

  /** What comes next; a lesson agreed after its time has nothing to come. */
  protected readonly sentence = computed(() => {
    const isLate = this.lesson().state === 'confirmed' && this.standing() === 'after';
    return `timetable.step.${isLate ? 'agreedLate' : this.lesson().state}`;
  });

  /** A lesson that stands has a reason only because it was moved. */
  protected readonly reasonLabel = computed(() =>
    roomStates.has(this.lesson().state) || recordStates.has(this.lesson().state)
      ? 'timetable.step.movedBecause'
      : 'ui.reason',
  );

  protected readonly mayEnter = computed(
    () => this.standing() === 'open' && (this.enters() || this.lesson().mayObserve),
  );

  /** When the door opens or until when it stands open. */
  protected readonly door = computed(() => {
    const { doorOpensAt, doorClosesAt } = this.lesson();
    switch (this.standing()) {
      case 'before':
        return this.languages.say('timetable.step.opens', {
          day: this.words.day(doorOpensAt),
          time: this.words.labelled(doorOpensAt),
        });
      case 'open':
        return this.languages.say('timetable.step.open', { time: this.words.labelled(doorClosesAt) });
      default:
        return null;
    }
  });
}

const milliseconds = (instant: string): number => Temporal.Instant.from(instant).epochMilliseconds;
