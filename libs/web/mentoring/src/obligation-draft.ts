import { debtorsOf, mayOwe, obligationKinds, type ObligationKind } from '@qinglan/domain';
import type { Terms } from './obligation-words';

const usual: Readonly<Record<ObligationKind, Pick<Terms, 'number' | 'per'>>> = {
  'mentor-hears': { number: 7, per: 'term' },
  'mentee-hears': { number: 7, per: 'term' },
  'open-lesson': { number: 1, per: 'year' },
  'lesson-plan': { number: 3, per: 'term' },
  discussion: { number: 2, per: 'month' },
  paper: { number: 1, per: 'year' },
};

/** A kind as it is usually agreed on. */
const termsOf = (kind: ObligationKind): Terms => ({ kind, owedBy: debtorsOf[kind][0] ?? 'mentee', ...usual[kind] });

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
