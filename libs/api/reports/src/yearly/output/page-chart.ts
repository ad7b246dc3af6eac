import {
  chartMarks,
  chartParts,
  drawnForm,
  inLanguage,
  marksDiffer,
  printNumber,
  type ReportLanguage,
  type YearlyChart,
  type YearlyGroup,
} from '@qinglan/domain';
import { bdi, escaped, tableRow } from './html';
import { marksText, pageWords } from './page-words';

/** Parts follow each other in these, dark beside light: they are told apart on a black and white print too. */
const inks = ['#2f6f9f', '#d99a5b', '#9cc4dd', '#3d7a4f', '#b5b5b5', '#8a4b00', '#6b6b9a'] as const;
const ink = (at: number): string => inks[at % inks.length] ?? inks[0];
const swatch = (at: number): string => `<span class="swatch" style="background:${ink(at)}"></span>`;
const fixed = (number: number): string => number.toFixed(1);

const svg = (size: string, inside: string) =>
  `<svg class="drawing" viewBox="0 0 ${size}" aria-hidden="true">${inside}</svg>`;

/** Points joined by a line; a point that is missing leaves a gap. */
function line(groups: readonly YearlyGroup[]): string {
  const [width, height, edge] = [480, 120, 16];
  const most = Math.max(1, ...groups.map(({ value }) => value ?? 0));
  const across = (at: number) => edge + (at * (width - 2 * edge)) / Math.max(1, groups.length - 1);
  const up = (value: number) => height - edge - (value / most) * (height - 2 * edge);
  const runs: string[][] = [[]];
  groups.forEach(({ value }, at) => {
    if (value === null) runs.push([]);
    else runs.at(-1)?.push(`${fixed(across(at))},${fixed(up(value))}`);
  });
  const lines = runs.map(
    (run) => `<polyline fill="none" stroke="${ink(0)}" stroke-width="2" points="${run.join(' ')}"/>`,
  );
  const points = runs.flat().map((point) => {
    const [x = '', y = ''] = point.split(',');
    return `<circle cx="${x}" cy="${y}" r="3.5" fill="${ink(0)}"/>`;
  });
  return svg(`${String(width)} ${String(height)}`, [...lines, ...points].join(''));
}

/** A ring of parts, the first one beginning at the top. */
function ring(groups: readonly YearlyGroup[]): string {
  const radius = 40;
  const round = 2 * Math.PI * radius;
  const total = groups.reduce((sum, { value }) => sum + (value ?? 0), 0);
  let before = 0;
  const arcs = groups.map(({ value }, at) => {
    const share = total === 0 ? 0 : ((value ?? 0) / total) * round;
    const arc = `<circle r="${String(radius)}" cx="60" cy="60" fill="none" stroke="${ink(at)}" stroke-width="22"
      stroke-dasharray="${fixed(share)} ${fixed(round - share)}" stroke-dashoffset="${fixed(-before)}"
      transform="rotate(-90 60 60)"/>`;
    before += share;
    return arc;
  });
  return svg('120 120', arcs.join(''));
}

type Cell = (group: YearlyGroup, at: number) => string;

/** What stands between the name of a group and its number. */
function cellsOf(chart: YearlyChart): Cell {
  const most = Math.max(1, ...chart.groups.map(({ value }) => value ?? 0));
  const wide = (value: number | null) => fixed(((value ?? 0) / most) * 100);
  const form = drawnForm(chart.kind, chart.groups);
  const parts = chartParts(chart.groups);
  if (form === 'line') return () => '';
  if (form === 'ring') return (_, at) => swatch(at);
  if (form === 'bars') return ({ value }) => `<span class="bar" style="inline-size:${wide(value)}%"></span>`;
  return (group) =>
    parts
      .map((part, at) => ({ at, value: group.parts?.find(({ label }) => label.zh === part.zh)?.value ?? null }))
      .filter(({ value }) => value !== null)
      .map(
        ({ at, value }) => `<span class="bar part" style="inline-size:${wide(value)}%;background:${ink(at)}"></span>`,
      )
      .join('');
}

/** What the colours of parts mean, each part with its number all in all. */
function legend({ groups }: YearlyChart, language: ReportLanguage): string {
  const parts = chartParts(groups).map((part, at) => {
    const sum = groups.reduce(
      (all, group) => all + (group.parts?.find(({ label }) => label.zh === part.zh)?.value ?? 0),
      0,
    );
    return `<span>${swatch(at)}${bdi(inLanguage(part, language))} ${escaped(printNumber(sum))}</span>`;
  });
  return parts.length === 0 ? '' : `<p class="parts">${parts.join(' ')}</p>`;
}

/** A group with its number, and how sure it is where the groups differ in that. */
function groupRow(
  group: YearlyGroup,
  {
    drawn,
    language,
    isNoted,
  }: { readonly drawn: string; readonly language: ReportLanguage; readonly isNoted: boolean },
): string {
  const { label, value, isHidden, marks = [] } = group;
  const isShown = !isHidden && value !== null;
  const number = isShown ? printNumber(value) : isHidden ? pageWords[language].hidden : '—';
  const mark = marks.length > 0 ? `<span class="mark">${escaped(marksText(marks, language))}</span>` : '';
  return tableRow([
    bdi(inLanguage(label, language)),
    isShown ? drawn : '',
    ...(isNoted ? [mark] : []),
    escaped(number),
  ]);
}

/** What it is and what it shows, with how sure it is as a whole. */
function headHtml({ title, sentence, groups }: YearlyChart, language: ReportLanguage): string {
  const said = inLanguage(sentence, language);
  const marks = marksText(chartMarks(groups), language);
  const mark = marks ? ` <span class="mark">${escaped(marks)}</span>` : '';
  return `<h3>${escaped(inLanguage(title, language))}</h3>${said ? `<p>${bdi(said)}${mark}</p>` : ''}`;
}

/** A chart as it is printed, on one page if it fits: its sentence, the drawing as its kind asks, each group with its number. */
export function chartHtml(chart: YearlyChart, language: ReportLanguage): string {
  const { groups, kind } = chart;
  if (groups.length === 0) return '';
  const [cell, isNoted] = [cellsOf(chart), marksDiffer(groups)];
  const rows = groups.map((group, at) => groupRow(group, { drawn: cell(group, at), language, isNoted }));
  const form = drawnForm(kind, groups);
  const drawing = form === 'line' ? line(groups) : form === 'ring' ? ring(groups) : legend(chart, language);
  const body = `<table class="groups"><tbody>${rows.join('')}</tbody></table>`;
  return `<div class="chart">${headHtml(chart, language)}${drawing}${body}</div>`;
}
