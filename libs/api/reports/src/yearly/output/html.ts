/** Text inside a page, never markup. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A run of text that keeps its own direction inside a line of the other. */
export const bdi = (text: string): string => `<bdi>${escaped(text)}</bdi>`;

/** A row of a table of cells that are markup already. */
export const tableRow = (cells: readonly string[], cell: 'td' | 'th' = 'td'): string =>
  `<tr>${cells.map((inside) => `<${cell}>${inside}</${cell}>`).join('')}</tr>`;

/** A table with a head that is repeated on every page. */
export const table = (kind: string, heads: readonly string[], rows: readonly string[]): string =>
  rows.length === 0
    ? ''
    : `<table class="${kind}"><thead>${tableRow(heads.map(escaped), 'th')}</thead><tbody>${rows.join('')}</tbody></table>`;

/** A text inside `content:` of a style sheet. */
export const cssText = (text: string): string =>
  `"${text.replaceAll(/["\\<]/g, (sign) => `\\${sign.codePointAt(0)?.toString(16) ?? ''} `).replaceAll('\n', ' ')}"`;
