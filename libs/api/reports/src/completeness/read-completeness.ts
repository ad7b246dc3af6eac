import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, type Read, Transactions } from '@qinglan/api-platform';
import {
  type Actor,
  beijingDayOf,
  daysOfMonth,
  type DaySpan,
  type LessonLack,
  mayReadCompleteness,
  mayReadCompletenessOf,
  type OrganisationId,
  seesEverything,
  slotOfDays,
  Temporal,
} from '@qinglan/domain';
import type { Asked } from './board.sql';
import type { Turn } from './cursor';
import { CompletenessFigures } from './figures.queries';
import { LackingItemQueries } from './item-list.queries';
import { LackingLessonQueries } from './lesson-list.queries';
import { SilentPairingQueries } from './pairing-list.queries';
import { ReminderQueries } from './reminder.queries';
import { SchoolListQueries } from './school-list.queries';
import { YearLack } from './year-lack.queries';

/** A month, of all schools or of one. */
interface Wanted {
  readonly month: string;
  readonly schoolId?: OrganisationId | undefined;
}

/** Asks the board one thing on behalf of somebody: a coordinator is answered for the own school. */
@Injectable()
export class CompletenessDesk {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  ask(actor: Actor, { month, schoolId }: Wanted, find: (read: Read, asked: Asked) => Promise<string>): Promise<string> {
    allowOrHide(schoolId ? mayReadCompletenessOf(actor, schoolId) : mayReadCompleteness(actor));
    const own = schoolId ?? (seesEverything(actor) ? null : actor.schoolId);
    return this.find({ ...daysOfMonth(month), schoolId: own }, find);
  }

  /** The same of a whole year. */
  askYear(actor: Actor, year: number, find: (read: Read, asked: Asked) => Promise<string>): Promise<string> {
    allowOrHide(mayReadCompleteness(actor));
    const { firstDay } = daysOfMonth(`${String(year)}-01`);
    const { lastDay } = daysOfMonth(`${String(year)}-12`);
    return this.find({ firstDay, lastDay, schoolId: seesEverything(actor) ? null : actor.schoolId }, find);
  }

  private find(
    { firstDay, lastDay, schoolId }: DaySpan & Pick<Asked, 'schoolId'>,
    find: (read: Read, asked: Asked) => Promise<string>,
  ): Promise<string> {
    const today = beijingDayOf(this.clock.now());
    const isOver = Temporal.PlainDate.compare(lastDay, today) < 0;
    const asked: Asked = {
      slot: slotOfDays({ firstDay, lastDay }),
      span: { firstDay, lastDay: isOver ? lastDay : today },
      schoolId,
    };
    return this.transactions.read((read) => find(read, asked));
  }
}

/** The sections of the board of completeness, each one statement. */
@Injectable()
export class ReadCompleteness {
  constructor(
    private readonly desk: CompletenessDesk,
    private readonly numbers: CompletenessFigures,
    private readonly bySchool: SchoolListQueries,
    private readonly reminders: ReminderQueries,
    private readonly years: YearLack,
  ) {}

  year(actor: Actor, year: number): Promise<string> {
    return this.desk.askYear(actor, year, (read, asked) => this.years.read(read, asked, year));
  }

  figures(actor: Actor, { month }: Wanted): Promise<string> {
    const lastDay = daysOfMonth(month).lastDay.toString();
    return this.desk.ask(actor, { month }, (read, asked) => this.numbers.read(read, asked, { name: month, lastDay }));
  }

  schools(actor: Actor, query: Wanted & Turn): Promise<string> {
    return this.desk.ask(actor, { month: query.month }, (read, asked) => this.bySchool.page(read, asked, query));
  }

  reminder(actor: Actor, wanted: Wanted): Promise<string> {
    return this.desk.ask(actor, wanted, (read, asked) => this.reminders.read(read, asked, wanted.month));
  }
}

/** The lists of the board of completeness: what lacks, and whom to ask. */
@Injectable()
export class ListLacking {
  constructor(
    private readonly desk: CompletenessDesk,
    private readonly ends: LackingLessonQueries,
    private readonly silent: SilentPairingQueries,
    private readonly unknown: LackingItemQueries,
  ) {}

  lessons(actor: Actor, query: Wanted & Turn & { readonly lack?: LessonLack | undefined }): Promise<string> {
    return this.desk.ask(actor, query, (read, asked) => this.ends.page(read, asked, query));
  }

  pairings(actor: Actor, query: Wanted & Turn): Promise<string> {
    return this.desk.ask(actor, query, (read, asked) => this.silent.page(read, asked, query));
  }

  items(actor: Actor, query: Wanted & Turn): Promise<string> {
    return this.desk.ask(actor, query, (read, asked) => this.unknown.page(read, asked, query));
  }
}
