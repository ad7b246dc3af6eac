import type { MatchingRoundView } from '@qinglan/contracts';
import type { Ranked } from './ranking';

/** Those whom the reader named before. */
export const namedBefore = ({ mine }: MatchingRoundView): readonly Ranked[] =>
  (mine?.named ?? []).map(({ id, name, school }) => ({ id, name, hint: school.shortName }));
