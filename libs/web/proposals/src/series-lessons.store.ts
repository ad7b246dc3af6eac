import { inject, Injectable, signal, type Signal } from '@angular/core';
import { listLessons, listTerms } from '@qinglan/contracts';
import { addDays, beijingMinute, Temporal } from '@qinglan/domain';
import { ApiClient, remote } from '@qinglan/web-platform';
import { wholeList } from './school-parties';
import type { Item, Series } from './shapes';

/** The lessons that a series became. */
@Injectable()
export class SeriesLessonsStore {
  private readonly api = inject(ApiClient);

  readonly series = signal<Signal<Series> | null>(null);
  readonly lessons = remote(() => {
    const series = this.series()?.();
    return series ? this.load(series) : undefined;
  });

  /** The interface lists lessons by school and time, so the term is read and the series picked out of it. */
  private async load(series: Series): Promise<readonly Item[]> {
    const { sideId } = series.presentingSchool;
    const terms = await wholeList((after) => this.api.call(listTerms, { query: { sideId, limit: 200, after } }));
    const term = terms.find(({ code }) => code === series.termCode);
    if (!term || Object.keys(series.lessons).length === 0) return [];
    const first = Temporal.PlainDate.from(term.firstMonday);
    const from = beijingMinute(first, 0).toString();
    const to = beijingMinute(addDays(first, term.weekCount * 7), 0).toString();
    const schoolId = series.receivingSchoolId;
    const lessons = await wholeList((after) =>
      this.api.call(listLessons, { query: { from, to, schoolId, limit: 200, after } }),
    );
    return lessons.filter((lesson) => lesson.seriesId === series.id);
  }
}
