import { inject, Injectable } from '@angular/core';
import { Languages, SessionStore } from '@qinglan/web-platform';
import type { Clash, SchoolLabel, SkipReason } from './shapes';

/** How the two ends are called: the reader's own school is "we". */
export interface Ends {
  readonly presenting: string;
  readonly receiving: string;
}

interface Shifted {
  readonly presentingShift: number;
  readonly receivingShift: number;
}
interface Placed {
  readonly presentingPeriod: number | null;
  readonly receivingPeriod: number | null;
}
interface Pair {
  readonly presentingSchool: Pick<SchoolLabel, 'id' | 'shortName'>;
  readonly receivingSchool: Pick<SchoolLabel, 'id' | 'shortName'>;
}

/** Says in words what the rules answer in figures. */
@Injectable({ providedIn: 'root' })
export class LessonWords {
  private readonly languages = inject(Languages);
  private readonly sessions = inject(SessionStore);

  /** We and they, or the schools' names for a reader who belongs to neither. */
  ends({ presentingSchool, receivingSchool }: Pair): Ends {
    const own = this.sessions.school()?.id;
    if (own === presentingSchool.id) return this.endsOf(true);
    if (own === receivingSchool.id) return this.endsOf(false);
    return { presenting: presentingSchool.shortName, receiving: receivingSchool.shortName };
  }

  endsOf(ownPresents: boolean): Ends {
    const [we, they] = [this.say('ends.we'), this.say('ends.they')];
    return ownPresents ? { presenting: we, receiving: they } : { presenting: they, receiving: we };
  }

  /** "我方提前 10 分，对方推后 10 分". */
  shifts({ presentingShift, receivingShift }: Shifted, ends: Ends): string {
    if (presentingShift === 0 && receivingShift === 0) return this.say('shift.none');
    const said = [this.shift(ends.presenting, presentingShift), this.shift(ends.receiving, receivingShift)];
    return said.join(this.say('comma'));
  }

  /** "我方第3节，对方第1节"; empty for a meeting outside the bells. */
  periods({ presentingPeriod, receivingPeriod }: Placed, ends: Ends): string {
    const said = [
      ...(presentingPeriod === null ? [] : [this.say('period.of', { who: ends.presenting, n: presentingPeriod })]),
      ...(receivingPeriod === null ? [] : [this.say('period.of', { who: ends.receiving, n: receivingPeriod })]),
    ];
    return said.join(this.say('comma'));
  }

  /** Why a week has no lesson; what holds for both ends is said once. */
  reasons(reasons: readonly SkipReason[], ends: Ends): string {
    const byWhat = Map.groupBy(reasons, ({ scope, kind, note }) => `${scope} ${kind} ${note}`);
    const said = [...byWhat.values()].map((same) => this.reason(same, ends));
    return said.join(this.say('semicolon'));
  }

  /** "主讲教师 王老师 已有课：数学（源清中学 – 阿克苏高级中学）9月15日 09:50". */
  clash(clash: Clash): string {
    const { rule, role, party, inTheWay } = clash;
    const way = this.wayOf(inTheWay);
    const values = { role: this.languages.say(`words.partyRole.${role}`), party: party.name, way };
    return this.say(`clash.${rule}`, values);
  }

  state(state: string): string {
    return this.languages.say(`words.lessonState.${state}`);
  }

  say(key: string, values: Readonly<Record<string, string | number>> = {}): string {
    return this.languages.say(`proposals.${key}`, values);
  }

  private wayOf(way: Clash['inTheWay']): string {
    if (way.week !== null) return this.say('clash.sameSeries', { n: way.week });
    if (way.activityId !== null) return this.say('clash.activity', { subject: way.subject, schools: way.schools });
    if (way.itemId !== null) return this.say('clash.item', { subject: way.subject });
    if (way.subject === '') return this.say('clash.unseen');
    return this.say('clash.lesson', { subject: way.subject, schools: way.schools, state: this.state(way.state) });
  }

  private shift(who: string, minutes: number): string {
    if (minutes === 0) return this.say('shift.onTime', { who });
    return this.say(minutes < 0 ? 'shift.earlier' : 'shift.later', { who, n: Math.abs(minutes) });
  }

  private reason(same: readonly SkipReason[], ends: Ends): string {
    const [first] = same;
    if (!first) return '';
    const who = same.length > 1 ? this.say('ends.both') : ends[first.who];
    const kind = this.languages.say(`words.calendarKind.${first.kind}`);
    const note = first.note ? this.say('reason.note', { note: first.note }) : '';
    return this.say('reason.line', { who, kind }) + note + (first.provisional ? this.say('reason.provisional') : '');
  }
}
