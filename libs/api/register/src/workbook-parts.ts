import type { DatedCell } from './cell';
import { attribute, walkXml } from './xml';

/** What Excel's own date formats show; those from 27 on are the Chinese ones. */
const builtIn: Readonly<Record<DatedCell['shows'], readonly number[]>> = {
  day: [14, 15, 22, 30, 31],
  month: [17, 27, 36, 50, 52, 57],
  'month-day': [16, 28, 29, 51, 53, 54, 58],
  time: [18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56],
};
const builtInShows = new Map(
  Object.entries(builtIn).flatMap(([shows, ids]) => ids.map((id) => [id, shows as DatedCell['shows']] as const)),
);

/** What a number format shows of a number, or null where it shows a number. */
export function showsOfFormat(format: string): DatedCell['shows'] | null {
  if (/\[[hms]+\]/i.test(format)) return 'time';
  const signs = format
    .replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '')
    .replace(/AM\/PM|A\/P|上午\/下午|General/gi, '')
    .toLowerCase();
  const has = (sign: string) => signs.includes(sign);
  if (has('y')) return has('d') ? 'day' : 'month';
  if (has('d')) return 'month-day';
  return has('h') || has('s') ? 'time' : null;
}

/** By the index of a cell's style: what it shows of a number. */
export function readStyles(xml: string): readonly (DatedCell['shows'] | null)[] {
  const own = new Map<number, DatedCell['shows'] | null>();
  const styles: (DatedCell['shows'] | null)[] = [];
  let isInCells = false;
  walkXml(xml, {
    open(name, attributes) {
      if (name === 'numFmt')
        own.set(Number(attribute(attributes, 'numFmtId')), showsOfFormat(attribute(attributes, 'formatCode') ?? ''));
      if (name === 'cellXfs') isInCells = true;
      if (name !== 'xf' || !isInCells) return;
      const id = Number(attribute(attributes, 'numFmtId') ?? 0);
      styles.push(own.get(id) ?? builtInShows.get(id) ?? null);
    },
    close(name) {
      if (name === 'cellXfs') isInCells = false;
    },
    text() {},
  });
  return styles;
}

const isEscaped = /_x([0-9a-f]{4})_/gi;

/** Undoes `_x000D_`, by which workbooks write signs that XML does not carry. */
export const unescapeCell = (text: string): string =>
  text.includes('_x')
    ? text.replace(isEscaped, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

/** The texts that cells refer to by number; how to pronounce them (`rPh`) is left out. */
export function readSharedTexts(xml: string): readonly string[] {
  const texts: string[] = [];
  let text = '';
  let isText = false;
  let isPhonetic = false;
  walkXml(xml, {
    open(name) {
      if (name === 'si') text = '';
      if (name === 'rPh') isPhonetic = true;
      isText = name === 't';
    },
    close(name) {
      if (name === 'si') texts.push(unescapeCell(text));
      if (name === 'rPh') isPhonetic = false;
      isText = false;
    },
    text(part) {
      if (isText && !isPhonetic) text += part;
    },
  });
  return texts;
}

/** The worksheets in order with the parts that hold them, and whether days count from 1904. */
export interface WorkbookParts {
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  readonly countsFrom1904: boolean;
}

function readTargets(xml: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  walkXml(xml, {
    open(name, attributes) {
      const id = attribute(attributes, 'Id');
      const target = attribute(attributes, 'Target');
      if (name === 'Relationship' && id && target)
        targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
    close() {},
    text() {},
  });
  return targets;
}

/** What workbook.xml and its relations say. */
export function readWorkbook(xml: string, relations: string): WorkbookParts {
  const targets = readTargets(relations);
  const sheets: { name: string; part: string }[] = [];
  let countsFrom1904 = false;
  walkXml(xml, {
    open(tag, attributes) {
      if (tag === 'workbookPr') countsFrom1904 = ['1', 'true'].includes(attribute(attributes, 'date1904') ?? '');
      const part = tag === 'sheet' ? targets.get(attribute(attributes, 'id') ?? '') : undefined;
      if (part) sheets.push({ name: attribute(attributes, 'name') ?? '', part });
    },
    close() {},
    text() {},
  });
  return { sheets, countsFrom1904 };
}
