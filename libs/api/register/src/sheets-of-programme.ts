import { certaintyInRegister, type ItemCertainty, itemSpan } from '@qinglan/domain';
import { choice, code, reference, text, whole, yesOrNo } from './reading';
import { day, vagueDay, weekday, weeks } from './reading-of-time';
import { column, maybe, sheet, spare } from './sheet';
import { evidence } from './sheets-of-schools';

const codeHint = {
  zh: '字母、数字、-、_、.，最多 40 个，不能重复',
  en: 'Letters, digits, - _ . (at most 40), each once',
};
const people = whole(0, 1_000_000);
const certaintyOfWord = Object.fromEntries(
  Object.entries(certaintyInRegister).map(([certainty, word]) => [word, certainty as ItemCertainty]),
);

export const studios = sheet({
  name: '工作室',
  says: { zh: '一行是一个青蓝工作室', en: 'One studio' },
  key: ['code'],
  columns: {
    code: column('工作室代码', code(codeHint)),
    subject: column('学科', text(60, { zh: '学科', en: 'The subject' })),
    field: column('领域', choice({ 教育: 'education', 医疗: 'medical' })),
    host: column('所在单位代码', reference('单位')),
    lead: maybe('主持人工号', reference('人员')),
    evidence: column('佐证', evidence),
  },
});

export const honours = sheet({
  name: '荣誉',
  says: { zh: '一行是一个工作室的一项荣誉', en: 'An honour of a studio' },
  key: ['studio', 'title', 'year'],
  columns: {
    studio: column('工作室代码', reference('工作室')),
    title: column('荣誉', text(120, { zh: '荣誉的名称', en: 'Its name' })),
    level: column('级别', text(60, { zh: '如 省；写成来源的原样', en: 'As the source states it' })),
    year: column('年度', whole(1990, 2100)),
    evidence: column('佐证', evidence),
  },
});

export const pairings = sheet({
  name: '师徒结对',
  says: { zh: '一行是一对师徒', en: 'A mentor and a mentee' },
  key: ['mentor', 'mentee', 'fromDay'],
  columns: {
    mentor: column('导师工号', reference('人员')),
    mentee: column('学员工号', reference('人员')),
    studio: maybe('工作室代码', reference('工作室')),
    fromDay: column('起始日期', day),
    toDay: maybe('结束日期', day),
    agreement: maybe('约定', text(300, { zh: '约定的义务', en: 'What was agreed' })),
  },
  rules: [
    (row) => (row.mentor && row.mentor === row.mentee ? { field: 'mentee', what: { kind: 'same-person' } } : null),
    (row) =>
      row.fromDay && row.toDay && row.toDay < row.fromDay ? { field: 'toDay', what: { kind: 'days-backwards' } } : null,
  ],
});

export const items = sheet({
  name: '项目',
  says: { zh: '一行是一个项目；数字空着就是不知道', en: 'A programme item; an empty number is unknown' },
  key: ['code'],
  columns: {
    code: column('项目代码', code(codeHint)),
    category: column('类别', text(60, { zh: '如 送教、教师培训', en: 'Such as 送教' })),
    title: column('名称', text(120, { zh: '名称', en: 'A name' })),
    year: column('年度', whole(1990, 2100)),
    begins: maybe('开始', vagueDay),
    ends: maybe('结束', vagueDay),
    sender: maybe('派出单位代码', reference('单位')),
    host: maybe('接待单位代码', reference('单位')),
    people: maybe('人数', people),
    enrolled: maybe('报名人数', people),
    attended: maybe('到课人数', people),
    completed: maybe('结业人数', people),
    evidence: column(
      '佐证',
      text(60, {
        zh: '原文、推断、示例或系统记录，可以加注，如 原文“等”',
        en: '原文, 推断, 示例 or 系统记录, with a remark if needed',
      }),
    ),
    numbersCertainty: spare('人数佐证', choice(certaintyOfWord)),
    source: spare('来源', text(300, { zh: '出处，如报纸、文件的名称', en: 'Where it is stated' })),
    ordinal: spare('期次', whole(1, 9999)),
    state: spare('状态', choice({ 计划: 'planned', 已举办: 'held', 已取消: 'cancelled' })),
    purpose: spare('目的', text(300, { zh: '来做什么', en: 'What for' })),
    capacity: spare('名额', whole(1, 100_000)),
    note: spare('备注', text(1000, { zh: '备注', en: 'A note' })),
  },
  rules: [
    (row) => {
      const span = itemSpan({ year: row.year ?? 0, begins: row.begins ?? null, ends: row.ends ?? null });
      const isBackwards = !span.ok && span.refusal.kind === 'days-backwards';
      return isBackwards ? { field: 'ends', what: { kind: 'days-backwards' } } : null;
    },
  ],
});

export const enrolments = sheet({
  name: '报名',
  says: { zh: '一行是一个人报名一个项目', en: 'One person enrolled in an item' },
  key: ['item', 'person'],
  columns: {
    item: column('项目代码', reference('项目')),
    person: column('工号', reference('人员')),
    state: column('状态', choice({ 已报名: 'enrolled', 候补: 'waiting', 已退出: 'withdrawn' })),
    attended: maybe('到课', yesOrNo),
    completed: maybe('结业', yesOrNo),
  },
});

export const series = sheet({
  name: '远程课',
  says: {
    zh: '一行是每周一次的一门课；教室是两校各自唯一的那间',
    en: 'A weekly series; the classrooms are the schools’ only ones',
  },
  key: ['code'],
  columns: {
    code: column('课程代码', code(codeHint)),
    term: column('学期代码', reference('学期')),
    kind: column(
      '类型',
      choice({
        同步课堂: 'synchronous',
        远程教学辅导: 'tutoring',
        远程专题师训: 'training',
        课堂教学诊断: 'diagnosis',
        精品课程点播: 'on-demand',
      }),
    ),
    subject: column('学科', text(60, { zh: '学科', en: 'The subject' })),
    presentingSchool: column('主讲单位代码', reference('单位')),
    presenter: column('主讲教师工号', reference('人员')),
    presentingClass: maybe('主讲班级代码', reference('班级')),
    receivingSchool: column('听讲单位代码', reference('单位')),
    localTeacher: column('本地教师工号', reference('人员')),
    receivingClass: maybe('听讲班级代码', reference('班级')),
    weekday: column('星期', weekday),
    period: column('主讲节次', whole(1, 30)),
    weeks: column('教学周', weeks),
  },
  rules: [
    (row) =>
      row.presentingSchool && row.presentingSchool === row.receivingSchool
        ? { field: 'receivingSchool', what: { kind: 'same-school' } }
        : null,
  ],
});
