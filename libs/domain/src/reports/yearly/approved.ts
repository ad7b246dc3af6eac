import type { Trilingual } from '../words';
import { yearlyWordsOf } from './changes';
import type { YearlyContent } from './content';

/** What a side approved of: what each numeral printed, how it was defined, and what each section said. */
export type YearlyApproved = Readonly<Record<string, string>>;

/** Something that is no longer what was approved; the key is that of a numeral, or `section:` and a code. */
export interface YearlyMoved {
  readonly key: string;
  readonly name: Trilingual;
  readonly before: string;
  readonly after: string;
}

const definition = (key: string) => `definition:${key}`;
const section = (code: string) => `section:${code}`;

/** What is approved when a side approves of a content: numerals, their definitions, and words with the facts that they quote. */
export const approvedOf = ({ figures, sections }: YearlyContent): YearlyApproved =>
  Object.fromEntries([
    ...figures.map(({ key, printed }) => [key, printed.zh] as const),
    ...figures.map(({ key, version }) => [definition(key), `v${String(version)}`] as const),
    ...sections.map((one) => [section(one.code), yearlyWordsOf(one)] as const),
  ]);

/** What moved since it was approved; a numeral that moved is told by its number, else by its definition. */
export function movedSince(approved: YearlyApproved, content: YearlyContent): readonly YearlyMoved[] {
  const now = approvedOf(content);
  const isMoved = (key: string) => approved[key] !== now[key];
  const told = (key: string, name: Trilingual, what = key): YearlyMoved => ({
    ...{ key, name },
    ...{ before: approved[what] ?? '—', after: now[what] ?? '—' },
  });
  const figures = content.figures.flatMap(({ key, name }) => {
    if (isMoved(key)) return [told(key, name)];
    return isMoved(definition(key)) ? [told(key, name, definition(key))] : [];
  });
  const words = content.sections
    .filter(({ code }) => isMoved(section(code)))
    .map(({ code, title }) => ({ key: section(code), name: title, before: '已核准的文字', after: '改动过的文字' }));
  return [...figures, ...words];
}
