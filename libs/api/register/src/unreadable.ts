import type { Words } from './words';

/** A file that is refused before any of its rows is looked at: too large, or not what it says it is. */
export class Unreadable extends Error {
  constructor(
    readonly kind: 'too-large' | 'unreadable-file',
    readonly words: Words,
  ) {
    super(words.en);
  }
}

const megabyte = 1024 * 1024;

/** What a file and a request may be at most. */
export const limits = {
  fileBytes: 5 * megabyte,
  requestBytes: 20 * megabyte,
  files: 40,
  rows: 50_000,
  inflatedBytes: 60 * megabyte,
  zipEntries: 2000,
  columns: 200,
};

const named = (file: string) => ({ zh: `文件“${file}”`, en: `The file “${file}”` });

const tooLarge = (file: string, zh: string, en: string) =>
  new Unreadable('too-large', { zh: `${named(file).zh}${zh}`, en: `${named(file).en} ${en}` });
const unreadable = (file: string, zh: string, en: string) =>
  new Unreadable('unreadable-file', { zh: `${named(file).zh}${zh}`, en: `${named(file).en} ${en}` });

/** Every way in which a file is refused. */
export const refusals = {
  fileTooLarge: (file: string) => tooLarge(file, '超过 5 MB，请拆成几份', 'is larger than 5 MB; split it'),
  requestTooLarge: () =>
    new Unreadable('too-large', {
      zh: '所有文件加起来超过 20 MB，请分几次导入',
      en: 'The files are larger than 20 MB together',
    }),
  inflatedTooLarge: (file: string) =>
    tooLarge(file, '解压后太大，已拒绝', 'would be too large once unpacked and was refused'),
  rowsTooMany: (file: string) =>
    tooLarge(file, '让总行数超过 50,000 行，请分几次导入', 'brings more than 50,000 rows; import them in several goes'),
  tooLong: () =>
    new Unreadable('too-large', { zh: '文件太复杂，读了太久，已停止', en: 'The files took too long to read' }),
  tooMuch: () =>
    new Unreadable('too-large', { zh: '文件太复杂，内存不够，已停止', en: 'The files need too much memory to read' }),
  neitherEncoding: (file: string) =>
    unreadable(file, '既不是 UTF-8 也不是 GB18030 编码的文本', 'is text in neither UTF-8 nor GB18030'),
  brokenCsv: (file: string, row: number) =>
    unreadable(
      file,
      `第 ${row} 行的引号没有配对，或这一行太长`,
      `has a quotation mark that is not closed, or too long a line, in line ${row}`,
    ),
  notXlsx: (file: string) =>
    unreadable(file, '不是 .xlsx 工作簿，可能已损坏', 'is not an .xlsx workbook, or it is damaged'),
  oldExcel: (file: string) =>
    unreadable(
      file,
      '是旧版 .xls 或加了密码，请另存为不加密的 .xlsx',
      'is an old .xls or has a password; save it as .xlsx without one',
    ),
  otherKind: (file: string) => unreadable(file, '既不是 .csv 也不是 .xlsx', 'is neither .csv nor .xlsx'),
};
