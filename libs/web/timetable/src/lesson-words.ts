import { inject, Injectable } from '@angular/core';
import type { LessonCard } from '@qinglan/contracts';
import { Languages, SessionStore } from '@qinglan/web-platform';
import { bellsOf, type LessonEnd } from './lesson-ends';
import type { SchoolDay } from './week-layout';

/** A name that keeps its own direction within a sentence of the other. */
const isolated = (name: string): string => `\u2068${name}\u2069`;

/** Says in words what a lesson asks of each school. */
@Injectable({ providedIn: 'root' })
export class LessonWords {
  private readonly languages = inject(Languages);
  private readonly session = inject(SessionStore);

  /** "我方提前10分": who shifts by how many minutes; nothing for a lesson outside the bells. */
  shifts(lesson: LessonCard): string {
    const { kind, ends } = bellsOf(lesson);
    const [only] = ends;
    if (kind === 'oneAsRung' && only) return this.languages.say('timetable.shift.oneAsRung', { who: this.who(only) });
    if (kind !== 'moved') return this.languages.say(`timetable.shift.${kind}`);
    const moved = ends.filter((end) => end.shift !== 0).sort((a, b) => this.rank(a) - this.rank(b));
    return moved.map((end) => this.shift(end)).join(this.languages.say('timetable.separator'));
  }

  /** "我方提前10分" of one end. */
  shift(end: LessonEnd): string {
    if (end.shift === 0) return this.languages.say('timetable.shift.asRung');
    const key = end.shift < 0 ? 'timetable.shift.earlier' : 'timetable.shift.later';
    return this.languages.say(key, { who: this.who(end), n: Math.abs(end.shift) });
  }

  /** "阿高当天停课": the schools that do not teach any more on the day of a lesson that stands. */
  away(schools: readonly LessonEnd['school'][]): string {
    const said = schools.map(({ shortName }) =>
      this.languages.say('timetable.away.school', { who: isolated(shortName) }),
    );
    return said.join(this.languages.say('timetable.separator'));
  }

  /** "高一(1)班 → 高一(3)班", or the two teachers where no class takes part. */
  who2who(lesson: LessonCard): string {
    const from = lesson.presentingClass?.name ?? lesson.presenter.name;
    const to = lesson.receivingClass?.name ?? lesson.localTeacher.name;
    return `${from} ↔ ${to}`;
  }

  /** Why a school does not teach: "国庆节（暂定）". */
  why(day: SchoolDay): string {
    if (!day.why) return '';
    const kind = this.languages.say(`words.calendarKind.${day.why.kind}`);
    const said = day.why.note && day.why.note !== kind ? `${isolated(day.why.note)} · ${kind}` : kind;
    return day.why.provisional ? this.languages.say('timetable.provisional', { what: said }) : said;
  }

  private who(end: LessonEnd): string {
    const own = this.session.school()?.id;
    // Who sees every school also sees lessons in which the own school has no part.
    if (!own || this.session.hasRole('administrator', 'viewer')) return isolated(end.school.shortName);
    return this.languages.say(end.school.id === own ? 'timetable.we' : 'timetable.they');
  }

  private rank(end: LessonEnd): number {
    return end.school.id === this.session.school()?.id ? 0 : 1;
  }
}
