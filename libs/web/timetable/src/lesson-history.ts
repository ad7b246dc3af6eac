import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { readLessonHistory, ReplyOf } from '@qinglan/contracts';
import { BeijingDateTime, type Remote } from '@qinglan/web-platform';
import { ProblemNotice, Waiting } from '@qinglan/web-ui';
import { HistoryWords } from './history-words';

/** Who did what to the lesson and when, oldest first. */
@Component({
  selector: 'app-lesson-history',
  imports: [BeijingDateTime, ProblemNotice, TranslocoPipe, Waiting],
  template: `
    <h2>{{ 'timetable.history.title' | transloco }}</h2>
    @let all = history();
    @switch (all.state) {
      @case ('loading') {
        <ui-waiting [lines]="4" />
      }
      @case ('failed') {
        <ui-problem [problem]="all.problem" (again)="again.emit()" />
      }
      @case ('ready') {
        <ol>
          @for (entry of entries(); track $index) {
            <li>
              <p class="what">{{ entry.what }}</p>
              @if (entry.more) {
                <p class="more">{{ entry.more }}</p>
              }
              <p class="soft small">
                <bdi>{{ entry.actor ?? ('timetable.history.system' | transloco) }}</bdi> ·
                <span class="figures"
                  ><bdi>{{ entry.at | beijingDateTime }}</bdi></span
                >
              </p>
            </li>
          } @empty {
            <li class="soft">{{ 'timetable.history.none' | transloco }}</li>
          }
        </ol>
      }
    }
  `,
  styleUrl: './lesson-history.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LessonHistory {
  private readonly words = inject(HistoryWords);

  readonly history = input.required<Remote<ReplyOf<typeof readLessonHistory>>>();
  readonly again = output();

  protected readonly entries = computed(() => {
    const history = this.history();
    if (history.state !== 'ready') return [];
    return history.value.items.map((entry) => ({ ...entry, ...this.words.of(entry) }));
  });
}
