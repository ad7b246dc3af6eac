import { obligationKinds, type Debtor, type ObligationKind } from '@qinglan/domain';
import type { Terms } from './obligation-words';

/** Who can owe each kind, the usual one first: who hears is the one who owes. */
const debtors: Readonly<Record<ObligationKind, readonly Debtor[]>> = {
  'mentor-hears': ['mentor'],
  'mentee-hears': ['mentee'],
  'open-lesson': ['mentee', 'mentor'],
  'lesson-plan': ['mentee', 'mentor'],
  discussion: ['mentor', 'mentee'],
  paper: ['mentee', 'mentor'],
};

const usual: Readonly<Record<ObligationKind, Pick<Terms, 'number' | 'per'>>> = {
  'mentor-hears': { number: 7, per: 'term' },
  'mentee-hears': { number: 7, per: 'term' },
  'open-lesson': { number: 1, per: 'year' },
  'lesson-plan': { number: 3, per: 'term' },
  discussion: { number: 2, per: 'month' },
  paper: { number: 1, per: 'year' },
};

/** Can this one of the two owe that kind? */
export const mayOwe = (kind: ObligationKind, debtor: Debtor): boolean => debtors[kind].includes(debtor);

/** A kind as it is usually agreed on. */
const termsOf = (kind: ObligationKind): Terms => ({ kind, owedBy: debtors[kind][0] ?? 'mentee', ...usual[kind] });

/** Kinds that no row names yet. */
export const freeKinds = (rows: readonly Terms[]): readonly ObligationKind[] =>
  obligationKinds.filter((kind) => !rows.some((row) => row.kind === kind));

/** The row that is added next; null when all kinds are there. */
export function nextTerms(rows: readonly Terms[]): Terms | null {
  const [kind] = freeKinds(rows);
  return kind ? termsOf(kind) : null;
}

/** A row with something changed; another kind is owed by whoever can owe it. */
export function changed(row: Terms, change: Partial<Terms>): Terms {
  const next = { ...row, ...change };
  return mayOwe(next.kind, next.owedBy) ? next : { ...next, owedBy: termsOf(next.kind).owedBy };
}

/** Is a number one that can be owed? */
export const isNumber = (number: unknown): number is number =>
  typeof number === 'number' && Number.isInteger(number) && number >= 1 && number <= 99;
