import { Injectable } from '@nestjs/common';
import { allowOrHide, orRefuse, type Read, Refused } from '@qinglan/api-platform';
import type { PartnershipBetween } from '@qinglan/api-directory';
import {
  type Actor,
  hasClass,
  mayProposeLesson,
  minuteOf,
  type Occurrence,
  parseWeeks,
  type PartyInLesson,
  placeSeries,
  type SchoolId,
  type SeriesPlace,
  type Temporal,
  type Term,
} from '@qinglan/domain';
import { otherSchool, partiesOf, subjectOf } from './cast';
import { answerDue, daysAround, daysOfTerm, Pairs } from './pair';
import { type SeriesDraft, weekdayOfRow } from './series.facts';

/** What every week of a draft gives, and the frame it stands in. */
export interface SeriesPlan {
  readonly partnership: PartnershipBetween;
  readonly parties: readonly PartyInLesson[];
  readonly occurrences: readonly Occurrence[];
  readonly toSchoolId: SchoolId;
  readonly expiresAt: Temporal.Instant;
}

/** What a draft is checked for before anything is placed. */
export interface DraftFrame {
  readonly partnership: PartnershipBetween;
  readonly term: Term;
  readonly weeks: readonly number[];
}

const weeksUnreadable = ({ position }: { readonly position: number }): Refused =>
  new Refused('weeks-unreadable', { errors: [{ pointer: '#/weeks', detail: String(position) }] });

const noSuchTerm = () => new Refused('invalid-input', { errors: [{ pointer: '#/termCode', detail: 'no such term' }] });

function placeOf(draft: SeriesDraft, frame: DraftFrame, parties: readonly PartyInLesson[]): SeriesPlace {
  return {
    term: frame.term,
    weekday: weekdayOfRow(draft),
    period: draft.period,
    weeks: frame.weeks,
    hasClass: hasClass(parties),
    ...(draft.minutes === null ? {} : { minutes: draft.minutes }),
    skipWeeks: draft.skipWeeks,
    choices: draft.choices.map(({ week, startsAt }) => ({ week, startsAt: minuteOf(startsAt) })),
  };
}

/** Reads a draft as the rules see it: whose it is, that the schools are partners, which weeks, and what each gives. */
@Injectable()
export class SeriesPlanner {
  constructor(private readonly pairs: Pairs) {}

  /** Who may propose it, and what it needs to be a draft at all. */
  async frame(read: Read, actor: Actor, draft: SeriesDraft): Promise<DraftFrame> {
    allowOrHide(mayProposeLesson(actor, subjectOf(draft)));
    const partnership = await this.pairs.partnership(read, draft);
    const weeks = orRefuse(parseWeeks(draft.weeks), weeksUnreadable);
    const term = await this.pairs.term(read, draft.presentingSchoolId, draft.termCode);
    if (!term) throw noSuchTerm();
    return { partnership, term, weeks };
  }

  async plan(read: Read, actor: Actor, asked: { readonly draft: SeriesDraft; readonly now: Temporal.Instant }) {
    const { draft, now } = asked;
    const frame = await this.frame(read, actor, draft);
    const calendars = await this.pairs.load(read, draft, daysAround(daysOfTerm(frame.term), now));
    const parties = partiesOf(draft);
    const toSchoolId = otherSchool(draft, actor.schoolId);
    const plan: SeriesPlan = {
      partnership: frame.partnership,
      parties,
      occurrences: placeSeries(placeOf(draft, frame, parties), calendars.presenting, calendars.receiving),
      toSchoolId,
      expiresAt: answerDue(calendars, toSchoolId, now),
    };
    return plan;
  }
}
