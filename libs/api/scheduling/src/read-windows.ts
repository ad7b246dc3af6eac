import { Injectable } from '@nestjs/common';
import { allowOrHide, orNotFound, Transactions } from '@qinglan/api-platform';
import type { InputOf, readTermWindows, readWindows, ReplyOf } from '@qinglan/contracts';
import {
  type Actor,
  allOf,
  dayWindows,
  maySeeSchoolTimetable,
  Temporal,
  termWindows,
  type Weekday,
  type WeekWindows,
} from '@qinglan/domain';
import { schoolDayView, windowView } from './day-view';
import { daysOfTerm, type Pair, Pairs } from './pair';

function requireNear(actor: Actor, { presentingSchoolId, receivingSchoolId }: Pair): void {
  allowOrHide(allOf(maySeeSchoolTimetable(actor, presentingSchoolId), maySeeSchoolTimetable(actor, receivingSchoolId)));
}

const weekView = ({ week, presenting, receiving, windows }: WeekWindows) => ({
  week,
  receivingWeek: receiving.week,
  presenting: schoolDayView(presenting),
  receiving: schoolDayView(receiving),
  windows: windows.map(windowView),
});

/** Finds the starts that fit both bells. */
@Injectable()
export class ReadWindows {
  constructor(
    private readonly transactions: Transactions,
    private readonly pairs: Pairs,
  ) {}

  onDay(actor: Actor, query: InputOf<typeof readWindows>['query']): Promise<ReplyOf<typeof readWindows>> {
    requireNear(actor, query);
    const day = Temporal.PlainDate.from(query.day);
    return this.transactions.read(async (read) => {
      const { presenting, receiving } = await this.pairs.load(read, query, { firstDay: day, lastDay: day });
      const found = dayWindows([presenting, receiving], { day, minutes: query.minutes });
      return {
        presenting: schoolDayView(found.presenting),
        receiving: schoolDayView(found.receiving),
        windows: found.windows.map(windowView),
      };
    });
  }

  acrossTerm(actor: Actor, query: InputOf<typeof readTermWindows>['query']): Promise<ReplyOf<typeof readTermWindows>> {
    requireNear(actor, query);
    return this.transactions.read(async (read) => {
      const term = orNotFound(await this.pairs.term(read, query.presentingSchoolId, query.termCode));
      const { presenting, receiving } = await this.pairs.load(read, query, daysOfTerm(term));
      const { minutes } = query;
      const question = { term, weekday: query.weekday as Weekday, ...(minutes === undefined ? {} : { minutes }) };
      return { weeks: termWindows(question, [presenting, receiving]).map(weekView) };
    });
  }
}
