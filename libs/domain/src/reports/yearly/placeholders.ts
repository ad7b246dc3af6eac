import type { YearlyPart } from './content';

const placeholder = /\{\{\s*([a-z0-9][a-z0-9:.-]*)\s*\}\}/g;

/** The keys that a text names as `{{key}}`, in their order; a list is named `list:key`. */
export const placeholdersOf = (text: string): readonly string[] =>
  [...text.matchAll(placeholder)].map(([, key]) => key ?? '');

/** What stands for a numeral that is gone: a dash says that something is missing, and is never read as 0. */
const gone = '—';

/** A text with its numerals put in; each becomes a part of its own that opens. */
export function fillPlaceholders(text: string, printed: ReadonlyMap<string, string>): readonly YearlyPart[] {
  const parts: YearlyPart[] = [];
  let from = 0;
  for (const found of text.matchAll(placeholder)) {
    const key = found[1] ?? '';
    if (found.index > from) parts.push({ text: text.slice(from, found.index), key: null });
    parts.push({ text: printed.get(key) ?? gone, key });
    from = found.index + found[0].length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), key: null });
  return parts;
}
