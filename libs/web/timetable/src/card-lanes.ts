import { meet, type Span } from './clock-minutes';

/** Which of the two bells a card covers. */
export type Across = 'both' | 'own' | 'partner';

/** What is to be set beside others of the same time. */
export interface Coverage extends Span {
  readonly across: Across;
}

/** Its place among those that share its time. */
export interface Beside {
  readonly column: number;
  readonly columns: number;
}

const collide = (a: Coverage, b: Coverage): boolean =>
  meet(a, b) && (a.across === b.across || a.across === 'both' || b.across === 'both');

/** Sets cards that share a time side by side, each as wide as the narrowest of its group. */
export function besideEachOther(cards: readonly Coverage[]): readonly Beside[] {
  const order = cards.map((_, index) => index).sort((a, b) => startOf(cards, a) - startOf(cards, b));
  const columns = new Map<number, number>();
  const group = cards.map((_, index) => index);
  for (const index of order) place(cards, index, { columns, group });
  const widths = new Map<number, number>();
  group.forEach((of, index) => widths.set(of, Math.max(widths.get(of) ?? 0, (columns.get(index) ?? 0) + 1)));
  return cards.map((_, index) => ({
    column: columns.get(index) ?? 0,
    columns: widths.get(group[index] ?? index) ?? 1,
  }));
}

const startOf = (cards: readonly Coverage[], index: number): number => cards[index]?.startsAt ?? 0;

interface Placing {
  readonly columns: Map<number, number>;
  readonly group: number[];
}

/** Takes the first free column and joins the groups of all it collides with. */
function place(cards: readonly Coverage[], index: number, { columns, group }: Placing): void {
  const card = cards[index];
  if (!card) return;
  const met = [...columns.keys()].filter((other) => collide(card, cards[other] ?? card));
  const taken = new Set(met.map((other) => columns.get(other)));
  let column = 0;
  while (taken.has(column)) column++;
  columns.set(index, column);
  const joined = new Set(met.map((other) => group[other]));
  group.forEach((of, other) => {
    if (joined.has(of)) group[other] = index;
  });
}
