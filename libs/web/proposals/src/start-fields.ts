import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { beijingNow, BeijingDay, SecondClock } from '@qinglan/web-platform';
import { Control, Field, Notice, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { LessonStore } from './lesson.store';
import { LessonWords } from './lesson-words';
import type { DayWindows } from './shapes';

/** The day of a single lesson and its start: one that fits both bells, or any time for a meeting. */
@Component({
  selector: 'proposals-start-fields',
  imports: [BeijingDay, Control, Field, FormsModule, Notice, ProblemNotice, SecondClock, TranslocoPipe, Waiting],
  templateUrl: './start-fields.html',
  styleUrl: './start-fields.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StartFields {
  protected readonly store = inject(LessonStore);
  protected readonly words = inject(LessonWords);

  protected readonly today = beijingNow().day;
  protected readonly ends = computed(() => this.words.endsOf(this.store.fields().ownPresents));

  /** What the calendar says against the day, for a lesson with a class. */
  protected reasons({ presenting, receiving }: DayWindows): string {
    const said = [
      ...(presenting.why ? [{ who: 'presenting' as const, ...presenting.why }] : []),
      ...(receiving.why ? [{ who: 'receiving' as const, ...receiving.why }] : []),
    ];
    return this.words.reasons(said, this.ends());
  }

  protected length(value: number | null): number | null {
    return value !== null && value >= 5 && value <= 240 ? value : null;
  }
}
