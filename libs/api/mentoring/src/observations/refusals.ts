import { Refused } from '@qinglan/api-platform';
import type { ProblemName } from '@qinglan/contracts';

/** The rules of observations refuse by the names that the interface knows. */
export const refusedBy = ({ kind }: { readonly kind: ProblemName }): Refused => new Refused(kind);
