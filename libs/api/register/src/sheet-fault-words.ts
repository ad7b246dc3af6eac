import type { BellFault } from '@qinglan/domain';
import { formatMonthDay } from '@qinglan/domain';
import type { RowFault, SheetFault } from './fault';
import { type FaultWords, tell } from './telling';

const span = ({ from, to }: { from: number; to: number }) => `${formatMonthDay(from)}–${formatMonthDay(to)}`;

function bellReason(fault: BellFault): readonly [zh: string, en: string] {
  switch (fault.kind) {
    case 'period-without-length':
      return [`第 ${fault.period} 节的结束不晚于开始`, `period ${fault.period} does not end after it starts`];
    case 'period-outside-day':
      return [`第 ${fault.period} 节超出一天`, `period ${fault.period} lies outside the day`];
    case 'period-number-twice':
      return [`第 ${fault.period} 节写了两次`, `period ${fault.period} is there twice`];
    case 'periods-overlap':
      return [`第 ${fault.periods.join('、')} 节的时间重叠`, `periods ${fault.periods.join(' and ')} overlap`];
    case 'season-without-periods':
      return [`季节“${fault.season}”没有节次`, `season ${fault.season} has no periods`];
    case 'seasons-overlap':
      return [
        `季节 ${fault.seasons.join('、')} 在 ${span(fault)} 重叠`,
        `seasons ${fault.seasons.join(', ')} overlap on ${span(fault)}`,
      ];
    case 'no-season':
      return [`${span(fault)} 没有任何季节的作息`, `no season rings on ${span(fault)}`];
  }
}

/** The words for what is wrong with a sheet as a whole, or with a row by itself. */
export const sheetFaultWords: FaultWords<SheetFault | RowFault> = {
  'sheet-unknown': ({ names }) =>
    tell(
      ['看不出这是哪一张表', `把工作表或文件命名为其中之一：${names.join('、')}；不要的工作表请删掉`],
      ['This is none of the sheets', `Name the worksheet or file as one of ${names.join(', ')}, or delete it`],
    ),
  'sheet-mismatch': ({ other }) =>
    tell(
      [`名字和内容对不上：表头是“${other}”的`, `把它改名为“${other}”，或者换成正确的内容`],
      [`The name does not fit: the headings are those of ${other}`, `Rename it to ${other} or put in the right rows`],
    ),
  'headings-missing': ({ headings }) =>
    tell(
      ['前 20 行里没有找到表头', `表头应为：${headings.join('、')}`],
      ['No headings were found in the first 20 rows', `The headings are ${headings.join(', ')}`],
    ),
  'column-missing': () =>
    tell(
      ['缺少这一列', '加上这一列；不知道的格子可以空着，但列不能少'],
      ['This column is missing', 'Add it; cells may be empty where unknown, the column may not be left out'],
    ),
  'column-twice': () =>
    tell(['这一列出现了两次', '删掉其中一列'], ['This column is there twice', 'Delete one of the two']),
  'column-unknown': ({ headings }) =>
    tell(
      ['没有这样的列', `删掉它，或改成：${headings.join('、')}`],
      ['There is no such column', `Delete it or rename it to one of ${headings.join(', ')}`],
    ),
  'column-nameless': () =>
    tell(
      ['这一列没有表头，但有内容', '补上表头，或删掉内容'],
      ['A column without a heading has content', 'Add the heading or delete the content'],
    ),
  'nothing-to-read': () =>
    tell(
      ['没有可以导入的内容', '放入至少一张有内容的表'],
      ['There is nothing to import', 'Hand over at least one sheet with rows'],
    ),
  twice: ({ row, file }) =>
    tell(
      [`和“${file}”第 ${row} 行重复`, '两行只留一行'],
      [`The same as row ${row} of ${file}`, 'Keep one of the two rows'],
    ),
  'season-differs': ({ row }) =>
    tell(
      [`同一季节的起止日期和第 ${row} 行不一样`, '同一季节每一行写一样的起止日期'],
      [`The season’s days differ from row ${row}`, 'Write the same days in every row of a season'],
    ),
  bell: ({ bell, fault }) => {
    const [zh, en] = bellReason(fault);
    return tell(
      [`作息 ${bell}：${zh}`, '改正时间；一份作息要整份导入，全年每天都有且只有一个季节'],
      [`Bell ${bell}: ${en}`, 'Mend the times; a bell comes whole, with exactly one season on every day of the year'],
    );
  },
  'not-a-monday': () =>
    tell(
      ['第一周必须从周一开始', '改成那一周的周一'],
      ['Week 1 must begin on a Monday', 'Write the Monday of that week'],
    ),
  'stage-missing': () =>
    tell(['学校要写学段', '填 小学、初中 或 高中'], ['A school needs its stage', 'Write 小学, 初中 or 高中']),
  'same-school': () =>
    tell(['两所学校不能是同一所', '改正其中一个代码'], ['The two schools are the same', 'Correct one of the codes']),
  'same-person': () =>
    tell(
      ['导师和学员不能是同一个人', '改正其中一个工号'],
      ['Mentor and mentee are the same person', 'Correct one of the codes'],
    ),
  'days-backwards': () =>
    tell(['结束日期早于起始日期', '改正日期'], ['The end is before the beginning', 'Correct the days']),
  'follows-without-make-up': () =>
    tell(
      ['只有调休上班的日子才按周几的课表', '把这一格清空，或把类型改成 调休上班'],
      ['Only a make-up day follows a weekday’s timetable', 'Empty the cell, or make the kind 调休上班'],
    ),
};
