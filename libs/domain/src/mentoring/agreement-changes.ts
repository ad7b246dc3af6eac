import type { ObligationTerms } from './obligation';

/** A text of an agreement, as far as it can change: days as ISO dates, the last one null where it is open. */
export interface AgreementText {
  readonly fromDay: string;
  readonly toDay: string | null;
  readonly clauses: string;
  readonly obligations: readonly ObligationTerms[];
}

/** What a later text changes of an earlier one; each kind is owed once in a text, so kinds are compared. */
export interface AgreementChanges {
  readonly added: readonly ObligationTerms[];
  readonly removed: readonly ObligationTerms[];
  readonly changed: readonly { readonly before: ObligationTerms; readonly after: ObligationTerms }[];
  readonly hasOtherDays: boolean;
  readonly hasOtherClauses: boolean;
}

const isSame = (a: ObligationTerms, b: ObligationTerms): boolean =>
  a.kind === b.kind && a.owedBy === b.owedBy && a.number === b.number && a.per === b.per;

const kindsOf = ({ obligations }: AgreementText): ReadonlyMap<string, ObligationTerms> =>
  new Map(obligations.map((terms) => [terms.kind, terms]));

/** Says what is new, gone and different in a later text, in the order in which the texts name it. */
export function agreementChanges(before: AgreementText, after: AgreementText): AgreementChanges {
  const [old, wanted] = [kindsOf(before), kindsOf(after)];
  return {
    added: after.obligations.filter(({ kind }) => !old.has(kind)),
    removed: before.obligations.filter(({ kind }) => !wanted.has(kind)),
    changed: after.obligations.flatMap((terms) => {
      const was = old.get(terms.kind);
      return was && !isSame(was, terms) ? [{ before: was, after: terms }] : [];
    }),
    hasOtherDays: before.fromDay !== after.fromDay || before.toDay !== after.toDay,
    hasOtherClauses: before.clauses !== after.clauses,
  };
}
