import { computed, inject, Injectable, signal } from '@angular/core';
import { listCalendarDays, listTerms, withdrawCalendarDay } from '@qinglan/contracts';
import { asId, type OrganisationId } from '@qinglan/domain';
import { ApiClient, beijingNow, remote } from '@qinglan/web-platform';
import type { CalendarDayRow } from '../kinds/calendar-day.kind';
import { lastDayOf, type Term } from '../kinds/term.kind';
import { allOf } from '../pages';
import { RegisterContext } from '../register-context';
import { calendarOf, firstOfMonth, lastOfMonth, monthsOf, monthView, type Whom } from './month';

const limit = 200;

/** Whose calendar, of which month or term, and what is in it. */
@Injectable()
export class CalendarStore {
  private readonly api = inject(ApiClient);
  private readonly register = inject(RegisterContext);

  readonly today = beijingNow().day;
  /** `nation`, a side's id or a school's id. */
  readonly whose = signal(this.register.ownSchool()?.id ?? 'nation');
  readonly view = signal<'month' | 'term'>('month');
  readonly month = signal(firstOfMonth(this.today));
  readonly termId = signal<string | null>(null);

  readonly whom = computed<Whom>(() => {
    const whose = this.whose();
    const own = this.register.ownSchool();
    const school = this.register.organisation(whose) ?? (own?.id === whose ? own : undefined);
    if (school) return { scope: 'school', schoolId: school.id, sideId: school.sideId };
    return whose === 'nation' ? { scope: 'nation' } : { scope: 'side', sideId: whose };
  });

  readonly terms = remote(() => allOf((after) => this.api.call(listTerms, { query: { limit, after } })));
  /** The terms that matter to whose calendar it is, newest first. */
  readonly ownTerms = computed<readonly Term[]>(() => {
    const whom = this.whom();
    return (this.terms.value() ?? []).filter((term) => whom.scope === 'nation' || term.sideId === whom.sideId);
  });
  readonly term = computed(() => this.ownTerms().find((term) => term.id === this.termId()) ?? this.nearestTerm());

  private readonly span = computed(() => {
    const term = this.term();
    const last = term && lastDayOf(term.firstMonday, term.weekCount);
    if (this.view() === 'term' && term && last) return { from: term.firstMonday, to: last };
    return { from: this.month(), to: lastOfMonth(this.month()) };
  });

  readonly days = remote(() => this.load(this.whom(), this.span()), { keep: true });
  private readonly rows = computed<readonly CalendarDayRow[]>(() => this.days.value() ?? []);

  readonly calendar = computed(() =>
    calendarOf(this.whom(), this.rows(), this.whom().scope === 'nation' ? [] : this.ownTerms()),
  );
  readonly months = computed(() =>
    monthsOf(this.span().from, this.span().to).map((first) => monthView(this.calendar(), first)),
  );

  async withdraw(row: CalendarDayRow): Promise<void> {
    await this.api.call(withdrawCalendarDay, { params: { calendarDayId: row.id }, version: row.version });
  }

  /** The term of today, else the next one, else the last. */
  private nearestTerm(): Term | undefined {
    const oldestFirst = [...this.ownTerms()].reverse();
    return (
      oldestFirst.find((term) => (lastDayOf(term.firstMonday, term.weekCount) ?? '') >= this.today) ??
      oldestFirst.at(-1)
    );
  }

  /** What binds whose calendar it is: asked by scope, so that other schools' days are not fetched. */
  private async load(whom: Whom, { from, to }: { from: string; to: string }): Promise<readonly CalendarDayRow[]> {
    const list = (narrowed: { scope?: 'nation' | 'side'; schoolId?: OrganisationId }) =>
      allOf((after) => this.api.call(listCalendarDays, { query: { limit, after, from, to, ...narrowed } }));
    const asked = [list({ scope: 'nation' })];
    if (whom.scope !== 'nation') asked.push(list({ scope: 'side' }));
    if (whom.scope === 'school') asked.push(list({ schoolId: asId<OrganisationId>(whom.schoolId) }));
    const days = (await Promise.all(asked)).flat();
    return days
      .filter((day) => day.scope !== 'side' || (whom.scope !== 'nation' && day.sideId === whom.sideId))
      .sort((a, b) => (a.day < b.day ? -1 : 1));
  }
}
