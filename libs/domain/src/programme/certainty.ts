import { accept, refuse, type Result } from '../kernel';

/**
 * How sure an item is: who keeps the register knows it and wrote it down here (系统记录), its source says so (原文),
 * somebody concluded it (推断), or it is made up to show (示例).
 */
export const itemCertainties = ['recorded', 'stated', 'inferred', 'demo'] as const;

/** How sure an item is. */
export type ItemCertainty = (typeof itemCertainties)[number];

/** How sure an item is, with what the register wrote behind the word, such as “等”. */
export interface Certainty {
  readonly certainty: ItemCertainty;
  readonly certaintyRemark: string | null;
}

/** The words of the register. */
export const certaintyInRegister: Readonly<Record<ItemCertainty, string>> = {
  ...{ recorded: '系统记录', stated: '原文', inferred: '推断', demo: '示例' },
};
const words = certaintyInRegister;

/** Reads 佐证: the word and its remark. Without one of the words it is inferred, and the whole text is the remark. */
export function readCertainty(text: string): Certainty {
  const given = text.trim();
  const certainty = itemCertainties.find((one) => given.startsWith(words[one]));
  const remark = certainty ? given.slice(words[certainty].length).trim() : given;
  return { certainty: certainty ?? 'inferred', certaintyRemark: remark === '' ? null : remark };
}

/** Writes 佐证 so that `readCertainty` reads the same. */
export const certaintyText = ({ certainty, certaintyRemark }: Certainty): string =>
  `${words[certainty]}${certaintyRemark ?? ''}`;

/** How sure an item is, how sure its numbers are where that is another matter, and where it is stated. */
export interface Sourced {
  readonly certainty: ItemCertainty;
  readonly numbersCertainty: ItemCertainty | null;
  readonly source: string | null;
}

/** What of an item is called stated: the item, its numbers; what says nothing of its numbers says of them what it says of itself. */
const statedOf = (one: Sourced | null): readonly boolean[] =>
  [one?.certainty, one?.numbersCertainty ?? one?.certainty].map((certainty) => certainty === 'stated');
const isSourced = (one: Sourced | null): boolean => (one?.source ?? '').trim() !== '';

/**
 * Whoever calls an item or its numbers stated names the source, and nobody takes it away from what is. What came without one
 * (a sheet that has no column for it) and is left as it stands is no fault of whoever changes something else.
 */
export function decideCertainty(
  wanted: Sourced,
  before: Sourced | null,
): Result<true, { readonly kind: 'source-missing' }> {
  const [stated, was] = [statedOf(wanted), statedOf(before)];
  const isNew = stated.some((one, at) => one && was[at] !== true);
  const isEmptied = stated.includes(true) && isSourced(before);
  return !isSourced(wanted) && (isNew || isEmptied) ? refuse({ kind: 'source-missing' }) : accept(true);
}
