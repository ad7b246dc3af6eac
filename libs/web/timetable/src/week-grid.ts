import {
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  linkedSignal,
  type Signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { wallTime, xinjiangLabel } from '@qinglan/domain';
import { BeijingDay, Languages, Preferences, SessionStore, WeekdayName } from '@qinglan/web-platform';
import type { Span } from './clock-minutes';
import { LessonTile } from './lesson-tile';
import { LessonWords } from './lesson-words';
import { doorOf } from './meeting-door';
import { MeetingTile } from './meeting-tile';
import { nextStop, stepOf, type Stop } from './roving';
import { nowMark } from './watching';
import type { DayColumn, Lane, PeriodCell, PlacedCard, WeekLayout } from './week-layout';

const rowMinutes = 5;

/** The period grid: days beside each other, true Beijing time downwards, each day with its two bells. */
@Component({
  selector: 'app-week-grid',
  imports: [BeijingDay, LessonTile, MeetingTile, RouterLink, TranslocoPipe, WeekdayName],
  templateUrl: './week-grid.html',
  styleUrls: ['./week-grid.scss', './week-lanes.scss', './week-media.scss'],
  host: { '(keydown)': 'move($event)', '(focusin)': 'remember($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WeekGrid {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly languages = inject(Languages);
  private readonly session = inject(SessionStore);
  protected readonly words = inject(LessonWords);

  readonly layout = input.required<WeekLayout>();
  /** May this person draft lessons? Then free periods lead there. */
  readonly mayDraft = input(false);

  protected readonly now = nowMark();
  protected readonly rows = computed(() => this.row(this.layout().span.endsAt) - 1);
  protected readonly hours = computed(() => hoursOf(this.layout().span));
  protected readonly me = computed(() => this.session.session()?.person.id ?? null);
  private readonly stops: Signal<readonly Stop[]> = computed(() =>
    this.layout().days.flatMap((day, index) => this.stopsOf(day, index)),
  );
  /** The one place of the grid that the Tab key reaches. */
  protected readonly active = linkedSignal<readonly Stop[], string | null>({
    source: this.stops,
    computation: (stops, was) =>
      stops.find((stop) => stop.key === was?.value)?.key ?? this.firstAhead(stops) ?? stops[0]?.key ?? null,
  });

  protected rowsOf(span: Span): string {
    return `${this.row(span.startsAt)} / ${this.row(span.endsAt)}`;
  }

  protected row(minute: number): number {
    return Math.round((minute - this.layout().span.startsAt) / rowMinutes) + 1;
  }

  /** How far down the day it is now, if this is today. */
  protected nowPart(day: DayColumn): string | null {
    const { startsAt, endsAt } = this.layout().span;
    const { day: today, minute } = this.now();
    if (day.day !== today || minute < startsAt || minute > endsAt) return null;
    return `${((minute - startsAt) / (endsAt - startsAt)) * 100}%`;
  }

  protected isDraftable(lane: Lane, period: PeriodCell): boolean {
    return (
      this.mayDraft() && lane.end === 'own' && lane.day.teaching && period.isFree && this.layout().partner !== null
    );
  }

  protected draftQuery(day: DayColumn, period: PeriodCell): Readonly<Record<string, string | number>> {
    const weekday = day.lanes.find((lane) => lane.end === 'own')?.day.runsWeekday ?? day.weekday;
    return { weekday, period: period.number, partner: this.layout().partner?.school.id ?? '' };
  }

  protected readonly doorOf = doorOf;
  protected readonly wall = wallTime;
  protected readonly xinjiang = xinjiangLabel;
  protected readonly hasSecondClock = inject(Preferences).secondClock;
  protected readonly cellKey = (day: DayColumn, period: PeriodCell): string => `${day.day}/${period.number}`;
  protected readonly isMine = ({ lesson }: PlacedCard): boolean =>
    lesson.presenter.id === this.me() || lesson.localTeacher.id === this.me();

  protected move(event: KeyboardEvent): void {
    const step = stepOf(event.key, this.languages.direction());
    const from = this.stops().find((stop) => stop.key === keyAt(event.target));
    if (!step || !from || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const next = nextStop(this.stops(), from, step);
    if (next) this.host.querySelector<HTMLElement>(`[data-stop="${next.key}"]`)?.focus();
  }

  protected remember(event: FocusEvent): void {
    const key = keyAt(event.target);
    if (key) this.active.set(key);
  }

  private stopsOf(day: DayColumn, index: number): readonly Stop[] {
    const cards = day.cards.map((card) => ({ key: card.lesson.id, day: index, startsAt: card.startsAt }));
    const cells = day.lanes.flatMap((lane) =>
      lane.periods
        .filter((period) => this.isDraftable(lane, period))
        .map((period) => ({ key: this.cellKey(day, period), day: index, startsAt: period.startsAt })),
    );
    const meetings = day.meetings.map(({ meeting, startsAt }) => ({ key: meeting.id, day: index, startsAt }));
    return [...cards, ...meetings, ...cells];
  }

  /** The first lesson that is not over: where the eye goes as well. */
  private firstAhead(stops: readonly Stop[]): string | undefined {
    const cards = this.layout().days.flatMap((day) => day.cards.map((card) => ({ ...card, day: day.day })));
    const { day, minute } = this.now();
    const ahead = cards.find((card) => card.day > day || (card.day === day && card.endsAt > minute)) ?? cards[0];
    return stops.find((stop) => stop.key === ahead?.lesson.id)?.key;
  }
}

const keyAt = (target: EventTarget | null): string | undefined =>
  target instanceof Element ? target.closest<HTMLElement>('[data-stop]')?.dataset['stop'] : undefined;

function hoursOf({ startsAt, endsAt }: Span): readonly number[] {
  const first = Math.ceil(startsAt / 60);
  return Array.from({ length: Math.ceil(endsAt / 60) - first }, (_, index) => (first + index) * 60);
}
