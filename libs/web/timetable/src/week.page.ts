import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { addDays, mondayOf } from '@qinglan/domain';
import { beijingNow, BeijingWords, dayOf, mediaMatches, SessionStore } from '@qinglan/web-platform';
import { Button, Icon, IconButton, Notice, Nothing, Page, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { SchoolPicker } from './school-picker';
import { WeekGrid } from './week-grid';
import { WeekLegend } from './week-legend';
import { WeekList } from './week-list';
import { WeekStore } from './week.store';
import { WhoseWeek } from './whose-week';

/** The Monday of the week a text names, or of this week. */
function mondayOfText(text: string | undefined): string {
  const today = dayOf(beijingNow().day);
  try {
    return mondayOf(text?.length === 10 ? dayOf(text) : today).toString();
  } catch {
    return mondayOf(today).toString(); // an address somebody typed
  }
}

/** My week: two bells side by side, the lessons between them. */
@Component({
  selector: 'app-week-page',
  imports: [
    Button,
    Icon,
    IconButton,
    Notice,
    Nothing,
    Page,
    ProblemNotice,
    SchoolPicker,
    TranslocoPipe,
    Waiting,
    WeekGrid,
    WeekLegend,
    WeekList,
  ],
  templateUrl: './week.page.html',
  styleUrl: './week.page.scss',
  providers: [WeekStore, WhoseWeek],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WeekPage {
  protected readonly store = inject(WeekStore);
  protected readonly whose = inject(WhoseWeek);
  private readonly router = inject(Router);
  private readonly words = inject(BeijingWords);
  private readonly session = inject(SessionStore);

  readonly monday = input<string>();
  readonly school = input<string>();
  readonly partner = input<string>();
  readonly mine = input<string>();

  protected readonly isNarrow = mediaMatches('(max-width: 719px)');
  protected readonly shownMonday = computed(() => mondayOfText(this.monday()));
  protected readonly isThisWeek = computed(() => this.shownMonday() === mondayOfText(undefined));
  protected readonly days = computed(() => {
    const monday = this.shownMonday();
    return `${this.words.day(monday)} – ${this.words.day(addDays(dayOf(monday), 6).toString())}`;
  });
  protected readonly mayDraft = computed(
    () => this.session.hasRole('teacher', 'coordinator') && !this.whose.mayChoose(),
  );
  protected readonly isMine = computed(() => this.mine() === '1');
  protected readonly hasLessons = computed(() =>
    this.store.layout()?.days.some((day) => day.cards.length + day.meetings.length > 0),
  );

  constructor() {
    effect(() => this.whose.look(this.school(), this.partner()));
    effect(() => this.store.monday.set(this.shownMonday()));
    effect(() => this.store.onlyMine.set(this.isMine()));
  }

  /** Goes some weeks on, or to this week. */
  protected go(weeks: number | null): void {
    const monday = weeks === null ? null : addDays(dayOf(this.shownMonday()), weeks * 7).toString();
    void this.router.navigate(monday ? ['/week', monday] : ['/week'], { queryParamsHandling: 'preserve' });
  }

  protected choose(query: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], { queryParams: query, queryParamsHandling: 'merge' });
  }

  protected draft(): void {
    const partner = this.whose.partnerId();
    void this.router.navigate(['/series/new'], { queryParams: partner ? { partner } : {} });
  }

  protected print(): void {
    globalThis.print();
  }
}
