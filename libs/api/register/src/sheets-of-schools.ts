import { choice, code, reference, region, scope, several, text, whole } from './reading';
import { bellTime, day, monthDay, weekday } from './reading-of-time';
import { column, maybe, sheet } from './sheet';

const codeHint = {
  zh: '字母、数字、-、_、.，最多 40 个，不能重复',
  en: 'Letters, digits, - _ . (at most 40), each once',
};
const nameHint = { zh: '名称', en: 'A name' };

/** How sure a row is. */
export const evidence = choice({ 原文: 'stated', 推断: 'inferred', 示例: 'demo' });

export const bells = sheet({
  name: '作息',
  says: {
    zh: '一行是一个季节里的一节；一份作息整份导入',
    en: 'One period of one bell schedule in one season; a schedule comes whole',
  },
  key: ['code', 'season', 'number'],
  columns: {
    code: column('作息代码', code(codeHint)),
    season: column('季节', text(30, { zh: '如 全年、夏季、冬季', en: 'Such as 全年, 夏季, 冬季' })),
    firstDay: column('生效起(月-日)', monthDay),
    lastDay: column('生效止(月-日)', monthDay),
    number: column('节次', whole(1, 30)),
    startsAt: column('开始(北京时间)', bellTime),
    endsAt: column('结束(北京时间)', bellTime),
    kind: column('类型', choice({ 上课: 'lesson', 其他: 'other' }, { 其它: 'other' })),
  },
});

export const organisations = sheet({
  name: '单位',
  says: { zh: '一行是一个单位；学校要写学段', en: 'One organisation; schools state their stage' },
  key: ['code'],
  columns: {
    code: column('单位代码', code(codeHint)),
    name: column('名称', text(120, nameHint)),
    shortName: column('简称', text(60, nameHint)),
    category: column(
      '类别',
      choice({ 学校: 'school', 高校: 'university', 教育团: 'delegation', 医疗机构: 'medical', 指挥部: 'headquarters' }),
    ),
    stage: maybe('学段', choice({ 小学: 'primary', 初中: 'junior', 高中: 'senior' })),
    side: column('所属地', region),
    bell: maybe('作息代码', reference('作息')),
    evidence: column('佐证', evidence),
  },
  rules: [
    (row) =>
      row.category === 'school' && row.stage === null ? { field: 'stage', what: { kind: 'stage-missing' } } : null,
  ],
});

export const terms = sheet({
  name: '学期',
  says: { zh: '一行是一地的一个学期；两地可以不同', en: 'A term on one side; the two sides may differ' },
  key: ['code', 'side'],
  columns: {
    code: column('学期代码', code({ zh: '如 2026-1', en: 'Such as 2026-1' })),
    name: column('名称', text(60, nameHint)),
    side: column('所属地', region),
    firstMonday: column('第一周周一', day),
    weekCount: column('教学周数', whole(1, 30)),
  },
});

export const calendarDays = sheet({
  name: '校历',
  says: { zh: '一行是校历的一个例外日', en: 'One exception of the calendar' },
  key: ['scope', 'day'],
  columns: {
    scope: column('范围', scope),
    day: column('日期', day),
    kind: column('类型', choice({ 放假: 'day-off', 调休上班: 'make-up', 考试: 'exam', 停课: 'closed' })),
    followsWeekday: maybe('按周几课表', weekday),
    status: column('状态', choice({ 已确认: 'confirmed', 暂定: 'provisional' })),
    note: maybe('说明', text(120, { zh: '说明', en: 'A note' })),
  },
  rules: [
    (row) =>
      row.followsWeekday && row.kind && row.kind !== 'make-up'
        ? { field: 'followsWeekday', what: { kind: 'follows-without-make-up' } }
        : null,
  ],
});

export const classrooms = sheet({
  name: '教室',
  says: { zh: '一行是一间有远程设备的教室', en: 'One room with remote equipment' },
  key: ['code'],
  columns: {
    code: column('教室代码', code(codeHint)),
    organisation: column('单位代码', reference('单位')),
    name: column('名称', text(60, nameHint)),
    endpoint: column('端点', choice({ 主讲: 'presenting', 听讲: 'receiving' })),
    seats: maybe('座位数', whole(1, 2000)),
    evidence: column('佐证', evidence),
  },
});

export const classes = sheet({
  name: '班级',
  says: { zh: '一行是一个班；只写人数，不写学生', en: 'One class; its roll, no pupils' },
  key: ['code'],
  columns: {
    code: column('班级代码', code(codeHint)),
    organisation: column('单位代码', reference('单位')),
    name: column('名称', text(60, nameHint)),
    grade: column('年级', text(30, { zh: '如 高一、七年级', en: 'Such as 高一, 七年级' })),
    roll: maybe('人数', whole(0, 500)),
  },
});

export const partnerships = sheet({
  name: '学校结对',
  says: { zh: '一行是结对的两所学校', en: 'Two schools that teach together' },
  key: ['supporting', 'receiving'],
  columns: {
    supporting: column('支援校代码', reference('单位')),
    receiving: column('受援校代码', reference('单位')),
    fromDay: column('起始日期', day),
    evidence: column('佐证', evidence),
  },
  rules: [
    (row) =>
      row.supporting && row.supporting === row.receiving ? { field: 'receiving', what: { kind: 'same-school' } } : null,
  ],
});

export const people = sheet({
  name: '人员',
  says: { zh: '一行是一个人', en: 'One person' },
  key: ['code'],
  columns: {
    code: column('工号', code(codeHint)),
    name: column('姓名', text(120, nameHint)),
    organisation: column('单位代码', reference('单位')),
    roles: column(
      '角色',
      several({
        管理员: 'administrator',
        协调员: 'coordinator',
        教师: 'teacher',
        导师: 'mentor',
        学员: 'mentee',
        查看者: 'viewer',
      }),
    ),
    subject: maybe('学科', text(60, { zh: '学科', en: 'The subject' })),
    cohort: maybe('批次', text(60, { zh: '导师的批次，如 第一期', en: 'The batch of a mentor' })),
    evidence: column('佐证', evidence),
  },
});
