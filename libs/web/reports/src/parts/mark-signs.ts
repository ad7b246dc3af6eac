import type { YearlyMark } from '@qinglan/domain';

/** Each mark has a shape of its own, so that it is told apart without colour and on a black-and-white print. */
export const markSigns: Readonly<Record<YearlyMark, string>> = {
  recorded: '●',
  stated: '■',
  inferred: '≈',
  derived: '＝',
  demo: '◇',
};
