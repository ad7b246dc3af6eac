import type { Problem, ProblemName } from '@qinglan/contracts';
import type { Decision, Result } from '@qinglan/domain';

/** What a problem carries besides its kind. */
export type ProblemExtras = Partial<Pick<Problem, 'detail' | 'errors' | 'clashes' | 'retryAfterSeconds'>> & {
  readonly cause?: unknown;
};

/** A refusal on its way out: thrown by the shell, turned into problem+json or a negative acknowledgement at the edge. */
export class Refused extends Error {
  constructor(
    readonly kind: ProblemName,
    readonly extras: ProblemExtras = {},
  ) {
    super(kind, { cause: extras.cause });
  }
}

/** Unwraps what a rule accepted; a refusal becomes the problem of the same name or the one that `named` gives it. */
export function orRefuse<T, R extends { readonly kind: string }>(
  result: Result<T, R>,
  named: (refusal: R) => Refused,
): T {
  if (result.ok) return result.value;
  throw named(result.refusal);
}

/** Lets an allowed actor pass; what is hidden reads as not found. */
export function allowOrHide(decision: Decision): void {
  if (decision.kind === 'hidden') throw new Refused('not-found');
  if (decision.kind === 'forbidden') throw new Refused('forbidden');
}

/** The thing, or 404 where there is none. */
export function orNotFound<T>(thing: T | null | undefined): T {
  if (thing === null || thing === undefined) throw new Refused('not-found');
  return thing;
}
