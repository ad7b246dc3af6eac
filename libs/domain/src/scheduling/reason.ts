import { accept, refuse, type Result } from '../kernel';

/** The most characters a reason may have. */
export const reasonLimit = 300;

/** What is wrong with a reason. */
export type ReasonRefusal =
  { readonly kind: 'reason-missing' } | { readonly kind: 'reason-too-long'; readonly limit: number };

/** Whoever says no says why, in at most 300 characters. */
export function decideReason(reason: string): Result<string, ReasonRefusal> {
  const said = reason.trim();
  if (said === '') return refuse({ kind: 'reason-missing' });
  return [...said].length <= reasonLimit ? accept(said) : refuse({ kind: 'reason-too-long', limit: reasonLimit });
}
