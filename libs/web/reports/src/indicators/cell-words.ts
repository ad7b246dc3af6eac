import type { ReportRow } from '@qinglan/contracts';
import { inLanguage, sourceNamed } from '@qinglan/domain';
import type { Languages } from '@qinglan/web-platform';

/** What stands where nothing is known. */
const nothing = '—';

/** A field of a row as people read it: values of a closed list and yes or no in words. */
export function cellWords(
  { source, fields }: Pick<ReportRow, 'source' | 'fields'>,
  field: string,
  languages: Languages,
): string {
  const value = fields[field];
  if (value === null || value === undefined || value === '') return nothing;
  if (typeof value === 'boolean') return languages.say(value ? 'ui.yes' : 'ui.no');
  const dimension = sourceNamed(source)?.dimensions[field];
  if (dimension?.kind === 'flag') return languages.say(String(value) === 'true' ? 'ui.yes' : 'ui.no');
  const words = dimension?.choices?.[String(value)];
  return words ? inLanguage(words, languages.current()) : String(value);
}

/** Days and certainty stand in columns of their own. */
export const ownColumns: ReadonlySet<string> = new Set(['certainty', 'firstDay', 'lastDay']);
