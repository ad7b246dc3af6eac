import { csvHead, csvLine } from '@qinglan/domain';
import type { FrozenRow, PlacedRow } from './issue.queries';

const heads = ['编号 Id', '类别 Kind', '依据 Basis', '事项 What', '起 From', '止 To'];

const cells = ({ id, source, certainty, label, firstDay, lastDay, fields }: FrozenRow, names: readonly string[]) => [
  ...[id, source, certainty, label, firstDay, lastDay],
  ...names.map((name) => fields[name] ?? null),
];

/** Rows as CSV, a page at a time: neither all rows nor the whole file are held. Every row of a numeral has the same fields. */
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
