import { inject, Injectable } from '@angular/core';
import type { readLessonHistory, ReplyOf } from '@qinglan/contracts';
import { BeijingWords, Languages } from '@qinglan/web-platform';

type Entry = ReplyOf<typeof readLessonHistory>['items'][number];
type Detail = Entry['detail'];

const told = new Set([
  'proposed',
  'confirmed',
  'declined',
  'expired',
  'withdrawn',
  'cancelled',
  'moved',
  'make-up-proposed',
  'live',
  'ended',
  'interrupted',
  'missed',
  'verified',
  'counted',
  'signed',
  'diagnosis-attached',
  'diagnosis-changed',
]);

const textIn = (detail: unknown, name: string): string | null => {
  const value: unknown = typeof detail === 'object' && detail !== null ? Reflect.get(detail, name) : null;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
};

/** Says each act of a lesson's history in words. */
@Injectable({ providedIn: 'root' })
export class HistoryWords {
  private readonly languages = inject(Languages);
  private readonly beijing = inject(BeijingWords);

  of({ act, detail }: Entry): { readonly what: string; readonly more: string } {
    const name = act.replace(/^lesson\./, '').replace('.', '-');
    const what = told.has(name) ? this.languages.say(`timetable.history.${name}`) : act;
    const parts = [this.from(detail), this.figure(detail, 'headCount'), this.figure(detail, 'effectiveMinutes')];
    const more = [...parts, this.reason(detail)].filter((line) => line !== null);
    return { what, more: more.join(this.languages.say('timetable.separator')) };
  }

  private figure(detail: Detail, name: 'headCount' | 'effectiveMinutes'): string | null {
    const n = textIn(detail, name);
    return n === null ? null : this.languages.say(`timetable.history.${name}`, { n });
  }

  private reason(detail: Detail): string | null {
    const reason = textIn(detail, 'reason');
    return reason ? `${this.languages.say('ui.reason')}${this.languages.say('timetable.colon')}${reason}` : null;
  }

  /** "9月16日 周三 09:50 → 9月17日 周四 10:40" of a move. */
  private from(detail: Detail): string | null {
    const [before, after] = [textIn(detail['before'], 'startsAt'), textIn(detail['after'], 'startsAt')];
    if (!before || !after) return null;
    const values = { from: this.beijing.dateTime(before), to: this.beijing.dateTime(after) };
    return this.languages.say('timetable.history.fromTo', values);
  }
}
