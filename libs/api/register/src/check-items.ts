import type { Note } from './fault';
import { itemNumber, type Known } from './known';
import type { SheetRecord } from './read-table';

/** Which items have which number; made once for everything that is known. */
const numbered = new WeakMap<Known, ReadonlyMap<string, readonly string[]>>();

function codesByNumber(known: Known): ReadonlyMap<string, readonly string[]> {
  const made = numbered.get(known);
  if (made) return made;
  const codes = new Map<string, string[]>();
  for (const [code, { number }] of known.items) {
    if (number === null) continue;
    const alike = codes.get(number);
    if (alike) alike.push(code);
    else codes.set(number, [code]);
  }
  numbered.set(known, codes);
  return codes;
}

/** No two items of a category and a year have one number. */
export function checkItem(values: SheetRecord['values'], known: Known, note: Note): void {
  const number = itemNumber(values);
  if (number === null) return;
  const other = codesByNumber(known)
    .get(number)
    ?.find((code) => code !== values['code']);
  if (other !== undefined) note('ordinal', { kind: 'ordinal-taken', by: other });
}
