import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { readLessonHistory, ReplyOf } from '@qinglan/contracts';
import { BeijingWords, Languages, type PagedList } from '@qinglan/web-platform';
import { History } from '@qinglan/web-ui';
import { HistoryWords } from './history-words';

/** Who did what to the lesson and when, oldest first. */
@Component({
  selector: 'app-lesson-history',
  imports: [History, TranslocoPipe],
  template: `
    @let all = history()();
    <ui-history
      [heading]="'timetable.history.title' | transloco"
      [lines]="lines()"
      [problem]="all.state === 'failed' ? all.problem : null"
      [none]="'timetable.history.none' | transloco"
      [further]="history()"
      (again)="history().reload()"
    />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LessonHistory {
  private readonly words = inject(HistoryWords);
  private readonly beijing = inject(BeijingWords);
  private readonly languages = inject(Languages);

  readonly history = input.required<PagedList<ReplyOf<typeof readLessonHistory>['items'][number]>>();

  protected readonly lines = computed(() => {
    const history = this.history()();
    if (history.state !== 'ready') return null;
    return history.value.map((entry) => ({
      ...this.words.of(entry),
      who: entry.actor ?? this.languages.say('timetable.history.system'),
      when: this.beijing.dateTime(entry.at),
    }));
  });
}
