import { computed, inject, Injectable } from '@angular/core';
import { listYearlyReports, listYears, type ReplyOf } from '@qinglan/contracts';
import { ApiClient, remote } from '@qinglan/web-platform';

/** One line of the list of years; `report` is null where nobody opened one yet. */
export interface YearLine {
  readonly year: number;
  readonly isOver: boolean;
  readonly report: ReplyOf<typeof listYearlyReports>['items'][number] | null;
}

/** Every year of which anything is known, newest first, with its report where there is one. */
@Injectable()
export class YearsStore {
  private readonly api = inject(ApiClient);

  readonly lines = remote(async () => {
    const [years, reports] = await Promise.all([this.api.call(listYears), this.api.call(listYearlyReports)]);
    const byYear = new Map(reports.items.map((report) => [report.year, report]));
    const known = years.items.map(({ year, isOver }): YearLine => ({ year, isOver, report: byYear.get(year) ?? null }));
    const named = new Set(years.items.map(({ year }) => year));
    const others = reports.items.filter(({ year }) => !named.has(year));
    return [...known, ...others.map((report): YearLine => ({ year: report.year, isOver: true, report }))].sort(
      (one, other) => other.year - one.year,
    );
  });
  readonly isEmpty = computed(() => this.lines.value()?.length === 0);
}
