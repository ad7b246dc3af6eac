import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { LessonCard, WeekMeeting } from '@qinglan/contracts';
import { BeijingTime } from '@qinglan/web-platform';
import { Icon } from '@qinglan/web-ui';
import { spanOfInstants } from './clock-minutes';
import type { LessonEnd } from './lesson-ends';
import { isReleased, lessonLook } from './lesson-look';
import { LessonWords } from './lesson-words';
import { MeetingWords } from './meeting-words';

/** A lesson as a card of the grid: time and state, subject, who, and who shifts. */
@Component({
  selector: 'app-lesson-tile',
  imports: [BeijingTime, Icon, TranslocoPipe],
  template: `
    <span class="line">
      <span class="time figures">{{ lesson().startsAt | beijingTime }}</span>
      <span class="state">
        <ui-icon [name]="look().icon" /><span>{{ 'words.lessonState.' + lesson().state | transloco }}</span>
      </span>
    </span>
    @if (away().length > 0) {
      <span class="away">
        <ui-icon name="alert" /><span dir="auto">{{ words.away(away()) }}</span>
      </span>
    }
    @for (visit of visits(); track visit.id) {
      <span class="visit">
        <ui-icon name="eye" /><span>{{ meetings.what(visit) }}</span>
      </span>
    }
    <span class="subject">
      <bdi>{{ lesson().subject }}</bdi>
      @if (isMine()) {
        <span class="mine">{{ 'timetable.me' | transloco }}</span>
      }
    </span>
    <span class="who">{{ words.who2who(lesson()) }}</span>
    @if (away().length === 0) {
      <span class="shift">{{ words.shifts(lesson()) }}</span>
    }
  `,
  styleUrl: './lesson-tile.scss',
  host: {
    class: 'ui-toned',
    '[attr.data-tone]': 'look().tone',
    '[attr.data-state]': 'lesson().state',
    '[class.released]': 'released()',
    '[class.short]': 'isShort()',
    '[class.own]': 'isMine()',
    '[attr.title]': 'hint()',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LessonTile {
  protected readonly words = inject(LessonWords);
  protected readonly meetings = inject(MeetingWords);

  readonly lesson = input.required<LessonCard>();
  readonly isMine = input(false);
  readonly away = input<readonly LessonEnd['school'][]>([]);
  /** Observations of it that the reader takes part in. */
  readonly visits = input<readonly WeekMeeting[]>([]);

  protected readonly look = computed(() => lessonLook[this.lesson().state]);
  protected readonly released = computed(() => isReleased(this.lesson().state));
  /** Has it room for two lines only? */
  protected readonly isShort = computed(() => {
    const { startsAt, endsAt } = spanOfInstants(this.lesson().startsAt, this.lesson().endsAt);
    return endsAt - startsAt < 35;
  });
  /** What a narrow card cuts off, for the mouse. */
  protected readonly hint = computed(() => {
    const lesson = this.lesson();
    const { subject, topic, presenter, localTeacher } = lesson;
    const people = `${presenter.name} ↔ ${localTeacher.name}`;
    const away = this.words.away(this.away());
    return [
      away,
      ...this.visits().map((visit) => this.meetings.what(visit)),
      topic ? `${subject} · ${topic}` : subject,
      this.words.who2who(lesson),
      people,
      this.words.shifts(lesson),
    ]
      .filter((line, index, all) => line !== '' && all.indexOf(line) === index)
      .join('\n');
  });
}
