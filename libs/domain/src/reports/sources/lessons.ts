import { lessonKinds, lessonStates } from '../../scheduling';
import type { Source } from '../source';
import { trilingual, type Trilingual } from '../words';
import { certainty, choice, dimension, month, stage } from './parts';

const kindWords: Readonly<Record<(typeof lessonKinds)[number], Trilingual>> = {
  synchronous: trilingual('同步课堂', 'Synchronous lesson'),
  tutoring: trilingual('远程教学辅导', 'Remote tutoring'),
  training: trilingual('远程专题师训', 'Remote themed teacher training'),
  diagnosis: trilingual('课堂教学诊断', 'Lesson diagnosis'),
  'on-demand': trilingual('精品课程点播', 'On-demand lesson'),
};

const stateWords: Readonly<Record<(typeof lessonStates)[number], Trilingual>> = {
  draft: trilingual('草稿', 'Draft'),
  proposed: trilingual('待确认', 'Proposed'),
  countered: trilingual('改期中', 'Countered'),
  confirmed: trilingual('已确认', 'Confirmed'),
  live: trilingual('进行中', 'Live'),
  ended: trilingual('已结束', 'Ended'),
  verified: trilingual('双方已签字', 'Verified'),
  declined: trilingual('已谢绝', 'Declined'),
  expired: trilingual('已过期', 'Expired'),
  withdrawn: trilingual('已撤回', 'Withdrawn'),
  cancelled: trilingual('已取消', 'Cancelled'),
  missed: trilingual('未上成', 'Missed'),
  interrupted: trilingual('未完成', 'Interrupted'),
};

/** Remote lessons: what was agreed, held and signed. */
export const lessonSource: Source = {
  view: 'report_lesson',
  name: trilingual('远程课', 'Lessons', 'دەرس'),
  instant: 'at',
  belongs: 'begins',
  isRecorded: true,
  schools: ['school', 'supportingSchool'],
  dimensions: {
    kind: choice('kind', trilingual('类型', 'Kind'), kindWords),
    state: choice('state', trilingual('状态', 'State'), stateWords),
    isMakeUp: dimension('flag', 'is_make_up', trilingual('补课', 'Makes up for another')),
    school: dimension('organisation', 'school_id', trilingual('听讲学校', 'Receiving school')),
    supportingSchool: dimension('organisation', 'supporting_school_id', trilingual('主讲学校', 'Presenting school')),
    stage,
    subject: dimension('words', 'subject', trilingual('学科', 'Subject')),
    reason: { ...dimension('words', 'reason', trilingual('原因', 'Reason')), isTyped: true },
    class: dimension('thing', 'class_id', trilingual('听讲班级', 'Receiving class')),
    month,
    certainty,
  },
  numbers: {
    minutes: { column: 'minutes', name: trilingual('有效分钟', 'Effective minutes') },
    plannedMinutes: { column: 'planned_minutes', name: trilingual('计划分钟', 'Planned minutes') },
    heads: { column: 'heads', name: trilingual('听讲人数', 'Heads at the receiving end'), population: 'pupil' },
  },
  people: {
    presenter: { column: 'presenter_id', name: trilingual('主讲教师', 'Presenter'), population: 'teacher' },
    localTeacher: { column: 'local_teacher_id', name: trilingual('本地教师', 'Local teacher'), population: 'teacher' },
  },
};
