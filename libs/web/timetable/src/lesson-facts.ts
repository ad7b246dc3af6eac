import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { LessonCard } from '@qinglan/contracts';
import { BeijingDay, BeijingTime, SecondClock } from '@qinglan/web-platform';
import { endsOf, type LessonEnd } from './lesson-ends';
import { LessonWords } from './lesson-words';

interface Side extends LessonEnd {
  readonly teacher: string;
  readonly ofClass: string | null;
  readonly classroom: string;
}

/** When it is, and for each end the school, its period, who teaches, which class, which room. */
@Component({
  selector: 'app-lesson-facts',
  imports: [BeijingDay, BeijingTime, SecondClock, TranslocoPipe],
  template: `
    <section class="card when" [attr.aria-label]="'timetable.lesson.when' | transloco">
      <p class="day">
        {{ lesson().startsAt | beijingDay: 'full' }}
        @if (lesson().week; as week) {
          <span class="soft small">{{ 'timetable.week.number' | transloco: { n: week } }}</span>
        }
      </p>
      <p class="time">
        <span class="soft">{{ 'time.beijingLabel' | transloco }}</span>
        <strong class="figures">{{ lesson().startsAt | beijingTime: lesson().endsAt }}</strong>
        @if (lesson().startsAt | secondClock; as second) {
          <span class="soft small">{{ second }}</span>
        }
      </p>
      <p class="soft">{{ 'words.lessonKind.' + lesson().kind | transloco }}</p>
    </section>
    <div class="sides">
      @for (side of sides(); track side.part) {
        <section class="card side" [attr.data-side]="side.school.sideId" [attr.aria-labelledby]="'side-' + side.part">
          <p class="part">{{ 'words.endpoint.' + side.part | transloco }}</p>
          <h2 [id]="'side-' + side.part">{{ side.school.name }}</h2>
          <p class="period">
            @if (side.period; as period) {
              <strong>{{ 'timetable.week.period' | transloco: { n: period } }}</strong> · {{ words.shift(side) }}
            } @else {
              {{ 'timetable.shift.free' | transloco }}
            }
          </p>
          <dl>
            <dt>{{ 'words.partyRole.' + (side.part === 'presenting' ? 'presenter' : 'local-teacher') | transloco }}</dt>
            <dd>
              <bdi>{{ side.teacher }}</bdi>
            </dd>
            <dt>{{ 'words.partyRole.' + side.part + '-class' | transloco }}</dt>
            <dd>{{ side.ofClass ?? ('ui.none' | transloco) }}</dd>
            <dt>{{ 'words.partyRole.' + side.part + '-classroom' | transloco }}</dt>
            <dd>{{ side.classroom }}</dd>
          </dl>
        </section>
      }
    </div>
  `,
  styleUrl: './lesson-facts.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LessonFacts {
  protected readonly words = inject(LessonWords);
  readonly lesson = input.required<LessonCard>();

  protected readonly sides = computed<readonly Side[]>(() => {
    const lesson = this.lesson();
    const [presenting, receiving] = endsOf(lesson);
    return [
      {
        ...presenting,
        teacher: lesson.presenter.name,
        ofClass: lesson.presentingClass?.name ?? null,
        classroom: lesson.presentingClassroom.name,
      },
      {
        ...receiving,
        teacher: lesson.localTeacher.name,
        ofClass: lesson.receivingClass?.name ?? null,
        classroom: lesson.receivingClassroom.name,
      },
    ];
  });
}
