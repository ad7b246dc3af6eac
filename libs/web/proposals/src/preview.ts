import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { BeijingDay, beijingNow } from '@qinglan/web-platform';
import { Badge, Button, Icon, Nothing, Notice, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { Deadlines } from './deadlines';
import { LessonWords } from './lesson-words';
import { PreviewRow } from './preview-row';
import { isOver, movesOf, startForMany, sumOf, timeChanges } from './preview-sum';
import { SeriesStore } from './series.store';
import type { Occurrence } from './shapes';

/** What every week of the draft gives, while it is being written. */
@Component({
  selector: 'proposals-preview',
  imports: [
    Badge,
    Button,
    BeijingDay,
    FormsModule,
    Icon,
    Nothing,
    Notice,
    PreviewRow,
    ProblemNotice,
    TranslocoPipe,
    Waiting,
  ],
  templateUrl: './preview.html',
  styleUrl: './preview.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PreviewPanel {
  protected readonly store = inject(SeriesStore);
  protected readonly deadlines = inject(Deadlines);
  private readonly words = inject(LessonWords);

  /** The school that will be asked, for its name beside the deadline. */
  readonly askedSchool = input('');

  private readonly today = beijingNow().day;
  protected readonly ends = computed(() => this.words.endsOf(this.store.fields().ownPresents));
  protected readonly chosen = computed(() => new Set(this.store.fields().choices.map(({ week }) => week)));
  protected readonly sum = computed(() => {
    const preview = this.store.preview.value();
    return preview ? sumOf(preview, { includesPast: this.store.includesPast(), today: this.today }) : null;
  });
  protected readonly changes = computed(() => {
    const weeks = this.store.preview.value()?.occurrences ?? [];
    return timeChanges(weeks, this.chosen());
  });
  protected readonly changeAt = computed(() => new Map(this.changes().map((change) => [change.week, change])));
  private readonly weeksToSend = computed(() => {
    const weeks = this.store.preview.value()?.occurrences ?? [];
    return weeks.filter((week) => this.store.includesPast() || !this.isOver(week));
  });
  protected readonly forMany = computed(() => startForMany(this.weeksToSend()));
  protected readonly forClashing = computed(() => startForMany(this.weeksToSend(), movesOf));
  protected readonly hasPast = computed(
    () => this.store.preview.value()?.occurrences.some((week) => week.past && week.state === 'placed') ?? false,
  );
  protected readonly isOver = (week: Occurrence): boolean => isOver(week, this.today);
  protected readonly isComplete = computed(() => this.store.body() !== null);
  protected readonly isRefreshing = computed(() => {
    const preview = this.store.preview();
    return preview.state === 'ready' && preview.refreshing;
  });
}
