import type { IndicatorView } from '@qinglan/contracts';
import { sources, type Trilingual } from '@qinglan/domain';

/** Definitions that count the same kind of thing. */
export interface DefinitionGroup {
  readonly id: string;
  readonly title: string;
  readonly items: readonly IndicatorView[];
}

/** Definitions by what they count, in the order in which they come; those reckoned from others stand last. */
export function groupsOf(
  items: readonly IndicatorView[],
  told: (words: Trilingual) => string,
  reckoned: string,
): readonly DefinitionGroup[] {
  const groups = new Map<string, IndicatorView[]>();
  for (const item of items) {
    const id = item.rule.kind === 'count' ? item.rule.source : '';
    groups.set(id, [...(groups.get(id) ?? []), item]);
  }
  const titleOf = (id: string): string => (id === '' ? reckoned : told(sources[id as keyof typeof sources].name));
  return [...groups]
    .map(([id, list]) => ({ id: id || 'reckoned', title: titleOf(id), items: list }))
    .sort((one, other) => Number(one.id === 'reckoned') - Number(other.id === 'reckoned'));
}
