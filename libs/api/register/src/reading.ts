import { accept, refuse, type Result } from '@qinglan/domain';
import { type Cell, cellText, isBroken, isDated, plain, tidy } from './cell';
import type { CellFault } from './fault';
import type { Words } from './words';

/** How the cells of a column are read, and what the template tells of it. */
export interface Reading<T> {
  readonly hint: Words;
  /** What may be chosen, as it is written in the sheet. */
  readonly choices: readonly string[];
  /** The number format of the template's cells. Text keeps Excel from making dates of 2015-1 and 3-18. */
  readonly format: 'text' | 'number' | 'day' | 'time';
  /** The sheet whose codes stand in this column. */
  readonly refersTo?: string;
  /** The regions are no words of ours: their names are choices here, for a scope beside the whole nation. */
  readonly choosesFrom?: 'regions' | 'scopes';
  read(cell: Cell): Result<T, CellFault>;
}

type Read<T> = (text: string, cell: Cell) => Result<T, CellFault>;

const fault = (kind: 'became-a-date' | 'not-a-code') => refuse<CellFault>({ kind });

/** What no reading can make sense of, whatever the column. */
export function brokenFault(cell: Cell): CellFault | null {
  if (!isBroken(cell)) return null;
  return { kind: cell.broken === '' ? 'formula-without-value' : 'error-value' };
}

/** Reads words; a date here is always Excel's doing, and what was typed is lost. */
export const fromText =
  <T>(normalise: (text: string) => string, read: Read<T>) =>
  (cell: Cell): Result<T, CellFault> =>
    isDated(cell) ? fault('became-a-date') : read(normalise(cellText(cell)), cell);

/** Free text of at most so many characters. */
export const text = (longest: number, hint: Words): Reading<string> => ({
  hint,
  choices: [],
  format: 'text',
  read: fromText(tidy, (words) => (words.length > longest ? refuse({ kind: 'too-long', longest }) : accept(words))),
});

const codeShape = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/;

/** A code of the register. */
export const code = (hint: Words): Reading<string> => ({
  hint,
  choices: [],
  format: 'text',
  read: fromText(plain, (words) => (codeShape.test(words) ? accept(words) : fault('not-a-code'))),
});

/** A code that stands in another sheet or in the register already. */
export const reference = (sheet: string): Reading<string> => ({
  ...code({ zh: `“${sheet}”表里的代码`, en: `A code of the sheet ${sheet}` }),
  refersTo: sheet,
});

/** Some codes that stand in another sheet or in the register already, in the order in which they are written. */
export const references = (sheet: string): Reading<readonly string[]> => ({
  hint: { zh: `“${sheet}”表里的代码，可以写几个，用顿号分开`, en: `Codes of the sheet ${sheet}, with 、 between` },
  choices: [],
  format: 'text',
  refersTo: sheet,
  read: fromText(plain, (words) => {
    const given = words.split(/[、,;\s]+/).filter(Boolean);
    return given.every((one) => codeShape.test(one)) ? accept([...new Set(given)]) : fault('not-a-code');
  }),
});

/** The name of a region. */
export const region: Reading<string> = {
  ...text(30, { zh: '地区的名称，如 杭州、阿克苏', en: 'The name of a region such as 杭州' }),
  choosesFrom: 'regions',
};

/** For whom a day of the calendar holds: the nation, a region, or an organisation by its code. */
export const scope: Reading<string> = {
  hint: { zh: '国家、地区的名称，或单位代码', en: '国家 (the nation), the name of a region, or a code of 单位' },
  choices: [],
  format: 'text',
  choosesFrom: 'scopes',
  read: fromText(plain, (words) => (words.length > 40 ? refuse({ kind: 'too-long', longest: 40 }) : accept(words))),
};

/** One of a few words; `also` are other ways to write them. */
export function choice<const T>(of: Readonly<Record<string, T>>, also: Readonly<Record<string, T>> = {}): Reading<T> {
  const choices = Object.keys(of);
  const known = new Map(Object.entries({ ...also, ...of }));
  return {
    hint: { zh: `从中选一个：${choices.join('、')}`, en: `One of ${choices.join(', ')}` },
    choices,
    format: 'text',
    read: fromText(plain, (words) => {
      const found = known.get(words);
      return found === undefined ? refuse({ kind: 'not-a-choice', choices }) : accept(found);
    }),
  };
}

/** Some of a few words, in the order in which the words are listed here. */
export function several<const T>(of: Readonly<Record<string, T>>): Reading<readonly T[]> {
  const choices = Object.keys(of);
  return {
    hint: {
      zh: `可以写几个，用顿号分开：${choices.join('、')}`,
      en: `One or several of ${choices.join(', ')}, with 、 between`,
    },
    // No drop-down: it would refuse two words in one cell.
    choices: [],
    format: 'text',
    read: fromText(plain, (words) => {
      const given = words.split(/[、,;/\s]+/).filter(Boolean);
      if (given.some((word) => !choices.includes(word))) return refuse({ kind: 'not-a-choice', choices });
      return accept(Object.entries(of).flatMap(([word, value]) => (given.includes(word) ? [value] : [])));
    }),
  };
}

/** A whole number; an ordinal may be written 第3节 or 第3期. */
export const whole = (least: number, most: number): Reading<number> => ({
  hint: { zh: `${least} 到 ${most} 的整数`, en: `A whole number from ${least} to ${most}` },
  choices: [],
  format: 'number',
  read: fromText(plain, (words) => {
    const digits = /^第?(\d{1,9})(?:[节周期批]|批次)?$/.exec(words);
    const value = digits ? Number(digits[1]) : Number.NaN;
    return value >= least && value <= most ? accept(value) : refuse({ kind: 'not-whole', least, most });
  }),
});

/** Yes or no; an empty cell is unknown, never no. */
export const yesOrNo: Reading<boolean> = choice({ 是: true, 否: false }, { '√': true, '✓': true, '×': false });
