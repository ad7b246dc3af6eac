import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import { listPairings, listStudios } from '@qinglan/contracts';
import type { OrganisationId, StudioId } from '@qinglan/domain';
import { ApiClient, followMentoring, paged, remote, SessionStore, WaitingThings } from '@qinglan/web-platform';

/** What a reader looks at: those one guides, those who guide one, or all that one may see. */
export type View = 'guiding' | 'guided' | 'all';

/** Which pairings of the list: `overdue` are past their last day and have no end yet. */
export type Standing = 'current' | 'running' | 'asking' | 'overdue' | 'ended';

/** What narrows the list. */
export interface Narrowing {
  readonly q: string;
  readonly state: Standing;
  readonly asks: boolean;
  readonly studioId: StudioId | null;
  readonly schoolId: OrganisationId | null;
  readonly cohort: string | null;
}

const wide: Narrowing = { q: '', state: 'current', asks: false, studioId: null, schoolId: null, cohort: null };

const many = 12;

/** The pairings of whoever is signed in, those who wait longest first, and what waits for an answer. */
@Injectable()
export class MentoringStore {
  private readonly api = inject(ApiClient);
  private readonly sessions = inject(SessionStore);
  private readonly things = inject(WaitingThings);

  readonly narrowing = signal<Narrowing>(wide);
  readonly isNarrowed = computed(() => {
    const { q, state, ...others } = this.narrowing();
    return (
      q !== wide.q || state !== wide.state || Object.values(others).some((value) => value !== null && value !== false)
    );
  });

  /** A mentee's name, by which one finds her among many. */
  readonly menteeName = signal('');
  readonly guiding = paged((after) => {
    const q = this.menteeName() || undefined;
    return this.api.call(listPairings, { query: { as: 'mentor', q, after } });
  });
  /** Too many to look through; it stays so while one types. */
  readonly hasManyMentees = linkedSignal<boolean, boolean>({
    source: () => this.guiding.hasMore() || this.rows('guiding').length > many,
    computation: (isMany, before) => isMany || (before?.value ?? false),
  });
  readonly guided = paged((after) => this.api.call(listPairings, { query: { as: 'mentee', after } }));
  /** The first thing one sees is there; only then the rest shares the line. */
  private readonly isFirstThere = computed(() =>
    [this.guiding(), this.guided()].every(({ state }) => state !== 'loading'),
  );
  readonly overdue = { guiding: this.overdueOf('mentor'), guided: this.overdueOf('mentee') };
  readonly all = paged((after) => {
    const { asks, studioId, schoolId, cohort, ...narrowing } = this.narrowing();
    const chosen = { studioId: studioId ?? undefined, schoolId: schoolId ?? undefined, cohort: cohort ?? undefined };
    const only = { ...chosen, asks: asks ? 'true' : undefined };
    return this.api.call(listPairings, { query: { as: 'all', ...narrowing, ...only, after } });
  });

  /** Observations that wait for the reader's countersignature. */
  readonly toSign = computed(() => (this.things.items() ?? []).filter(({ kind }) => kind === 'countersign'));

  /** The views that have something for this person, the first of them first. */
  readonly views = computed<readonly View[]>(() => {
    const is = (role: 'mentor' | 'mentee') => this.sessions.hasRole(role);
    const found = (['guiding', 'guided', 'all'] as const).filter((view) => {
      if (view === 'guiding') return is('mentor') || this.rows('guiding').length > 0;
      return view === 'guided' ? is('mentee') || this.rows('guided').length > 0 : this.seesOthers();
    });
    return found.length > 0 ? found : ['all'];
  });

  /** Coordinators, administrators and viewers see others; a studio's lead is known by the rows. */
  private readonly seesOthers = computed(() => {
    if (this.sessions.hasRole('coordinator', 'administrator', 'viewer')) return true;
    const me = this.sessions.session()?.person.id;
    return this.isNarrowed() || this.rows('all').some(({ mentor, mentee }) => mentor.id !== me && mentee.id !== me);
  });

  private readonly studios = remote(() =>
    this.isFirstThere() && !this.sessions.hasRole('administrator', 'viewer')
      ? this.api.call(listStudios, { query: { limit: 200 } })
      : undefined,
  );
  /** Boards and handovers of a studio are its lead's; there is no role of that name. */
  readonly leadsStudio = computed(() => {
    const me = this.sessions.session()?.person.id;
    return (this.studios.value()?.items ?? []).some(({ lead }) => lead?.id === me);
  });

  constructor() {
    let isFirst = true;
    // The lists are on their way already when the line stands for the first time.
    followMentoring(() => {
      if (!isFirst) void this.guiding.reload().then(() => this.guided.reload());
      isFirst = false;
    });
  }

  private overdueOf(as: 'mentor' | 'mentee') {
    const query = { as, state: 'overdue' } as const;
    return remote(() => (this.isFirstThere() ? this.api.call(listPairings, { query }) : undefined));
  }

  narrow(change: Partial<Narrowing>): void {
    this.narrowing.update((was) => ({ ...was, ...change }));
  }

  clear(): void {
    this.narrowing.set(wide);
  }

  async reload(): Promise<void> {
    await Promise.all([this.guiding.reload(), this.guided.reload(), this.things.look()]);
  }

  rows(view: View) {
    const list = this[view]();
    return list.state === 'ready' ? list.value : [];
  }
}
