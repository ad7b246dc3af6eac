import { type Source, sourceNamed, type YearlyDocument, type YearlySource } from '@qinglan/domain';
import { columnShown, columnsOf } from '../indicators/row.sql';

/** What a source's rows are and show, in the words of today. */
export const yearlySource = (source: Source): YearlySource => ({
  name: source.name,
  columns: columnsOf(source).map(columnShown),
});

/** In which words the rows of an issue are read: those that were stored with it, else today's; null of a source that is gone. */
export function frozenSource({ sources }: Pick<YearlyDocument, 'sources'>, name: string): YearlySource | null {
  const today = sourceNamed(name);
  return sources?.[name] ?? (today && yearlySource(today));
}

/** The columns of a page of rows, which are all of one source; none where there is no row. */
export const frozenColumns = (document: YearlyDocument, rows: readonly { readonly source: string }[]) => {
  const [first] = rows;
  const source = first ? frozenSource(document, first.source) : null;
  return (source?.columns ?? []).map(({ choices, ...column }) => ({ ...column, choices: choices && { ...choices } }));
};
