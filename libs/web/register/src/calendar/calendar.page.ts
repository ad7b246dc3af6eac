import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { asId, type OrganisationId } from '@qinglan/domain';
import { BeijingWords, Languages, ProblemText } from '@qinglan/web-platform';
import {
  Badge,
  Button,
  Cell,
  Confirm,
  Control,
  DataList,
  Dialogs,
  Field,
  Icon,
  IconButton,
  Page,
  ProblemNotice,
  RowActs,
  SearchSelect,
  Toast,
  Waiting,
  type Choice,
  type Column,
} from '@qinglan/web-ui';
import { openEntry } from '../entries/entry-dialog';
import type { Draft } from '../entries/entry';
import { EntryWords } from '../entries/entry-words';
import { calendarDayKind, effectOf, type CalendarDayRow } from '../kinds/calendar-day.kind';
import { RegisterContext } from '../register-context';
import { CalendarStore } from './calendar.store';
import { legend, lookOf } from './day-look';
import { decides, shiftMonth, stateOf, type DayCell } from './month';
import { MonthGrid } from './month-grid';

/** The calendar of the nation, a side or a school: month by month or a term at a glance, and its exceptions. */
@Component({
  selector: 'register-calendar-page',
  imports: [
    Badge,
    Button,
    Cell,
    Control,
    DataList,
    Field,
    Icon,
    IconButton,
    MonthGrid,
    Page,
    ProblemNotice,
    RowActs,
    SearchSelect,
    TranslocoPipe,
    Waiting,
  ],
  providers: [CalendarStore, EntryWords],
  templateUrl: './calendar.page.html',
  styleUrl: './calendar.page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CalendarPage {
  protected readonly store = inject(CalendarStore);
  protected readonly register = inject(RegisterContext);
  protected readonly words = inject(EntryWords);
  protected readonly beijing = inject(BeijingWords);
  private readonly confirm = inject(Confirm);
  private readonly dialogs = inject(Dialogs);
  private readonly languages = inject(Languages);
  private readonly problems = inject(ProblemText);
  private readonly toast = inject(Toast);

  protected readonly legend = legend;
  protected readonly whoseChoices = computed<readonly Choice[]>(() => [
    { value: 'nation', label: this.words.word('scope', 'nation') },
    ...this.register.sideChoices(),
    ...this.register.schoolChoices(),
  ]);
  /** May the person add to the calendar in view? */
  protected readonly mayAdd = computed(() => {
    const whom = this.store.whom();
    const schoolId = whom.scope === 'school' ? asId<OrganisationId>(whom.schoolId) : null;
    return this.register.mayEdit({ kind: 'calendar-day', schoolId });
  });
  protected readonly columns = computed<readonly Column<CalendarDayRow>[]>(() => [
    { key: 'day', label: this.words.label('day'), text: (row) => this.words.day(row.day) },
    { key: 'kind', label: this.words.label('kind') },
    { key: 'scope', label: this.words.label('scope'), text: (row) => this.whomOf(row) },
    { key: 'effect', label: this.words.say('calendar.effectLabel'), text: (row) => this.effect(row) },
    { key: 'note', label: this.words.label('note'), text: (row) => row.note || null },
    { key: 'status', label: this.words.label('status') },
  ]);
  protected readonly keyOf = (row: CalendarDayRow): string => row.id;

  protected choose(whose: string | null): void {
    if (whose) this.store.whose.set(whose);
  }

  protected turn(months: number): void {
    this.store.month.update((month) => shiftMonth(month, months));
  }

  protected lookOf(row: CalendarDayRow) {
    return lookOf({ state: stateOf(row), exception: row });
  }

  protected mayEdit(row: CalendarDayRow): boolean {
    return this.register.mayEdit({ kind: 'calendar-day', schoolId: row.schoolId });
  }

  /** A day's own exception, where it is of the calendar in view; else a new one for that day. */
  protected press(cell: DayCell): Promise<void> {
    const isOwn = cell.exception?.scope === this.store.whom().scope;
    return this.open(isOwn ? cell.exception : null, cell.day);
  }

  protected async open(row: CalendarDayRow | null, day = ''): Promise<void> {
    const draft = row ? undefined : this.draftFor(day);
    const saved = await openEntry(this.dialogs, {
      kind: calendarDayKind,
      row,
      register: this.register,
      ...(draft && { draft }),
    });
    if (!saved) return;
    this.toast.say(this.words.say('saved', { name: this.words.day(calendarDayKind.nameOf(saved as CalendarDayRow)) }));
    await this.store.days.reload();
  }

  protected async withdraw(row: CalendarDayRow): Promise<void> {
    const yes = await this.confirm.ask({
      heading: this.words.say('calendar.withdrawAsk', { day: this.words.day(row.day) }),
      text: this.words.say('calendar.withdrawText'),
      act: this.words.say('calendar.withdraw'),
      look: 'danger',
    });
    if (!yes) return;
    try {
      await this.store.withdraw(row);
      this.toast.say(this.words.say('calendar.withdrawn'));
    } catch (error) {
      this.toast.warn(this.problems.of(error));
    }
    await this.store.days.reload();
  }

  private draftFor(day: string): Draft {
    const whom = this.store.whom();
    return {
      day,
      scope: whom.scope,
      sideId: whom.scope === 'side' ? whom.sideId : '',
      schoolId: whom.scope === 'school' ? whom.schoolId : '',
      status: 'confirmed',
    };
  }

  private whomOf(row: CalendarDayRow): string {
    if (row.scope === 'side') return this.register.sideName(row.sideId ?? '');
    return row.school ?? this.languages.say(`words.calendarScope.${row.scope}`);
  }

  private effect(row: CalendarDayRow): string {
    const effect = effectOf(row, this.words);
    return decides(this.store.calendar(), row) ? effect : this.words.say('calendar.overruled');
  }
}
