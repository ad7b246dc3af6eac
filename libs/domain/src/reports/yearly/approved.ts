import type { Trilingual } from '../words';
import type { YearlyContent } from './content';
import { yearlyWordsOf } from './words-of';
import type { YearlyStood, YearlyWordsThen } from './words-then';

/** What a side approved of: what each numeral printed, how it was defined, which rows lay behind it, and what each section said. */
export type YearlyApproved = Readonly<Record<string, string>>;

/** Something that is no longer what was approved; the key is that of a numeral, or `section:` and a code. */
export interface YearlyMoved {
  readonly key: string;
  readonly name: Trilingual;
  readonly before: string;
  readonly after: string;
}

const definition = (key: string) => `definition:${key}`;
const section = (code: string) => `section:${code}`;
const rowsBehind = 'rows:';
const stood = (key: string) => `stood:${key}`;

/** Prints of the rows behind numerals, by key: two are the same where the rows say the same. */
export type YearlyPrints = ReadonlyMap<string, string>;

/**
 * What is approved when a side approves of a content: numerals, their definitions, the rows behind them, and words with the
 * facts that they quote. Who approves answers for what opens behind a number as well.
 */
export const approvedOf = ({ figures, sections }: YearlyContent, prints: YearlyPrints): YearlyApproved =>
  Object.fromEntries([
    ...figures.map(({ key, printed }) => [key, printed.zh] as const),
    ...figures.map(({ key, version }) => [definition(key), `v${String(version)}`] as const),
    ...figures.map(
      ({ key, value, rows, unknownRows }) => [stood(key), [value ?? '', rows, unknownRows].join('/')] as const,
    ),
    ...[...prints].map(([key, print]) => [`${rowsBehind}${key}`, print] as const),
    ...sections.map((one) => [section(one.code), yearlyWordsOf(one)] as const),
  ]);

/** Whether an approval says which rows were approved; those of before rows were compared do not. */
const knowsRows = (approved: YearlyApproved): boolean =>
  Object.keys(approved).some((key) => key.startsWith(rowsBehind));

/** What a content is now, and what it would say of other numerals; rows are looked at where their prints are given. */
export interface YearlyNow {
  readonly content: YearlyContent;
  readonly prints: YearlyPrints | null;
  readonly wordsThen: YearlyWordsThen;
}

/** What a numeral came to, of approvals that keep only what it printed: as like it as can be. */
function stoodAsPrinted(printed: string, hadRows: boolean): YearlyStood {
  const isNumber = /\d/.test(printed);
  return { value: isNumber ? 1 : null, rows: hadRows || (isNumber && printed !== '0') ? 1 : 0, unknownRows: 0 };
}

function stoodThen(approved: YearlyApproved, key: string, hadRows: boolean): YearlyStood {
  const kept = approved[stood(key)];
  if (kept === undefined) return stoodAsPrinted(approved[key] ?? '', hadRows);
  const [value = '', rows, unknownRows] = kept.split('/');
  return { value: value === '' ? null : Number(value), rows: Number(rows), unknownRows: Number(unknownRows) };
}

/** What the sections would say of the numerals that were approved. */
function saidOfApproved(
  approved: YearlyApproved,
  { content, wordsThen }: YearlyNow,
): ReadonlyMap<string, readonly string[]> {
  const defined = Object.keys(approved).filter((key) => key.startsWith(definition('')));
  const keys = defined.map((key) => key.slice(definition('').length));
  const said = [true, false].map((hadRows) =>
    wordsThen(new Map(keys.map((key) => [key, stoodThen(approved, key, hadRows)]))),
  );
  return new Map(content.sections.map(({ code }) => [code, said.flatMap((words) => words.get(code) ?? [])]));
}

/**
 * What moved since it was approved; a numeral that moved is told by its number, else by its definition, else by its rows.
 * Words moved where they are others than these sections would say of the numerals that were approved.
 */
export function movedSince(approved: YearlyApproved, given: YearlyNow): readonly YearlyMoved[] {
  const { content, prints } = given;
  const now = approvedOf(content, prints ?? new Map());
  const isMoved = (key: string) => approved[key] !== now[key];
  const haveRowsMoved = (key: string) => prints !== null && knowsRows(approved) && isMoved(`${rowsBehind}${key}`);
  const told = (key: string, name: Trilingual, what = key): YearlyMoved => ({
    ...{ key, name },
    ...{ before: approved[what] ?? '—', after: now[what] ?? '—' },
  });
  const figures = content.figures.flatMap(({ key, name }) => {
    if (isMoved(key)) return [told(key, name)];
    if (isMoved(definition(key))) return [told(key, name, definition(key))];
    return haveRowsMoved(key) ? [{ key, name, before: '已核准的依据', after: '依据有变，数没有变' }] : [];
  });
  const other = content.sections.filter(({ code }) => isMoved(section(code)));
  const said = other.length > 0 ? saidOfApproved(approved, given) : null;
  const words = other
    .filter(({ code }) => !said?.get(code)?.includes(approved[section(code)] ?? ''))
    .map(({ code, title }) => ({ key: section(code), name: title, before: '已核准的文字', after: '改动过的文字' }));
  return [...figures, ...words];
}
