import { inject, Pipe, type PipeTransform } from '@angular/core';
import { rowSpan } from '@qinglan/domain';
import { BeijingWords, Languages } from '@qinglan/web-platform';

/** `{{ row.firstDay | rowDays: row.lastDay }}`: the days of a row as far as they are known, 2015 年 or 2015年11月 too. */
@Pipe({ name: 'rowDays', pure: false })
export class RowDays implements PipeTransform {
  private readonly words = inject(BeijingWords);
  private readonly languages = inject(Languages);

  transform(first: string, last: string | null): string {
    const span = rowSpan(first, last);
    const day = this.words.day(first, 'full');
    const year = this.languages.say('reports.year', { year: first.slice(0, 4) });
    if (span.kind === 'year') return year;
    if (span.kind === 'month') return this.words.month(first);
    if (span.kind === 'days') return `${day} – ${this.words.day(span.last, 'full')}`;
    if (span.kind === 'day') return day;
    return this.languages.say('reports.rows.since', { day: span.kind === 'since-year' ? year : day });
  }
}
