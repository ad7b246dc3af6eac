import type { PersonId } from '@qinglan/domain';

/** Which of the two facts is noted. */
export type Fact = 'attended' | 'completed';

/** One tap: what somebody noted of a person. */
export interface Mark {
  readonly personId: PersonId;
  readonly fact: Fact;
  readonly value: boolean | null;
}

/** A mark that waits to be sent, with what waits before it for the same fact of the same person. */
export interface Sending<T> {
  readonly mark: Mark;
  /** Everything on the shelf that this one mark makes unnecessary. */
  readonly instead: readonly T[];
}

const keyOf = ({ personId, fact }: Mark) => `${personId}|${fact}`;

/** Of each person and fact only the last tap is sent: taps are facts, not steps. In the order of the last taps. */
export function toSend<T extends { readonly value: Mark }>(waiting: readonly T[]): readonly Sending<T>[] {
  const byKey = new Map<string, T[]>();
  for (const one of waiting) {
    const key = keyOf(one.value);
    const before = byKey.get(key) ?? [];
    byKey.delete(key);
    byKey.set(key, [...before, one]);
  }
  return [...byKey.values()].flatMap((taps) => {
    const last = taps.at(-1);
    return last ? [{ mark: last.value, instead: taps }] : [];
  });
}
