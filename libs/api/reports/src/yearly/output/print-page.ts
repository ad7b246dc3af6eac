import { inLanguage, printNumber, type ReportLanguage, type YearlyChange } from '@qinglan/domain';
import { beijingText } from './beijing-text';
import { bdi, escaped, table, tableRow } from './html';
import { type PageTongue, sectionHtml } from './page-sections';
import { type PageEdges, pageStyle } from './page-style';
import { pageWords } from './page-words';
import type { PrintedIssue, PrintedReport } from './printed';

const signed = (by: number | null): string => (by === null ? '' : `${by > 0 ? '+' : ''}${printNumber(by)}`);

function changeRow({ kind, subject, name, before, after, by }: YearlyChange, language: ReportLanguage): string {
  const what = [pageWords[language].kinds[kind], inLanguage(name, language) || subject].filter((text) => text !== '');
  return tableRow([bdi(what.join(' · ')), bdi(before ?? '—'), bdi(after ?? '—'), bdi(signed(by))]);
}

function corrections({ number, reason, changes }: PrintedIssue, language: ReportLanguage): string {
  if (number === 1) return '';
  const words = pageWords[language];
  const rows = changes.map((change) => changeRow(change, language));
  const why = reason === null ? '' : `<p><bdi>${escaped(words.reason)}：${bdi(reason)}</bdi></p>`;
  return `<section><h2>${escaped(words.corrections)}</h2>${why}${table('changes', words.changes, rows)}</section>`;
}

function about({ content, issue }: PrintedReport, language: ReportLanguage): string {
  const words = pageWords[language];
  const counted = `${words.asOf} ${content.asOf}`;
  if (!issue) return `<p class="about"><span class="draft">${escaped(words.draft)}</span> ${escaped(counted)}</p>`;
  const lines = [
    `${words.issue(issue.number)} · ${counted} · ${words.frozen} ${beijingText(issue.frozenAt)} ${issue.frozenBy}`.trim(),
    ...issue.signers.map(({ side, organisation, name, at }) =>
      [`${words.sides[side]} ${words.approved}: ${organisation}`, name, beijingText(at)].filter(Boolean).join(' '),
    ),
  ];
  const hash = `<p class="about">${escaped(words.hash)} <bdi class="hash">${escaped(issue.hash)}</bdi></p>`;
  return `${lines.map((line) => `<p class="about">${bdi(line)}</p>`).join('')}${hash}`;
}

function definitions({ figures, language }: PageTongue): string {
  const entries = [...figures.values()].map(
    ({ name, definition, version }) =>
      `<div><dt>${bdi(inLanguage(name, language))} <span class="mark">v${String(version)}</span></dt>` +
      `<dd>${bdi(inLanguage(definition, language))}</dd></div>`,
  );
  if (entries.length === 0) return '';
  const words = pageWords[language];
  const heading = `<section><h2>${escaped(words.definitions)}</h2><p class="legend">${escaped(words.legend)}</p>`;
  return `${heading}<dl class="definitions">${entries.join('')}</dl></section>`;
}

function edgesOf({ content, issue }: PrintedReport, language: ReportLanguage): PageEdges {
  const words = pageWords[language];
  return {
    title: inLanguage(content.title, language),
    stand: issue ? words.issue(issue.number) : words.draft,
    foot: issue ? `${words.hash} ${issue.hash}` : words.draft,
    page: words.page,
  };
}

/** A report as a page of A4 paper: complete in itself but for fonts, for which `fontStyles` names style sheets. */
export function printPage(report: PrintedReport, language: ReportLanguage, fontStyles: readonly string[] = []): string {
  const { content, issue } = report;
  const title = inLanguage(content.title, language);
  const headline = inLanguage(content.headline, language);
  const tongue = { language, figures: new Map(content.figures.map((figure) => [figure.key, figure])) };
  const edges = edgesOf(report, language);
  return [
    `<!doctype html><html lang="${language}" dir="${language === 'ug' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${escaped(title)}</title>`,
    ...fontStyles.map((href) => `<link rel="stylesheet" href="${escaped(href)}">`),
    `<style>${pageStyle(edges)}</style></head><body>`,
    // What stands in the margins is set in fonts that are loaded only for what stands in the page.
    `<p class="edges" aria-hidden="true">${escaped(Object.values(edges).join(' '))} 0123456789/</p>`,
    `<main><h1>${escaped(title)}</h1>`,
    headline ? `<p class="headline">${bdi(headline)}</p>` : '',
    about(report, language),
    ...content.sections.map((section) => sectionHtml(section, tongue)),
    issue ? corrections(issue, language) : '',
    definitions(tongue),
    '</main></body></html>',
  ].join('\n');
}
