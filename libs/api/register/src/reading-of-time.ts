import { accept, parseWallTime, parseWeeks, refuse, type Result, Temporal, wallTime } from '@qinglan/domain';
import { type Cell, dayOfSerial, isDated, minuteOfSerial, plain } from './cell';
import type { CellFault } from './fault';
import { choice, fromText, type Reading } from './reading';

const pad = (part: string | number) => String(part).padStart(2, '0');

/** Serial days of Excel from 1954 to 2119: nothing else in the register is a number of that size. */
const isSerialDay = (value: number) => Number.isInteger(value) && value >= 20_000 && value <= 80_000;

function realDay(year: string, month: string, day: string): string | null {
  try {
    return Temporal.PlainDate.from(`${year}-${pad(month)}-${pad(day)}`).toString();
  } catch {
    return null; // 30 February and the like
  }
}

const dayShapes = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
  /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/,
  /^(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日$/,
  /^(\d{4})(\d{2})(\d{2})$/,
];
const midnight = / ?[T ]?0?0:00(?::00(?:\.0+)?)?Z?$/;

function dayOf(words: string): string | null {
  const bare = words.replace(midnight, '');
  for (const shape of dayShapes) {
    const [, year, month, day] = shape.exec(bare) ?? [];
    if (year && month && day) return realDay(year, month, day);
  }
  return /^\d{5}$/.test(bare) && isSerialDay(Number(bare)) ? dayOfSerial(Number(bare)) : null;
}

const orFault = <T>(
  value: T | null,
  kind: 'not-a-day' | 'not-a-month-day' | 'not-a-time' | 'not-a-year-month-or-day',
) => (value === null ? refuse({ kind } as CellFault) : accept(value));

/** A day; a date shown without its year is refused, because Excel put in the year of typing. */
export const day: Reading<string> = {
  hint: { zh: '日期，如 2026-09-01、2026/9/1、2026年9月1日', en: 'A day such as 2026-09-01' },
  choices: [],
  format: 'day',
  read(cell: Cell): Result<string, CellFault> {
    if (isDated(cell)) return orFault(cell.shows === 'day' ? dayOfSerial(cell.serial) : null, 'not-a-day');
    return fromText(plain, (words) => orFault(dayOf(words), 'not-a-day'))(cell);
  },
};

const monthDayShapes = [/^(\d{1,2})-(\d{1,2})$/, /^(\d{1,2})\/(\d{1,2})$/, /^(\d{1,2}) ?月 ?(\d{1,2}) ?日$/];

function monthDayOf(words: string): string | null {
  for (const shape of monthDayShapes) {
    const [, month, day] = shape.exec(words) ?? [];
    // A leap year, so that 29 February may begin or end a season.
    if (month && day) return realDay('2024', month, day)?.slice(5) ?? null;
  }
  return null;
}

/** A day of any year. Excel makes a date of 05-01; the year it adds is not read. */
export const monthDay: Reading<string> = {
  hint: { zh: '月-日，如 05-01', en: 'Month and day such as 05-01' },
  choices: [],
  format: 'text',
  read(cell: Cell): Result<string, CellFault> {
    if (!isDated(cell)) return fromText(plain, (words) => orFault(monthDayOf(words), 'not-a-month-day'))(cell);
    const isDay = cell.shows === 'day' || cell.shows === 'month-day';
    return orFault(isDay ? dayOfSerial(cell.serial).slice(5) : null, 'not-a-month-day');
  },
};

/** A fraction of a day, as Excel keeps times. */
function timeOfFraction(fraction: number): string | null {
  const minute = fraction >= 0 && fraction < 1 ? minuteOfSerial(fraction) : null;
  return minute === null ? null : wallTime(minute);
}

function timeOf(words: string): string | null {
  if (/^0?\.\d+$/.test(words)) return timeOfFraction(Number(words));
  const clock = words.replace(/^(\d{1,2})[点时](\d{1,2})分?$/, '$1:$2').replace(/^(\d{1,2}:\d{2}):00$/, '$1');
  const read = parseWallTime(clock);
  return read.ok && read.value < 1440 ? wallTime(read.value) : null;
}

/** A wall time of Beijing. */
export const bellTime: Reading<string> = {
  hint: { zh: '北京时间，如 09:50', en: 'Beijing time such as 09:50' },
  choices: [],
  format: 'time',
  read(cell: Cell): Result<string, CellFault> {
    if (isDated(cell)) return orFault(cell.shows === 'time' ? timeOfFraction(cell.serial % 1) : null, 'not-a-time');
    return fromText(plain, (words) => orFault(timeOf(words), 'not-a-time'))(cell);
  },
};

function vagueDayOf(words: string): string | null {
  if (/^(?:19|20)\d{2}年?$/.test(words)) return words.slice(0, 4);
  const [, year, month] = /^(\d{4})(?:[-/.]| ?年 ?)(\d{1,2})(?: ?月)?$/.exec(words) ?? [];
  if (year && month) return realDay(year, month, '1')?.slice(0, 7) ?? null;
  return dayOf(words);
}

/** A day, a month or a year: as far as it is known. */
export const vagueDay: Reading<string> = {
  hint: { zh: '知道多少写多少：2015、2015-11 或 2015-11-03', en: 'As far as known: 2015, 2015-11 or 2015-11-03' },
  choices: [],
  format: 'text',
  read(cell: Cell): Result<string, CellFault> {
    if (!isDated(cell)) return fromText(plain, (words) => orFault(vagueDayOf(words), 'not-a-year-month-or-day'))(cell);
    const known = { day: 10, month: 7, 'month-day': 0, time: 0 }[cell.shows];
    return orFault(known ? dayOfSerial(cell.serial).slice(0, known) : null, 'not-a-year-month-or-day');
  },
};

/** Teaching weeks, kept as they are written. */
export const weeks: Reading<string> = {
  hint: {
    zh: '教学周，如 3-18、3-18单、4-16双、5,9,13',
    en: 'Teaching weeks such as 3-18, 3-18单 (odd), 4-16双 (even), 5,9,13',
  },
  choices: [],
  format: 'text',
  read: fromText(plain, (words) => {
    const read = parseWeeks(words);
    return read.ok ? accept(words) : refuse({ kind: 'weeks', fault: read.refusal.kind });
  }),
};

const days = '一二三四五六日';
const named = (prefix: string) => Object.fromEntries([...days].map((sign, at) => [`${prefix}${sign}`, at + 1]));

/** Monday is 1. */
export const weekday: Reading<number> = choice(named('周'), {
  ...named('星期'),
  ...named('礼拜'),
  周天: 7,
  星期天: 7,
  ...Object.fromEntries([...days].map((_, at) => [String(at + 1), at + 1])),
});
