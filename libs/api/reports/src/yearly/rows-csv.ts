import {
  csvHead,
  csvLine,
  inLanguage,
  type ReportLanguage,
  type YearlyDocument,
  type YearlySource,
} from '@qinglan/domain';
import { cellOf } from '../indicators/row-words';
import type { FrozenRow, PlacedRow } from './issue-row.queries';

const heads = ['编号 Id', '类别 Kind', '依据 Basis', '事项 What', '起 From', '止 To'];

const cells = ({ id, source, certainty, label, firstDay, lastDay, fields }: FrozenRow, names: readonly string[]) => [
  ...[id, source, certainty, label, firstDay, lastDay],
  ...names.map((name) => fields[name] ?? null),
];

/** Rows of an issue without words, as they were handed out then: not a byte of that changes. Every row of a numeral has the same fields. */
export async function* rowsCsv(pages: AsyncIterable<readonly PlacedRow[]>): AsyncGenerator<string> {
  let names: readonly string[] | null = null;
  for await (const page of pages) {
    if (names === null) {
      names = Object.keys(page[0]?.row.fields ?? {});
      yield csvHead([...heads, ...names]);
    }
    const fields = names;
    yield page.map(({ row }) => csvLine(cells(row, fields))).join('');
  }
  if (names === null) yield csvHead(heads);
}

/** In which words, and in which language. */
export interface CsvWords {
  readonly sources: NonNullable<YearlyDocument['sources']>;
  readonly language: ReportLanguage;
}

const wordsOf = (
  { source: _source, fields, ...row }: FrozenRow,
  { columns }: YearlySource,
  language: ReportLanguage,
) => {
  const values: FrozenRow['fields'] = { ...fields, ...row };
  return [row.id, row.label, ...columns.map((column) => cellOf(column, values[column.field] ?? null, language))];
};

/** Rows as CSV in the words that were stored with them, a page at a time: neither all rows nor the whole file are held. */
export async function* wordsCsv(
  pages: AsyncIterable<readonly PlacedRow[]>,
  { sources, language }: CsvWords,
): AsyncGenerator<string> {
  let source: YearlySource | undefined;
  for await (const page of pages) {
    if (!source) {
      source = sources[page[0]?.row.source ?? ''];
      if (!source) throw new Error('rows are stored without their words');
      yield csvHead([
        '编号 Id',
        ...[source.name, ...source.columns.map(({ name }) => name)].map((name) => inLanguage(name, language)),
      ]);
    }
    const words = source;
    yield page.map(({ row }) => csvLine(wordsOf(row, words, language))).join('');
  }
  if (!source) yield csvHead(heads);
}
