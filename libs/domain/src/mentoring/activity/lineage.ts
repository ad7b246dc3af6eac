import type { PersonId } from '../../kernel';

/** One guided another, from a year on. */
export interface LineageLink {
  readonly mentorId: PersonId;
  readonly menteeId: PersonId;
}

/** Somebody in a line, with those who were guided; the link that leads here is null for who begins a line. */
export interface LineageNode<L extends LineageLink> {
  readonly personId: PersonId;
  readonly link: L | null;
  readonly mentees: readonly LineageNode<L>[];
  /** Those who were guided stand further up, where this person stands for the first time. */
  readonly isShownAbove: boolean;
}

function linksByMentor<L extends LineageLink>(links: readonly L[]): ReadonlyMap<PersonId, readonly L[]> {
  const grouped = new Map<PersonId, L[]>();
  for (const link of links) {
    const known = grouped.get(link.mentorId);
    if (known) known.push(link);
    else grouped.set(link.mentorId, [link]);
  }
  return grouped;
}

/** Everybody below somebody, and themselves. */
function reachedFrom(personId: PersonId, byMentor: ReadonlyMap<PersonId, readonly LineageLink[]>): Set<PersonId> {
  const reached = new Set([personId]);
  for (const one of reached) byMentor.get(one)?.forEach(({ menteeId }) => reached.add(menteeId));
  return reached;
}

/** Who begins a line was guided by nobody; a ring, which has no beginning, begins with its first link. */
function beginnings(links: readonly LineageLink[]): readonly PersonId[] {
  const byMentor = linksByMentor(links);
  const guided = new Set(links.map(({ menteeId }) => menteeId));
  const roots = [...byMentor.keys()].filter((personId) => !guided.has(personId));
  const reached = new Set(roots.flatMap((personId) => [...reachedFrom(personId, byMentor)]));
  for (const personId of byMentor.keys()) {
    if (reached.has(personId)) continue;
    roots.push(personId);
    reachedFrom(personId, byMentor).forEach((one) => reached.add(one));
  }
  return roots;
}

/**
 * Who guided whom as trees, in the order of the links. Nobody stands below themselves, so a ring ends where it closes; and
 * whom somebody guided stands once, however many lines lead there.
 */
export function growLineage<L extends LineageLink>(links: readonly L[]): readonly LineageNode<L>[] {
  const byMentor = linksByMentor(links);
  const grown = new Set<PersonId>();
  const above = new Set<PersonId>();
  const below = (personId: PersonId, link: L | null): LineageNode<L> => {
    const all = byMentor.get(personId) ?? [];
    if (grown.has(personId)) return { personId, link, mentees: [], isShownAbove: all.length > 0 };
    grown.add(personId);
    above.add(personId);
    const mentees = all.filter(({ menteeId }) => !above.has(menteeId)).map((next) => below(next.menteeId, next));
    above.delete(personId);
    return { personId, link, mentees, isShownAbove: false };
  };
  return beginnings(links).map((personId) => below(personId, null));
}
