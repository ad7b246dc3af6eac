import { inLanguage, type ReportLanguage, sources, type Source, trilingual } from '@qinglan/domain';
import type { ReportRow } from '@qinglan/contracts';
import { type ColumnShown, columnsOf } from './row.sql';

/** A cell of an export: numbers stay numbers, days stay days of ten signs. */
export type ExportCell = string | number | null;

const yes = trilingual('是', 'yes', 'ھەئە');
const no = trilingual('否', 'no', 'ياق');

/** A value as it is read: words of a closed list, yes or no. */
export function cellOf(
  { choices }: Pick<ColumnShown, 'choices'>,
  value: string | number | boolean | null,
  language: ReportLanguage,
): ExportCell {
  if (value === null || typeof value === 'number') return value;
  if (typeof value === 'boolean') return inLanguage(value ? yes : no, language);
  const words = choices?.[value];
  return words ? inLanguage(words, language) : value;
}

/** The headings of a source's rows; the first says what a row is. */
export const headingsOf = (source: Source, language: ReportLanguage): readonly string[] => [
  inLanguage(source.name, language),
  ...columnsOf(source).map(({ name }) => inLanguage(name, language)),
];

/** A row as cells, in the order of the headings; whoever writes them keeps them from being formulas. */
export function cellsOf(row: ReportRow, language: ReportLanguage): readonly ExportCell[] {
  const fields = { ...row.fields, firstDay: row.firstDay, lastDay: row.lastDay, certainty: row.certainty };
  const columns = columnsOf(sources[row.source]);
  return [
    row.label,
    ...columns.map((column) => cellOf(column, fields[column.field as keyof typeof fields] ?? null, language)),
  ];
}
