import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { WeekdayName } from '@qinglan/web-platform';
import { Button, Nothing, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { LessonRow } from './lesson-row';
import { LessonWords } from './lesson-words';
import { SeriesLessonsStore } from './series-lessons.store';
import type { Series } from './shapes';
import { StateCounts } from './state-counts';
import { followProposals } from './timetable-news';

/** A series that was sent: who, when, how many lessons in which state, and each of them. */
@Component({
  selector: 'proposals-series-overview',
  imports: [Button, LessonRow, Nothing, ProblemNotice, RouterLink, StateCounts, TranslocoPipe, Waiting, WeekdayName],
  providers: [SeriesLessonsStore],
  templateUrl: './series-overview.html',
  styleUrl: './series-overview.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SeriesOverview {
  protected readonly store = inject(SeriesLessonsStore);
  private readonly words = inject(LessonWords);

  readonly series = input.required<Series>();

  protected readonly ends = computed(() => this.words.ends(this.series()));
  protected readonly proposalIds = computed(() => [
    ...new Set((this.store.lessons.value() ?? []).map(({ proposalId }) => proposalId)),
  ]);

  constructor() {
    this.store.series.set(this.series);
    followProposals(
      (proposalId) => this.proposalIds().some((one) => one === proposalId),
      () => void this.store.lessons.reload(),
    );
  }
}
