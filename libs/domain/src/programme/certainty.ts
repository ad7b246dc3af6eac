/** How sure an item is: its source says so (原文), somebody concluded it (推断), or it is made up to show (示例). */
export const itemCertainties = ['stated', 'inferred', 'demo'] as const;

/** How sure an item is. */
export type ItemCertainty = (typeof itemCertainties)[number];

/** How sure an item is, with what the register wrote behind the word, such as “等”. */
export interface Certainty {
  readonly certainty: ItemCertainty;
  readonly certaintyRemark: string | null;
}

const words: Readonly<Record<ItemCertainty, string>> = { stated: '原文', inferred: '推断', demo: '示例' };

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
