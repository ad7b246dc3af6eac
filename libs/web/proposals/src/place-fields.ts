import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { weekdays } from '@qinglan/domain';
import { Languages, SecondClock, WeekdayName } from '@qinglan/web-platform';
import { Control, Field, ProblemNotice } from '@qinglan/web-ui';
import type { Faults } from './cast';
import type { SeriesFields } from './series-fields';
import { TermStore, type PeriodChoice } from './term.store';
import { WeekChooser } from './week-chooser';

/** Where a series stands in the presenting school's timetable: term, weekday, period, weeks. */
@Component({
  selector: 'proposals-place-fields',
  imports: [Control, Field, FormsModule, ProblemNotice, SecondClock, TranslocoPipe, WeekChooser, WeekdayName],
  templateUrl: './place-fields.html',
  styleUrl: './place-fields.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PlaceFields {
  protected readonly store = inject(TermStore);
  private readonly languages = inject(Languages);

  readonly fields = input.required<SeriesFields>();
  readonly faults = input<Faults>({});
  readonly changed = output<Partial<SeriesFields>>();

  protected readonly days = weekdays;
  protected readonly terms = computed(() => this.store.terms.value() ?? []);
  protected readonly termsProblem = computed(() => {
    const terms = this.store.terms();
    return terms.state === 'failed' ? terms.problem : null;
  });
  protected readonly weekCount = computed(() => this.store.term()?.weekCount ?? 20);

  protected hintOf(period: PeriodChoice): string {
    const { cleanWeeks, teachingWeeks } = period;
    if (cleanWeeks === 0) return this.languages.say('proposals.form.neverClean');
    const key = cleanWeeks === teachingWeeks ? 'alwaysClean' : 'oftenClean';
    return this.languages.say(`proposals.form.${key}`, { n: cleanWeeks });
  }

  protected setWeeks(weeks: string): void {
    if (weeks !== this.fields().weeks) this.changed.emit({ weeks });
  }
}
