import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { SessionStore, WeekdayName } from '@qinglan/web-platform';
import { Icon } from '@qinglan/web-ui';
import { LessonWords } from './lesson-words';
import { isDraft, mayPropose } from './series-status';
import type { Series } from './shapes';
import { StateCounts } from './state-counts';

/** One series in the list: what, with whom, when, and how far it is. */
@Component({
  selector: 'proposals-series-card',
  imports: [Icon, RouterLink, StateCounts, TranslocoPipe, WeekdayName],
  template: `
    @let one = series();
    <a [routerLink]="['/series', one.id]">
      <span class="name">
        @if (one.code) {
          <span class="code" dir="ltr">{{ one.code }}</span>
        }
        {{ one.subject }}
        <span class="soft small">{{ 'words.lessonKind.' + one.kind | transloco }}</span>
      </span>
      <span class="schools">
        <span
          >{{ one.presentingSchool.shortName }} <bdi class="soft">{{ one.presenter }}</bdi></span
        >
        <ui-icon name="arrow" />
        <span
          >{{ one.receivingSchool.shortName }} <bdi class="soft">{{ one.localTeacher }}</bdi></span
        >
      </span>
      <span class="place">
        {{ one.weekday | weekdayName }}
        {{ 'proposals.period.of' | transloco: { who: ends().presenting, n: one.period } }}
        <span class="soft">{{ 'proposals.list.weeks' | transloco: { weeks: one.weeks } }}</span>
      </span>
      <span class="state">
        <proposals-state-counts [lessons]="one.lessons" />
        @if (goesOn()) {
          <span class="next">{{ 'proposals.list.preview' | transloco }}<ui-icon name="chevron" /></span>
        }
      </span>
    </a>
  `,
  styleUrl: './series-card.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SeriesCard {
  private readonly words = inject(LessonWords);
  private readonly sessions = inject(SessionStore);

  readonly series = input.required<Series>();

  protected readonly ends = computed(() => this.words.ends(this.series()));
  protected readonly goesOn = computed(
    () => isDraft(this.series()) && mayPropose(this.sessions.session(), this.series()),
  );
}
