/** What a rule answers: the value it allows or the reason it refuses. */
export type Result<T, R> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: R };

/** The rule allows it, with this outcome. */
export const accept = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

/** The rule refuses it, for this reason. */
export const refuse = <R>(refusal: R): { readonly ok: false; readonly refusal: R } => ({ ok: false, refusal });

/** The end of a switch over every kind: a new kind no longer compiles until it is handled. */
export function unreachable(forgotten: never): never {
  throw new Error(`A kind was forgotten: ${JSON.stringify(forgotten)}`);
}
