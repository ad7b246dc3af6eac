import { type Trilingual, trilingual } from '../words';
import type { YearlyContent, YearlyFigure, YearlySection } from './content';
import { yearlyWordsOf } from './words-of';
import type { YearlyWordsThen } from './words-then';

/** What can be different in a later issue. */
export const yearlyChangeKinds = [
  ...(['figure-changed', 'figure-added', 'figure-gone', 'rows-changed', 'definition-changed'] as const),
  ...(['section-changed', 'section-added', 'section-gone', 'order-changed'] as const),
] as const;

/** What is different in a later issue. */
export type YearlyChangeKind = (typeof yearlyChangeKinds)[number];

/** One difference between two issues; `by` is how much a number moved, where both are known. */
export interface YearlyChange {
  readonly kind: YearlyChangeKind;
  /** The key of the figure, or the code of the section; empty for the order. */
  readonly subject: string;
  readonly name: Trilingual;
  readonly before: string | null;
  readonly after: string | null;
  readonly by: number | null;
}

/** A content with a print of the rows behind each numeral, so that a row that was exchanged shows even at the same number. */
export interface YearlyComparable {
  readonly content: YearlyContent;
  readonly rows: ReadonlyMap<string, string>;
}

/** The later of two contents, which knows what it would say of other numerals. */
export interface YearlyDrafted extends YearlyComparable {
  readonly wordsThen: YearlyWordsThen;
}

const nobody = trilingual('', '');

const plainOf = (section: YearlySection): string => section.text.zh.map(({ text }) => text).join('');

const numberOf = (figure: YearlyFigure): string => figure.printed.zh;

const steps = (before: number | null, after: number | null): number | null =>
  before === null || after === null ? null : Number((after - before).toPrecision(12));

type Told = Pick<YearlyChange, 'kind' | 'before' | 'after' | 'by'>;

/** Another version of the definition, or another way of counting beneath the same words. */
const isCountedOtherwise = (before: YearlyFigure, after: YearlyFigure): boolean =>
  before.version !== after.version || (before.revised ?? 0) !== (after.revised ?? 0);

/** A number that moved under another definition is told twice: by how much, and that it is counted otherwise. */
function figureChange(before: YearlyFigure, after: YearlyFigure, rowsDiffer: boolean): readonly Told[] {
  const told = { before: numberOf(before), after: numberOf(after), by: steps(before.value, after.value) };
  const isMoved = told.before !== told.after || before.value !== after.value;
  const isOther = isCountedOtherwise(before, after);
  if (!isMoved && !isOther && rowsDiffer) return [{ kind: 'rows-changed', ...told, by: null }];
  return [
    ...(isMoved ? [{ kind: 'figure-changed' as const, ...told }] : []),
    ...(isOther ? [{ kind: 'definition-changed' as const, ...told, by: null }] : []),
  ];
}

function figureChanges(old: YearlyComparable, now: YearlyComparable): YearlyChange[] {
  const before = new Map(old.content.figures.map((figure) => [figure.key, figure]));
  const after = new Map(now.content.figures.map((figure) => [figure.key, figure]));
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)];
    const named = { subject: key, name: is?.name ?? was?.name ?? nobody };
    if (was && is) {
      const told = figureChange(was, is, old.rows.get(key) !== now.rows.get(key));
      return told.map((one) => ({ ...named, ...one }));
    }
    if (is) return [{ ...named, kind: 'figure-added' as const, before: null, after: numberOf(is), by: null }];
    return [{ ...named, kind: 'figure-gone' as const, before: was ? numberOf(was) : null, after: null, by: null }];
  });
}

const sectionsOf = (content: YearlyContent) => new Map(content.sections.map((section) => [section.code, section]));

const isSaidOf = (was: YearlySection, is: YearlySection, saidThen: readonly string[]): boolean =>
  [yearlyWordsOf(is), ...saidThen].includes(yearlyWordsOf(was));

function sectionChange(
  was: YearlySection | undefined,
  is: YearlySection | undefined,
  saidThen: readonly string[],
): Told | null {
  if (was && is) {
    return isSaidOf(was, is, saidThen)
      ? null
      : { kind: 'section-changed', before: plainOf(was), after: plainOf(is), by: null };
  }
  if (is) return { kind: 'section-added', before: null, after: plainOf(is), by: null };
  return { kind: 'section-gone', before: was ? plainOf(was) : null, after: null, by: null };
}

function sectionChanges(
  { content: old }: YearlyComparable,
  { content: now, wordsThen }: YearlyDrafted,
): YearlyChange[] {
  const [before, after] = [sectionsOf(old), sectionsOf(now)];
  const saidThen = wordsThen(new Map(old.figures.map((figure) => [figure.key, figure])));
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((code) => {
    const [was, is] = [before.get(code), after.get(code)];
    const told = sectionChange(was, is, saidThen.get(code) ?? []);
    return told ? [{ subject: code, name: is?.title ?? was?.title ?? nobody, ...told }] : [];
  });
}

function orderChange(old: YearlyContent, now: YearlyContent): YearlyChange[] {
  const [before, after] = [sectionsOf(old), sectionsOf(now)];
  const was = old.sections.map(({ code }) => code).filter((code) => after.has(code));
  const is = now.sections.map(({ code }) => code).filter((code) => before.has(code));
  if (was.join('\n') === is.join('\n')) return [];
  return [{ kind: 'order-changed', subject: '', name: nobody, before: was.join('、'), after: is.join('、'), by: null }];
}

/** Everything that a later content says otherwise: numbers with how much they moved, words, rows and the order. */
export const yearlyChanges = (old: YearlyComparable, now: YearlyDrafted): readonly YearlyChange[] => [
  ...figureChanges(old, now),
  ...sectionChanges(old, now),
  ...orderChange(old.content, now.content),
];
