import {
  inLanguage,
  type Piece,
  type ReportLanguage,
  type YearlyFact,
  type YearlyFigure,
  type YearlyMark,
  type YearlySection,
} from '@qinglan/domain';
import { bdi, escaped, table, tableRow } from './html';
import { chartHtml } from './page-chart';
import { marksText, pageWords, unitWord } from './page-words';

/** What the sections of a page are written with. */
export interface PageTongue {
  readonly language: ReportLanguage;
  readonly figures: ReadonlyMap<string, YearlyFigure>;
}

/** In running text only what is not plainly stated or recorded is marked: every other mark stands in the tables. */
const isNoted = (mark: YearlyMark) => mark === 'derived' || mark === 'inferred' || mark === 'demo';

function pieceHtml({ kind, key, text }: Piece, { figures, language }: PageTongue): string {
  if (kind === 'text') return escaped(text);
  if (kind !== 'numeral') return bdi(text);
  const noted = (figures.get(key)?.marks ?? []).filter(isNoted);
  const mark = noted.length > 0 ? `<sup class="mark">${escaped(marksText(noted, language))}</sup>` : '';
  return `<span class="numeral">${bdi(text)}</span>${mark}`;
}

const lines = (pieces: readonly Piece[], tongue: PageTongue): readonly string[] =>
  pieces
    .map((piece) => pieceHtml(piece, tongue))
    .join('')
    .split('\n')
    .filter((line) => line !== '');

function numbers(keys: readonly string[], { figures, language }: PageTongue): string {
  const rows = keys.flatMap((key) => {
    const figure = figures.get(key);
    if (!figure) return [];
    const mark = marksText(figure.marks, language);
    const cells = [bdi(inLanguage(figure.name, language)), bdi(inLanguage(figure.printed, language))];
    // What nobody counted has no unit either.
    const unit = figure.value === null ? '' : unitWord(figure.unit, language);
    return [tableRow([...cells, bdi(unit), escaped(mark)])];
  });
  return table('numbers', pageWords[language].numbers, rows);
}

function factRow({ id, label, text, rule, quote, marks }: YearlyFact, tongue: PageTongue): string {
  const { language } = tongue;
  const told = inLanguage(rule, language);
  const more = [
    ...(quote
      ? [`<div class="quote">${escaped(pageWords[language].source)} <bdi lang="zh">「${escaped(quote)}」</bdi></div>`]
      : []),
    ...(told ? [`<div class="rule">${bdi(told)}</div>`] : []),
  ];
  const said = lines(text[language], tongue).join('<br>');
  return tableRow([
    escaped(id),
    bdi(inLanguage(label, language)),
    `${said}${more.join('')}`,
    escaped(marksText(marks, language)),
  ]);
}

/** One section as markup: its words, its numbers, its facts, its charts each with a table and a sentence. */
export function sectionHtml(section: YearlySection, tongue: PageTongue): string {
  const { language } = tongue;
  return [
    `<section><h2>${escaped(inLanguage(section.title, language))}</h2>`,
    ...lines(section.text[language], tongue).map((line) => `<p><bdi>${line}</bdi></p>`),
    numbers(section.figures, tongue),
    table(
      'facts',
      pageWords[language].facts,
      section.facts.map((fact) => factRow(fact, tongue)),
    ),
    ...section.charts.map((one) => chartHtml(one, language)),
    '</section>',
  ].join('');
}
