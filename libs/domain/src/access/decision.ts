/** What a policy answers: hidden reads as "there is no such thing" (404), forbidden as "not you" (403). */
export type Decision =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'hidden'; readonly why: string }
  | { readonly kind: 'forbidden'; readonly why: string };

/** Go ahead. */
export const allowed: Decision = { kind: 'allowed' };

/** The actor may not even know of it; why is for logs and tests, never for the reader. */
export const hidden = (why: string): Decision => ({ kind: 'hidden', why });

/** The actor sees it but may not do this. */
export const forbidden = (why: string): Decision => ({ kind: 'forbidden', why });

/** Does the decision let the actor go ahead? */
export const isAllowed = (decision: Decision): boolean => decision.kind === 'allowed';

/** Every decision must allow; a hidden one speaks before a forbidden one. */
export function allOf(...decisions: readonly Decision[]): Decision {
  return (
    decisions.find((decision) => decision.kind === 'hidden') ??
    decisions.find((decision) => decision.kind === 'forbidden') ??
    allowed
  );
}

/** One allowing decision is enough; else what is forbidden is said rather than hidden. */
export function anyOf(...decisions: readonly Decision[]): Decision {
  return (
    decisions.find(isAllowed) ??
    decisions.find((decision) => decision.kind === 'forbidden') ??
    decisions[0] ??
    forbidden('nothing allows it')
  );
}
