import { computed, inject, Injectable, signal, type Signal } from '@angular/core';
import { listTerms, readTermWindows } from '@qinglan/contracts';
import { addDays, Temporal } from '@qinglan/domain';
import { ApiClient, beijingNow, remote } from '@qinglan/web-platform';
import { endIdsOf } from './cast';
import { wholeList } from './school-parties';
import { emptySeries, type SeriesFields } from './series-fields';
import type { TermWeek } from './shapes';

/** A period of the presenting school as the term knows it. */
export interface PeriodChoice {
  readonly number: number;
  /** One span, or one for each season. */
  readonly times: readonly string[];
  /** Weeks of the term in which a whole lesson fits both bells at this period. */
  readonly cleanWeeks: number;
  readonly teachingWeeks: number;
}

interface Follows {
  readonly fields: Signal<SeriesFields>;
  readonly side: Signal<string | null>;
  readonly ownId: Signal<string | null>;
}

/** Terms, and the periods of a weekday with how often they fit. */
@Injectable()
export class TermStore {
  private readonly api = inject(ApiClient);
  private readonly source = signal<Follows>({ fields: signal(emptySeries), side: signal(null), ownId: signal(null) });
  private readonly fields = computed(() => this.source().fields());

  readonly terms = remote(() => {
    const sideId = this.source().side();
    if (!sideId) return undefined;
    return wholeList((after) => this.api.call(listTerms, { query: { sideId, limit: 200, after } }));
  });
  readonly term = computed(() => this.terms.value()?.find(({ code }) => code === this.fields().termCode) ?? null);
  /** The term that runs today, else the next one, else the last. */
  readonly currentTerm = computed(() => {
    const terms = [...(this.terms.value() ?? [])].sort((a, b) => a.firstMonday.localeCompare(b.firstMonday));
    const today = beijingNow().day;
    return terms.find((term) => lastDay(term) >= today) ?? terms.at(-1) ?? null;
  });

  private readonly question = computed(
    () => {
      const { termCode, weekday, minutes } = this.fields();
      const ends = endIdsOf(this.fields(), this.source().ownId());
      const isKnown = this.term() !== null;
      return ends && termCode && isKnown ? { ...ends, termCode, weekday, minutes: minutes ?? undefined } : null;
    },
    { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
  readonly windows = remote(
    () => {
      const query = this.question();
      return query ? this.api.call(readTermWindows, { query }) : undefined;
    },
    { keep: true },
  );
  readonly periods = computed<readonly PeriodChoice[]>(() => periodsOf(this.windows.value()?.weeks ?? []));

  follow(source: Follows): void {
    this.source.set(source);
  }
}

const lastDay = (term: { readonly firstMonday: string; readonly weekCount: number }): string =>
  addDays(Temporal.PlainDate.from(term.firstMonday), term.weekCount * 7 - 1).toString();

function periodsOf(weeks: readonly TermWeek[]): readonly PeriodChoice[] {
  const teaching = weeks.filter((week) => week.presenting.periods.length > 0);
  const times = new Map<number, Set<string>>();
  for (const { number, startsAt, endsAt } of teaching.flatMap((week) => week.presenting.periods))
    times.set(number, (times.get(number) ?? new Set()).add(`${startsAt}–${endsAt}`));
  return [...times]
    .sort(([a], [b]) => a - b)
    .map(([number, spans]) => ({
      number,
      times: [...spans],
      cleanWeeks: teaching.filter(({ windows }) => windows.some((one) => one.presentingPeriod === number)).length,
      teachingWeeks: teaching.length,
    }));
}
