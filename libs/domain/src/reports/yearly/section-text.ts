import { type Piece, renderParagraph, renderText, type ReportFacts } from '../template';
import type { ReportLanguage, Trilingual } from '../words';
import type { YearlyPieces } from './content';
import type { YearlyDraftSection } from './draft';

type Written = Pick<YearlyDraftSection, 'body' | 'plan'>;

const inEach = <T>(make: (language: ReportLanguage) => T): Readonly<Record<ReportLanguage, T>> => ({
  zh: make('zh'),
  en: make('en'),
  ug: make('ug'),
});

const newLine: Piece = { kind: 'text', key: '', text: '\n' };

function ofTemplate({ plan }: Written, facts: ReportFacts, language: ReportLanguage): readonly Piece[] {
  const said = plan.paragraphs.map((paragraph) => renderParagraph(paragraph, facts, language));
  return said.filter((pieces) => pieces.length > 0).flatMap((pieces, at) => (at > 0 ? [newLine, ...pieces] : pieces));
}

/** Whether the template can be read in a language as a whole, so that no sentence of it falls back to Chinese. */
const hasTemplate = ({ plan }: Written, language: ReportLanguage): boolean =>
  plan.paragraphs.length > 0 &&
  plan.paragraphs.every(({ clauses }) => clauses.every(({ text }) => text[language] !== ''));

/**
 * What a section says, language by language: own words where somebody wrote them, else the template, which leaves out what is
 * not known. Where the template cannot be read in a language, the own words in Chinese stand in.
 */
export const sectionText = (section: Written, facts: ReportFacts): YearlyPieces =>
  inEach((language) => {
    const { body } = section;
    const isOwn = body[language] !== '' || (body.zh !== '' && !hasTemplate(section, language));
    return isOwn ? renderText(body, facts, language) : ofTemplate(section, facts, language);
  });

/** What it said in reports of before, where own words in Chinese decided for every language. */
export const sectionTextBefore = (section: Written, facts: ReportFacts): YearlyPieces =>
  inEach((language) =>
    section.body.zh === '' ? ofTemplate(section, facts, language) : renderText(section.body, facts, language),
  );

/** What an edit begins with, language by language: own words, or what the template proposes. */
export const wordsToEdit = (own: Trilingual, proposed: Trilingual): Trilingual =>
  inEach((language) => own[language] || proposed[language]);

/** What of an edit is kept as own words: a language that says what the template proposes, or nothing, stays the template's. */
export const ownWords = (edited: Trilingual, proposed: Trilingual): Trilingual =>
  inEach((language) => (['', proposed[language].trim()].includes(edited[language].trim()) ? '' : edited[language]));
