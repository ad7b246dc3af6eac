import type { CellFault } from './fault';
import { type FaultWords, tell } from './telling';

const weeksReasons = {
  empty: ['没有写教学周', 'No weeks are given'],
  unexpected: ['有读不懂的字', 'There is something that cannot be read'],
  'week-out-of-range': ['周次要在 1 到 53 之间', 'Weeks are from 1 to 53'],
  'range-backwards': ['前面的周次比后面的大', 'A range runs backwards'],
  'no-such-week': ['这一段里没有单周或双周', 'That range has no odd or no even week'],
} as const;

const emptyIfUnknown = { zh: '不知道就空着', en: 'leave it empty if unknown' };

/** The words for what is wrong with a single cell. */
export const cellFaultWords: FaultWords<CellFault> = {
  missing: () => tell(['这一格不能空着', '请填写'], ['This cell must not be empty', 'Fill it in']),
  'became-a-date': () =>
    tell(
      ['Excel 把这一格变成了日期，原来写的已经看不出来', '把这一列的格式改成“文本”，再重新填写'],
      ['Excel made a date of this cell; what was typed is lost', 'Format the column as text and type it again'],
    ),
  'error-value': () =>
    tell(
      ['这一格是公式错误', '改正公式，或直接填写内容'],
      ['This cell holds an error of a formula', 'Mend the formula or type the value'],
    ),
  'formula-without-value': () =>
    tell(
      ['这一格是公式，但没有算出的结果', '在 Excel 里打开并保存一次，或直接填写内容'],
      ['This cell is a formula that was never calculated', 'Open and save the file in Excel, or type the value'],
    ),
  'not-a-code': () =>
    tell(
      ['代码只能用字母、数字和 - _ . ，最多 40 个', '改成如 HZ-YQ-T1 的写法'],
      ['A code has letters, digits and - _ . only, at most 40', 'Write it like HZ-YQ-T1'],
    ),
  'too-long': ({ longest }) =>
    tell([`最多 ${longest} 个字`, '请写短一些'], [`At most ${longest} characters`, 'Make it shorter']),
  'not-a-choice': ({ choices }) =>
    tell(
      ['不在可选的范围里', `只能填：${choices.join('、')}`],
      ['This is none of the choices', `Write one of: ${choices.join(', ')}`],
    ),
  'not-whole': ({ least, most }) =>
    tell(
      [`要填 ${least} 到 ${most} 的整数`, `只写数字；${emptyIfUnknown.zh}（如果这一列可以空）`],
      [
        `A whole number from ${least} to ${most} is needed`,
        `Write digits only; ${emptyIfUnknown.en} where the column allows it`,
      ],
    ),
  'not-a-day': () =>
    tell(
      ['这不是一个完整的日期', '写成 2026-09-01，要有年、月、日'],
      ['This is not a whole date', 'Write it like 2026-09-01'],
    ),
  'not-a-month-day': () => tell(['这不是月和日', '写成 05-01'], ['This is not a month and day', 'Write it like 05-01']),
  'not-a-time': () =>
    tell(
      ['这不是一个时间', '写成 24 小时制的北京时间，如 09:50'],
      ['This is not a time', 'Write Beijing time of 24 hours, such as 09:50'],
    ),
  'not-a-year-month-or-day': () =>
    tell(
      ['看不出是哪年、哪月或哪天', `写成 2015、2015-11 或 2015-11-03；${emptyIfUnknown.zh}`],
      ['This is no year, month or day', `Write 2015, 2015-11 or 2015-11-03; ${emptyIfUnknown.en}`],
    ),
  weeks: ({ fault }) =>
    tell(
      [weeksReasons[fault][0], '写成 3-18、3-18单、4-16双、5,9,13 或它们的组合'],
      [weeksReasons[fault][1], 'Write 3-18, 3-18单 (odd), 4-16双 (even), 5,9,13 or a mixture'],
    ),
};
