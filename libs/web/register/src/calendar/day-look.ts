import type { IconName, Tone } from '@qinglan/web-ui';
import type { DayCell } from './month';

/** How a day is drawn: tone and sign always come with words. */
export interface DayLook {
  readonly tone: Tone | null;
  readonly icon: IconName | null;
  /** A message key; null says nothing. */
  readonly says: string | null;
}

const looks: Readonly<Record<DayCell['state'], DayLook>> = {
  'day-off': { tone: 'good', icon: 'sun', says: 'words.calendarKind.day-off' },
  exam: { tone: 'warn', icon: 'edit', says: 'words.calendarKind.exam' },
  closed: { tone: 'bad', icon: 'none', says: 'words.calendarKind.closed' },
  'make-up-unassigned': { tone: 'accent', icon: 'move', says: 'register.calendar.cell.make-up-none' },
  teaching: { tone: null, icon: null, says: null },
  plain: { tone: null, icon: null, says: null },
  weekend: { tone: 'neutral', icon: null, says: null },
  'outside-term': { tone: 'neutral', icon: null, says: null },
};

const makeUp: DayLook = { tone: 'accent', icon: 'move', says: 'register.calendar.cell.make-up' };

/** A make-up day that teaches stands out from an ordinary day. */
export const lookOf = (cell: Pick<DayCell, 'state' | 'exception'>): DayLook =>
  cell.exception?.kind === 'make-up' && cell.state !== 'make-up-unassigned' ? makeUp : looks[cell.state];

/** What the colours mean, in the order of a legend. */
export const legend: readonly DayLook[] = [
  looks['day-off'],
  makeUp,
  looks['make-up-unassigned'],
  looks.exam,
  looks.closed,
];
