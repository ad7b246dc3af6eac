import { accept, refuse, type Result } from '../../kernel';
import {
  type Chart,
  type FactRow,
  type Paragraph,
  renderText,
  type ReportFacts,
  type ReportTemplate,
} from '../template';
import { type Trilingual, trilingual } from '../words';
import { reportLanguages, type YearlySectionKind } from './content';

/** What of a section comes from the template and is not written by hand. */
export interface YearlyPlan {
  /** Printed as long as nobody wrote other words. */
  readonly paragraphs: readonly Paragraph[];
  readonly figures: readonly string[];
  readonly facts: readonly FactRow[];
  readonly charts: readonly Chart[];
}

/** A section as it is written; its words may name numerals and lists as those of the template do. */
export interface YearlyDraftSection {
  readonly code: string;
  readonly kind: YearlySectionKind;
  readonly title: Trilingual;
  /** Own words in place of those of the template; where a language is empty the template speaks in it. */
  readonly body: Trilingual;
  readonly isHidden: boolean;
  readonly plan: YearlyPlan;
}

const nothing = trilingual('', '');
const factsTitle = trilingual('事实与数字', 'Facts and numbers', 'پاكىت ۋە سانلار');

/** The sections with which the report of a year begins: those of the template in their order, then the table of facts. */
export function openedSections(template: ReportTemplate): readonly YearlyDraftSection[] {
  const sections = template.sections.map(({ key, title, paragraphs, indicators, charts }) => ({
    code: key,
    kind: 'section' as const,
    title,
    body: nothing,
    isHidden: false,
    plan: { paragraphs, figures: indicators, facts: [], charts },
  }));
  const plan = { paragraphs: [], figures: [], facts: template.facts, charts: [] };
  return [...sections, { code: 'facts', kind: 'facts', title: factsTitle, body: nothing, isHidden: false, plan }];
}

/** The words of the template as they can be written on: all clauses, whether or not the year has something for them. */
export function templateWords({ paragraphs }: YearlyPlan): Trilingual {
  const said = (language: 'zh' | 'en' | 'ug') =>
    paragraphs.map(({ clauses }) => clauses.map(({ text }) => text[language]).join('')).join('\n');
  return { zh: said('zh'), en: said('en'), ug: said('ug') };
}

/** What somebody wants a section to say. */
export type YearlySectionWish = Pick<YearlyDraftSection, 'title' | 'body' | 'isHidden'>;

/** Why words are not taken: they name numerals that nobody defined, or there is no heading. */
export type YearlyEditRefusal =
  { readonly kind: 'numeral-unknown'; readonly keys: readonly string[] } | { readonly kind: 'title-missing' };

const noFacts: ReportFacts = { year: 0, answers: new Map(), lists: new Map(), statements: new Map() };

/** What a text names, in every language: `studios`, `list:stages`, `statement:S26`. */
export const namedIn = (words: Trilingual): readonly string[] => [
  ...new Set(
    reportLanguages
      .flatMap((language) => renderText(trilingual(words[language], ''), noFacts, 'zh'))
      .filter(({ kind }) => kind !== 'text')
      .map(({ kind, key }) => (kind === 'numeral' ? key : `${kind}:${key}`)),
  ),
];

/** A section has a heading in zh, and its words name only numerals, lists and statements that are known. */
export function decideSectionEdit(
  wish: YearlySectionWish,
  known: ReadonlySet<string>,
): Result<YearlySectionWish, YearlyEditRefusal> {
  if (wish.title.zh.trim() === '') return refuse({ kind: 'title-missing' });
  const keys = namedIn(wish.body).filter((key) => !known.has(key));
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
