import { cssText } from './html';

/** What runs along every page. */
export interface PageEdges {
  readonly title: string;
  readonly stand: string;
  readonly foot: string;
  readonly page: string;
}

const fonts = `"Noto Sans SC Variable", "Noto Sans SC", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif`;
const arabicFonts = `"Noto Naskh Arabic", "Microsoft Uighur", "UKIJ Tuz", ${fonts}`;

/** Charts: what is coloured is coloured on paper too. */
const chartStyle = `.chart { break-inside: avoid; }
table.groups td { vertical-align: middle; }
table.groups td:nth-child(2) { inline-size: 55%; }
table.groups td:last-child { text-align: end; white-space: nowrap; }
.bar { display: block; block-size: 3mm; min-inline-size: 0.5mm; background: #2f6f9f; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.bar.part { display: inline-block; min-inline-size: 0; }
.drawing { display: block; inline-size: 100%; max-inline-size: 120mm; max-block-size: 34mm; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.parts { font-size: 9pt; } .parts span { margin-inline-end: 3mm; }
.swatch { display: inline-block; inline-size: 3mm; block-size: 3mm; margin-inline-end: 1mm; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
`;

/** The style of a printed report: A4, a head and a foot with page numbers on every page, tables that break between rows. */
export const pageStyle = ({ title, stand, foot, page }: PageEdges): string => `
@page {
  size: A4; margin: 22mm 18mm 20mm;
  @top-left { content: ${cssText(title)}; font: 8pt ${fonts}; color: #555; }
  @top-right { content: ${cssText(stand)}; font: 8pt ${fonts}; color: #555; }
  @bottom-left { content: ${cssText(foot)}; font: 6pt ${fonts}; color: #777; }
  @bottom-right { content: counter(page) " / " counter(pages) ${cssText(` ${page}`)}; direction: ltr; font: 8pt ${fonts}; color: #555; }
}
* { box-sizing: border-box; }
html { font: 10.5pt/1.6 ${fonts}; color: #1a1a1a; background: #fff; }
html[lang="ug"] { font-family: ${arabicFonts}; line-height: 1.9; }
body { margin: 0 auto; max-width: 174mm; }
@media screen { body { padding: 16mm 6mm; } }
h1 { font-size: 20pt; line-height: 1.3; margin: 0 0 2mm; }
h2 { font-size: 13pt; margin: 8mm 0 2mm; break-after: avoid; border-block-end: 0.3mm solid #999; padding-block-end: 1mm; }
h3 { font-size: 11pt; margin: 5mm 0 1mm; break-after: avoid; }
p { margin: 0 0 2mm; text-align: start; }
.edges { position: absolute; block-size: 0; overflow: hidden; opacity: 0; }
.about, .legend, .rule, .quote { color: #555; font-size: 9pt; }
.legend { break-after: avoid; }
.headline { font-size: 13pt; color: #1d5c8f; margin: 2mm 0 4mm; }
.draft { display: inline-block; border: 0.4mm solid #b3261e; color: #b3261e; padding: 0.5mm 3mm; border-radius: 1mm; }
.numeral { font-weight: 600; white-space: nowrap; }
.mark { color: #8a4b00; font-size: 7.5pt; margin-inline-start: 0.6mm; white-space: nowrap; }
table { border-collapse: collapse; inline-size: 100%; margin: 2mm 0 4mm; font-size: 9.5pt; }
th, td { border-block-end: 0.2mm solid #ccc; padding: 1mm 1.5mm; text-align: start; vertical-align: top; }
th { background: #f2f5f8; font-weight: 600; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
table.numbers :is(td, th):nth-child(2) { text-align: end; }
table.numbers td:nth-child(2) { font-weight: 600; white-space: nowrap; }
table.facts :is(td, th):first-child { white-space: nowrap; color: #555; }
${chartStyle}.definitions { font-size: 9pt; columns: 2; column-gap: 8mm; }
.definitions div { break-inside: avoid; margin-block-end: 2mm; }
.definitions dt { font-weight: 600; } .definitions dd { margin: 0; }
.hash { font-family: ui-monospace, monospace; font-size: 7.5pt; overflow-wrap: anywhere; }
`;
