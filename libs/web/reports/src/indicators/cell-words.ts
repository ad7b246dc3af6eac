import type { listYearlyIssueRows, ReplyOf, ReportRow, RowColumn } from '@qinglan/contracts';
import { certainties, inLanguage, type RowCertainty, sourceNamed } from '@qinglan/domain';
import type { Languages } from '@qinglan/web-platform';

/** A row as it was stored with an issue. */
type YearlyIssueRow = ReplyOf<typeof listYearlyIssueRows>['items'][number];

/** What stands where nothing is known. */
const nothing = '—';

const yesOrNo = (value: string, languages: Languages): string => languages.say(value === 'true' ? 'ui.yes' : 'ui.no');

/** A field of a row as people read it: values of a closed list and yes or no in words. */
export function cellWords(
  { source, fields }: Pick<ReportRow, 'source' | 'fields'>,
  field: string,
  languages: Languages,
): string {
  const value = String(fields[field] ?? '');
  if (value === '') return nothing;
  const dimension = sourceNamed(source)?.dimensions[field];
  if (dimension?.kind === 'flag') return yesOrNo(value, languages);
  const words = dimension?.choices?.[value];
  return words ? inLanguage(words, languages.current()) : value;
}

/** What a counted thing is called: yes or no and values of a closed list in words. */
export function countedWords(label: string, { kind, choices }: RowColumn, languages: Languages): string {
  if (kind === 'flag') return yesOrNo(label, languages);
  const words = choices?.[label];
  return words ? inLanguage(words, languages.current()) : label;
}

/** How sure a number of a row is, where that is not how sure the row is; nothing beside what is unknown. */
export function numberMarks(
  row: Pick<ReportRow, 'fields' | 'certainty'> & { readonly source: string },
  field: string,
): readonly RowCertainty[] {
  const sure = row.fields[sourceNamed(row.source)?.numbers[field]?.certainty ?? ''];
  const mark = certainties.find((one) => one === sure);
  return mark === undefined || mark === row.certainty || (row.fields[field] ?? null) === null ? [] : [mark];
}

/** Days and certainty stand in columns of their own, and how sure numbers are beside them. */
export const ownColumns: ReadonlySet<string> = new Set(['certainty', 'numbersCertainty', 'firstDay', 'lastDay']);

/** One field of a frozen row as people read it, and how sure its number is where the row is surer. */
export interface FrozenCell {
  readonly field: string;
  readonly words: string;
  readonly marks: readonly RowCertainty[];
}

/** What a frozen row says beside its label, in the words that it was frozen with; nothing of what it does not say. */
export function frozenCells(
  row: YearlyIssueRow,
  columns: readonly RowColumn[],
  languages: Languages,
): readonly FrozenCell[] {
  return columns
    .filter(({ field }) => !ownColumns.has(field))
    .flatMap((column) => {
      const { field } = column;
      const value = row.fields[field] ?? '';
      if (value === '' || value === row.label) return [];
      const name = inLanguage(column.name, languages.current());
      const words = countedWords(String(value), column, languages);
      return { field, words: languages.say('reports.rows.field', { name, words }), marks: numberMarks(row, field) };
    });
}
