import { accept, refuse, type Result } from '../../kernel';
import type { YearlyChartKind, YearlySectionKind, YearlyWords } from './content';
import { placeholdersOf } from './placeholders';

/** A row of the table of facts before it is filled: it names an indicator or a statement by code. */
export interface YearlyFactPlan {
  readonly id: string;
  readonly label: YearlyWords;
  readonly key: string | null;
  readonly statement: string | null;
}

/** A chart before it is drawn. */
export interface YearlyChartPlan {
  readonly key: string;
  readonly by: string;
  readonly kind: YearlyChartKind;
  readonly sentence: YearlyWords;
}

/** A section as it is written: its words may name numerals as `{{studios}}` and lists as `{{list:classroom-schools}}`. */
export interface YearlyDraftSection {
  readonly code: string;
  readonly kind: YearlySectionKind;
  readonly title: YearlyWords;
  readonly body: YearlyWords;
  readonly isHidden: boolean;
  readonly figures: readonly string[];
  readonly facts: readonly YearlyFactPlan[];
  readonly chart: YearlyChartPlan | null;
}

/** What somebody wants a section to say. */
export type YearlySectionWish = Pick<YearlyDraftSection, 'title' | 'body' | 'isHidden'>;

/** Why words are not taken: they name numerals that nobody defined, or there is no heading. */
export type YearlyEditRefusal =
  { readonly kind: 'numeral-unknown'; readonly keys: readonly string[] } | { readonly kind: 'title-missing' };

/** A section has a heading in zh, and its words name only numerals and lists that exist (`list:` before the key of a list). */
export function decideSectionEdit(
  wish: YearlySectionWish,
  known: ReadonlySet<string>,
): Result<YearlySectionWish, YearlyEditRefusal> {
  if (wish.title.zh.trim() === '') return refuse({ kind: 'title-missing' });
  const named = Object.values(wish.body).flatMap((text) => placeholdersOf(text));
  const keys = [...new Set(named)].filter((key) => !known.has(key));
  return keys.length > 0 ? refuse({ kind: 'numeral-unknown', keys }) : accept(wish);
}

/** Why an order is not taken. */
export interface YearlyOrderRefusal {
  readonly kind: 'sections-differ';
}

/** An order names every section once and no other. */
export function decideSectionOrder(
  present: readonly string[],
  wanted: readonly string[],
): Result<readonly string[], YearlyOrderRefusal> {
  const isSame = wanted.length === present.length && new Set(wanted).size === wanted.length;
  const known = new Set(present);
  return isSame && wanted.every((code) => known.has(code)) ? accept(wanted) : refuse({ kind: 'sections-differ' });
}
