import { computed, type Signal } from '@angular/core';
import type { MatchingRoundView } from '@qinglan/contracts';
import type { Ranked } from './ranking';

/** Those whom the reader named before. */
export const namedBefore = ({ mine }: MatchingRoundView): readonly Ranked[] =>
  (mine?.named ?? []).map(({ id, name, school }) => ({ id, name, hint: school.shortName }));

/** Whether two answers of the server say the same; their keys stand in one order. */
export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What was told, as long as it says the same: what is being typed stays when the rest of the round is read again. */
export const told = <T>(of: () => T): Signal<T> => computed(of, { equal: isSame });
