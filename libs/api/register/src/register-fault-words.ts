import type { RegisterFault } from './fault';
import { type FaultWords, tell } from './telling';

/** The words for what is wrong with a row beside the rest of the register. */
export const registerFaultWords: FaultWords<RegisterFault> = {
  'unknown-reference': ({ sheet }) =>
    tell(
      [`“${sheet}”里没有这个代码，系统里也没有`, `改正代码，或先在“${sheet}”表里加上它`],
      [`Neither the sheet ${sheet} nor the register has this code`, `Correct it or add it to the sheet ${sheet}`],
    ),
  'unknown-scope': ({ choices }) =>
    tell(
      ['没有这个地方，也没有这个单位', `填：${choices.join('、')}，或（在校历里）单位代码`],
      ['There is no such region or organisation', `Write ${choices.join(', ')} or, in 校历, a code of 单位`],
    ),
  'ordinal-taken': ({ by }) =>
    tell(
      [`同一类别、同一年度的 ${by} 已经是这一期（批）`, '改正期次，或把这一格空着'],
      [`${by}, of the same category and year, has this number`, 'Correct the number or leave it empty'],
    ),
  'not-a-school': () =>
    tell(
      ['这个单位不是学校', '这里只能填学校的代码'],
      ['This organisation is not a school', 'Write the code of a school'],
    ),
  'not-partners': ({ schools }) =>
    tell(
      [`${schools.join(' 和 ')} 没有结对`, '先在“学校结对”表里加上这两所学校'],
      [`${schools.join(' and ')} are not partners`, 'Add the two schools to the sheet 学校结对'],
    ),
  foreign: ({ of }) => tell([`不属于 ${of}`, '改正代码'], [`This does not belong to ${of}`, 'Correct the code']),
  'role-missing': ({ role }) =>
    tell(
      [`这个人的角色里没有“${role}”`, `改正工号，或在“人员”表里加上角色“${role}”`],
      [`This person does not have the role ${role}`, `Correct the code or add ${role} in the sheet 人员`],
    ),
  'classroom-count': ({ count, endpoint }) =>
    tell(
      count === 0
        ? [`这所学校没有${endpoint}教室`, `在“教室”表里加一间端点为 ${endpoint} 的教室`]
        : [`这所学校有 ${count} 间${endpoint}教室，不知道用哪一间`, '请在系统里新建这门课并选择教室'],
      count === 0
        ? [`This school has no classroom of kind ${endpoint}`, `Add one of kind ${endpoint} to the sheet 教室`]
        : [
            `This school has ${count} classrooms of kind ${endpoint}`,
            'Draft this series on its page and choose the classroom',
          ],
    ),
  'no-such-period': ({ periods }) =>
    tell(
      [
        '主讲学校的作息没有这一节课',
        periods.length ? `这所学校有第 ${periods.join('、')} 节` : '先给这所学校写上作息代码',
      ],
      [
        'The presenting school has no such lesson period',
        periods.length ? `It has periods ${periods.join(', ')}` : 'Give the school a bell schedule first',
      ],
    ),
  'no-such-term': ({ side }) =>
    tell(
      [`${side} 所在地没有这个学期`, '在“学期”表里给两地都加上这个学期'],
      [`The region of ${side} has no such term`, 'Add the term for both regions to the sheet 学期'],
    ),
  'week-beyond-term': ({ weekCount }) =>
    tell(
      [`这个学期只有 ${weekCount} 周`, `教学周写到第 ${weekCount} 周为止`],
      [`This term has ${weekCount} weeks`, `Write weeks up to ${weekCount}`],
    ),
};
