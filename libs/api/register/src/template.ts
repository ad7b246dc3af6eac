import type { SpokenLanguage } from '@qinglan/api-platform';
import ExcelJS from 'exceljs';
import { explanation } from './read-files';
import type { Column, Sheet } from './sheet';
import { choicesOf } from './sheet-list';
import { sheets } from './sheets';

/** What the template is made for: its language, and the regions that may be chosen. */
export interface TemplateFacts {
  readonly language: SpokenLanguage;
  readonly regions: readonly string[];
}

/** Drop-downs reach this far down; some programs keep each of their cells by itself. */
const lastRow = 2001;

/** Text for whatever Excel would make a date of; days and times as they are typed. */
const formats = { text: '@', number: '0', day: 'yyyy-mm-dd', time: 'hh:mm' } as const;

const introduction: Readonly<Record<SpokenLanguage, readonly string[]>> = {
  zh: [
    '青蓝 名册导入模板',
    '每张工作表是一张表，第一行是表头；表头和工作表的名字不要改，列的顺序可以变。',
    '深色表头的列必须填写；浅色的不知道就空着：空着是“不知道”，不是 0。',
    '把鼠标停在表头上可以看到写法。代码可以写在这个工作簿里，也可以是系统里已有的。',
    '可以只填其中几张表；没有内容的表会跳过。导入前可以先试导入，什么都不会写入。',
    '全部正确才会导入，有一处错误就一条也不导入；同一份再导入一次不会有变化。',
  ],
  en: [
    'Qinglan: workbook to import the register',
    'Each worksheet is one sheet with its headings in row 1. Keep the names; the order of columns is free.',
    'Columns with a dark heading must be filled in; others may be empty, which means unknown and never zero.',
    'Point at a heading to see how to write. Codes may stand in this workbook or be in the register already.',
    'Fill in as few sheets as you like; empty ones are passed over. A dry run writes nothing.',
    'Only a register without faults is imported, all of it or nothing; importing it again changes nothing.',
  ],
};

/** exceljs keeps validations of whole ranges, but its types do not say so. */
interface WithValidations {
  readonly dataValidations: { add(range: string, validation: ExcelJS.DataValidation): void };
}

const letterOf = (sheet: ExcelJS.Worksheet, number: number) => sheet.getColumn(number).letter;

/** A strict list of words, or a helpful one of codes, which may also be in the register alone. */
function validationOf({ reading, needed }: Column, regions: readonly string[]): ExcelJS.DataValidation | null {
  const choices = choicesOf(reading, regions);
  const isStrict = choices.length > 0 && reading.choosesFrom !== 'scopes';
  const codes = reading.refersTo ? `'${reading.refersTo}'!$A$2:$A$${lastRow}` : null;
  const list = choices.length > 0 ? `"${choices.join(',')}"` : codes;
  if (list === null) return null;
  return { type: 'list', allowBlank: !needed, formulae: [list], showErrorMessage: isStrict };
}

function addSheet(book: ExcelJS.Workbook, { name, columns }: Sheet, { language, regions }: TemplateFacts): void {
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  Object.values(columns).forEach((column, at) => {
    const heading = sheet.getRow(1).getCell(at + 1);
    heading.value = column.heading;
    heading.note = column.reading.hint[language];
    heading.font = { bold: true, color: { argb: column.needed ? 'FFFFFFFF' : 'FF1F3A5F' } };
    heading.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: column.needed ? 'FF1F3A5F' : 'FFDCE6F2' } };
    const whole = sheet.getColumn(at + 1);
    whole.width = Math.max(12, column.heading.length * 2 + 4);
    whole.numFmt = formats[column.reading.format];
    const validation = validationOf(column, regions);
    const letter = letterOf(sheet, at + 1);
    if (validation)
      (sheet as unknown as WithValidations).dataValidations.add(`${letter}2:${letter}${lastRow}`, validation);
  });
}

function addIntroduction(book: ExcelJS.Workbook, language: SpokenLanguage): void {
  const sheet = book.addWorksheet(explanation);
  sheet.getColumn(1).width = 24;
  sheet.getColumn(2).width = 90;
  introduction[language].forEach((line) => sheet.addRow([line]));
  sheet.getRow(1).font = { bold: true, size: 16 };
  sheet.addRow([]);
  sheets.forEach(({ name, says }) => sheet.addRow([name, says[language]]));
}

/** The workbook to fill in: an explanation, then one worksheet for each sheet. */
export async function makeTemplate(facts: TemplateFacts): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  addIntroduction(book, facts.language);
  sheets.forEach((sheet) => addSheet(book, sheet, facts));
  return Buffer.from(await book.xlsx.writeBuffer());
}
