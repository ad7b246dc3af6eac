import { type Statement, statement } from '@qinglan/api-platform';
import type { TrackingFilters } from '@qinglan/contracts';
import { type Actor, seesEverything } from '@qinglan/domain';
import { hasBegun, isUnderWay, owedSince, sharesBetween, sharesInView } from './tracking.sql';

/** One question of the board: what it is about, who asks, and which day it is. */
export interface Asked {
  readonly actor: Actor;
  readonly today: string;
  readonly filters: TrackingFilters;
}

/** Which part of all pairings somebody looks after. */
type Reach = 'all' | 'school' | 'led';

const reachOf = (actor: Actor): Reach => {
  if (seesEverything(actor)) return 'all';
  return actor.roles.has('coordinator') ? 'school' : 'led';
};

const ofPeople = (condition: string): string =>
  `(p.mentor_id IN (SELECT id FROM person WHERE ${condition}) OR p.mentee_id IN (SELECT id FROM person WHERE ${condition}))`;

/** Begun when the term was over, and not ended when it began: what is past its last day and has no end is of later terms too. */
const isOfTerm = `(p.from_day <= (SELECT last_day FROM asked)
  AND coalesce(p.ended_on, 'infinity') >= (SELECT first_day FROM asked))`;

/** Gathers the values of one statement and the conditions that narrow `p`, a pairing, to what is asked. */
export class Question {
  private readonly given: unknown[] = [];
  private readonly reach: Reach;
  private readonly asker: string;
  /** The day it is. */
  readonly today: string;
  /** Conditions on `p`, joined by AND. */
  readonly narrowed: string;
  /** The condition on a share `s` to be looked at: of the term asked for, or what holds today and what is still owed. */
  readonly inView: string;
  /** The condition on `p` for its shares to be counted: it is under way, or ran in a term asked for that is over. */
  readonly isCounted: string;
  /** CTEs that statements begin with; `asked` is the term that visits are counted in, or no row. */
  readonly asked: string;

  constructor({ actor, today, filters }: Asked) {
    this.reach = reachOf(actor);
    this.today = this.place(today, 'date');
    this.asker = this.place(actor.personId, 'uuid');
    const conditions = [...this.scope(actor), ...this.filtered(filters)];
    this.narrowed = conditions.length > 0 ? conditions.join(' AND ') : 'true';
    const { termCode } = filters;
    const code = termCode
      ? this.place(termCode, 'text')
      : `(SELECT code FROM term WHERE first_monday <= ${this.today} ORDER BY first_monday DESC, code LIMIT 1)`;
    this.asked = `asked AS MATERIALIZED (SELECT * FROM term_span WHERE code = ${code}), ${owedSince(this.today)}`;
    const underWay = isUnderWay(this.today);
    const ranThen = `((SELECT last_day FROM asked) < ${this.today} AND ${hasBegun})`;
    this.isCounted = termCode ? `(${underWay} OR ${ranThen})` : underWay;
    this.inView = termCode
      ? sharesBetween('(SELECT first_day FROM asked)', `(SELECT least(${this.today}, last_day) FROM asked)`)
      : sharesInView(this.today);
    this.isNarrow = Object.values(filters).some((value) => value !== undefined);
  }

  private readonly isNarrow: boolean;

  /** Puts a value into the statement and gives the place where it stands. */
  place(value: unknown, type: string): string {
    return `$${String(this.given.push(value))}::${type}`;
  }

  get values(): readonly unknown[] {
    return this.given;
  }

  /**
   * The statement, which answers NULL to whoever looks after no pairing. With filters it has no name: the best plan for
   * one school is not the one for all.
   */
  statement(name: string, text: string): Statement {
    const leads = `EXISTS (SELECT FROM studio WHERE lead_id = ${this.asker})`;
    // Every statement names the day and the asker, or Postgres would not know what these values are.
    const may = `${this.today} IS NOT NULL AND ${this.reach === 'led' ? leads : `${this.asker} IS NOT NULL`}`;
    const whole = `SELECT CASE WHEN ${may} THEN (${text}) END`;
    return this.isNarrow ? { name: '', text: whole } : statement(`tracking-${name}-${this.reach}`, whole);
  }

  private scope(actor: Actor): readonly string[] {
    if (this.reach === 'all') return [];
    const led = `p.studio_id IN (SELECT id FROM studio WHERE lead_id = ${this.asker})`;
    if (this.reach === 'led') return [led];
    return [`(${led} OR ${ofPeople(`organisation_id = ${this.place(actor.schoolId, 'uuid')}`)})`];
  }

  private filtered({ studioId, schoolId, cohort, termCode }: TrackingFilters): readonly string[] {
    return [
      ...(studioId ? [`p.studio_id = ${this.place(studioId, 'uuid')}`] : []),
      ...(schoolId ? [ofPeople(`organisation_id = ${this.place(schoolId, 'uuid')}`)] : []),
      ...(cohort ? [`p.mentor_id IN (SELECT id FROM person WHERE cohort = ${this.place(cohort, 'text')})`] : []),
      ...(termCode ? [isOfTerm] : []),
    ];
  }
}
