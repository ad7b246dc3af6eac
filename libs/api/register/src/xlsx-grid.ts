import type { Cell, DatedCell, Grid, GridRow } from './cell';
import { limits, refusals } from './unreadable';
import { readSharedTexts, readStyles, readWorkbook, unescapeCell } from './workbook-parts';
import { attribute, walkXml, type XmlListener } from './xml';
import { Zip } from './zip';

interface Book {
  readonly texts: readonly string[];
  readonly styles: readonly (DatedCell['shows'] | null)[];
  readonly countsFrom1904: boolean;
}

/** What stands in a `c` element before it is understood. */
interface RawCell {
  type: string;
  style: number;
  value: string | null;
  hasFormula: boolean;
}

/** Excel itself shows ##### for what lies before its first day or after 31 December 9999. */
const lastSerial = 2_958_466;

function numberIn(raw: RawCell, book: Book): Cell {
  const value = Number(raw.value);
  const shows = book.styles[raw.style] ?? null;
  if (!Number.isFinite(value)) return { broken: String(raw.value) };
  if (shows === null) return value;
  const serial = book.countsFrom1904 && shows !== 'time' ? value + 1462 : value;
  return serial < 0 || serial >= lastSerial ? { broken: String(raw.value) } : { serial, shows };
}

const asText = (value: string): Cell => unescapeCell(value);

/** How the types of cells are understood; every other type is a number. */
const understood: Readonly<Record<string, (value: string, book: Book) => Cell>> = {
  s: (value, book) => book.texts[Number(value)] ?? { broken: value },
  str: asText,
  inlineStr: asText,
  d: asText,
  b: (value) => value === '1',
  e: (value) => ({ broken: value }),
};

/** The cell's value; of a formula only what it came to is taken. */
function cellOf(raw: RawCell, book: Book): Cell {
  const { value, type } = raw;
  if (value === null || value === '') return raw.hasFormula && type !== 'str' ? { broken: '' } : null;
  const understand = Object.hasOwn(understood, type) ? understood[type] : undefined;
  return understand ? understand(value, book) : numberIn(raw, book);
}

/** The column of a reference such as AB12, counted from 0. */
function columnOf(reference: string): number {
  let column = 0;
  for (const sign of reference) {
    const letter = sign.charCodeAt(0) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}

/** Collects the rows of one worksheet; rows and columns without values leave no trace. */
class RowCollector implements XmlListener {
  readonly rows: GridRow[] = [];
  private line = 0;
  private column = -1;
  private cells: Cell[] = [];
  private raw: RawCell | null = null;
  private isValue = false;
  private isPhonetic = false;

  constructor(
    private readonly file: string,
    private readonly book: Book,
  ) {}

  open(name: string, attributes: string): void {
    if (name === 'row') this.beginRow(attributes);
    else if (name === 'c') this.beginCell(attributes);
    else if (name === 'f' && this.raw) this.raw.hasFormula = true;
    else if (name === 'rPh') this.isPhonetic = true;
    this.isValue = name === 'v' || name === 't';
  }

  text(text: string): void {
    if (this.raw && this.isValue && !this.isPhonetic) this.raw.value = (this.raw.value ?? '') + text;
  }

  close(name: string): void {
    this.isValue = false;
    if (name === 'c') this.endCell();
    else if (name === 'row') this.endRow();
    else if (name === 'rPh') this.isPhonetic = false;
  }

  private beginRow(attributes: string): void {
    this.line = Number(attribute(attributes, 'r') ?? this.line + 1);
    this.column = -1;
    this.cells = [];
  }

  private beginCell(attributes: string): void {
    const reference = attribute(attributes, 'r');
    this.column = reference ? columnOf(reference) : this.column + 1;
    const style = Number(attribute(attributes, 's') ?? 0);
    this.raw = { type: attribute(attributes, 't') ?? 'n', style, value: null, hasFormula: false };
  }

  private endCell(): void {
    const value = this.raw && cellOf(this.raw, this.book);
    this.raw = null;
    if (value === null || this.column < 0 || this.column >= limits.columns) return;
    while (this.cells.length < this.column) this.cells.push(null);
    this.cells[this.column] = value;
  }

  private endRow(): void {
    if (this.cells.length > 0) this.rows.push({ line: this.line, cells: this.cells });
    if (this.rows.length > limits.rows * 2) throw refusals.rowsTooMany(this.file);
  }
}

const oldExcel = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/** Every worksheet of a workbook as a grid. */
export function xlsxGrids(file: string, bytes: Buffer): readonly Grid[] {
  if (bytes.subarray(0, 4).equals(oldExcel)) throw refusals.oldExcel(file);
  const zip = new Zip(file, bytes);
  const part = (name: string) => zip.read(name)?.toString('utf8') ?? '';
  const { sheets, countsFrom1904 } = readWorkbook(part('xl/workbook.xml'), part('xl/_rels/workbook.xml.rels'));
  if (sheets.length === 0) throw refusals.notXlsx(file);
  const book: Book = {
    texts: readSharedTexts(part('xl/sharedStrings.xml')),
    styles: readStyles(part('xl/styles.xml')),
    countsFrom1904,
  };
  return sheets.map(({ name, part: place }) => {
    const collector = new RowCollector(file, book);
    if (!walkXml(part(place), collector)) throw refusals.notXlsx(file);
    return { file, name, rows: collector.rows };
  });
}
