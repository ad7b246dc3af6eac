import { accept, refuse, type Result } from '../kernel';

/** The last teaching week anybody may write. */
export const lastWeek = 53;

/** What cannot be read in a text of teaching weeks, and where; positions count from 0. */
export interface WeeksFault {
  readonly kind: 'empty' | 'unexpected' | 'week-out-of-range' | 'range-backwards' | 'no-such-week';
  readonly position: number;
}

type Mark = '-' | ',' | '单' | '双';

type Token =
  | { readonly kind: 'number'; readonly value: number; readonly position: number }
  | { readonly kind: Mark | 'other'; readonly position: number };

const marks: ReadonlyMap<string, Mark> = new Map([
  ...[...'-－~～—–‐‑−至到'].map((sign) => [sign, '-'] as const),
  ...[...',，、;；'].map((sign) => [sign, ','] as const),
  ['单', '单'],
  ['双', '双'],
]);

const isIgnored = (sign: string): boolean => /[\s第周()（）]/u.test(sign);

const digitOf = (sign: string): number => {
  const code = sign.charCodeAt(0);
  const digit = code >= 0xff10 ? code - 0xff10 : code - 48;
  return digit >= 0 && digit <= 9 ? digit : Number.NaN;
};

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let isNumberOpen = false;
  [...text].forEach((sign, position) => {
    const digit = digitOf(sign);
    const last = tokens.at(-1);
    const mark = marks.get(sign);
    if (!Number.isNaN(digit)) {
      if (isNumberOpen && last?.kind === 'number')
        tokens[tokens.length - 1] = { ...last, value: last.value * 10 + digit };
      else tokens.push({ kind: 'number', value: digit, position });
    } else if (mark) {
      // A Chinese dash is typed as two signs.
      if (mark !== '-' || last?.kind !== '-') tokens.push({ kind: mark, position });
    } else if (!isIgnored(sign)) tokens.push({ kind: 'other', position });
    isNumberOpen = !Number.isNaN(digit);
  });
  return tokens;
}

/** One entry between commas, such as 3-18单. */
interface Entry {
  readonly from: number;
  readonly to: number;
  readonly parity: 'all' | '单' | '双';
  readonly position: number;
}

const shape: readonly (readonly Token['kind'][])[] = [['number'], ['-'], ['number'], ['单', '双']];

function shapeOf(tokens: readonly Token[], end: number): Result<Entry, WeeksFault> {
  const stranger = tokens.find((token, at) => !shape[at]?.includes(token.kind));
  if (stranger) return refuse({ kind: 'unexpected', position: stranger.position });
  const [first, last] = tokens.filter((token) => token.kind === 'number');
  const isCut = tokens.length === 2;
  if (!first || isCut) return refuse({ kind: 'unexpected', position: end });
  const parity = tokens[3]?.kind === '单' || tokens[3]?.kind === '双' ? tokens[3].kind : 'all';
  return accept({ from: first.value, to: (last ?? first).value, parity, position: first.position });
}

const matches = (week: number, parity: Entry['parity']): boolean =>
  parity === 'all' || (week % 2 === 1) === (parity === '单');

function weeksOf({ from, to, parity, position }: Entry): Result<readonly number[], WeeksFault> {
  if (from > to) return refuse({ kind: 'range-backwards', position });
  if (from < 1 || to > lastWeek) return refuse({ kind: 'week-out-of-range', position });
  const weeks = Array.from({ length: to - from + 1 }, (_, at) => from + at).filter((week) => matches(week, parity));
  return weeks.length > 0 ? accept(weeks) : refuse({ kind: 'no-such-week', position });
}

function entriesOf(tokens: readonly Token[]): readonly { readonly tokens: readonly Token[]; readonly end: number }[] {
  const commas = tokens.flatMap((token, at) => (token.kind === ',' ? [at] : []));
  const starts = [0, ...commas.map((at) => at + 1)];
  return starts.map((start, at) => {
    const stop = commas[at] ?? tokens.length;
    const end = tokens[stop]?.position ?? (tokens.at(-1)?.position ?? 0) + 1;
    return { tokens: tokens.slice(start, stop), end };
  });
}

/** Teaching weeks as offices write them: 3-18, 3-18单, 4-16双, 5,9,13 and mixtures; sorted, each once. */
export function parseWeeks(text: string): Result<readonly number[], WeeksFault> {
  const tokens = tokensOf(text);
  if (tokens.length === 0) return refuse({ kind: 'empty', position: 0 });
  const found = new Set<number>();
  for (const entry of entriesOf(tokens)) {
    const read = shapeOf(entry.tokens, entry.end);
    if (!read.ok) return read;
    const weeks = weeksOf(read.value);
    if (!weeks.ok) return weeks;
    weeks.value.forEach((week) => found.add(week));
  }
  return accept([...found].sort((a, b) => a - b));
}
