import { obligationKinds, type ShownState } from '../../mentoring';
import type { Source } from '../source';
import { trilingual, type Trilingual } from '../words';
import { certainty, choice, dimension, field, month, studio } from './parts';

const pairingStateWords: Readonly<Record<ShownState, Trilingual>> = {
  nominated: trilingual('提名', 'Nominated'),
  consenting: trilingual('征求同意', 'Consenting'),
  agreed: trilingual('已同意', 'Agreed'),
  active: trilingual('进行中', 'Active'),
  paused: trilingual('暂停', 'Paused'),
  assessing: trilingual('考核中', 'Assessing'),
  overdue: trilingual('期满未结', 'Past its end, not closed'),
  completed: trilingual('出师', 'Completed'),
  extended: trilingual('延续', 'Extended'),
  'handed-over': trilingual('已交接', 'Handed over'),
  dissolved: trilingual('已解除', 'Dissolved'),
  lapsed: trilingual('未成', 'Lapsed'),
};

const obligationWords: Readonly<Record<(typeof obligationKinds)[number], Trilingual>> = {
  'mentor-hears': trilingual('师傅听课', 'Mentor hears'),
  'mentee-hears': trilingual('徒弟听课', 'Mentee hears'),
  'open-lesson': trilingual('公开课', 'Open lesson'),
  'lesson-plan': trilingual('教案', 'Lesson plan'),
  discussion: trilingual('研讨', 'Discussion'),
  paper: trilingual('论文', 'Paper'),
};

const school = dimension('organisation', 'school_id', trilingual('学员单位', 'Organisation of the mentee'));
const menteePerson = {
  column: 'mentee_id',
  name: trilingual('徒弟', 'Mentee', 'شاگىرت'),
  population: 'mentee',
} as const;
const mentorPerson = {
  column: 'mentor_id',
  name: trilingual('师傅', 'Mentor', 'ئۇستاز'),
  population: 'mentor',
} as const;
const people = { mentor: mentorPerson, mentee: menteePerson };

/** Who guides whom; a mentor of several mentees at one time is one to many in each of the pairings. */
export const pairingSource: Source = {
  view: 'report_pairing_on',
  isAsOf: true,
  revised: 1,
  name: trilingual('师徒结对', 'Mentor pairings'),
  belongs: 'spans',
  isRecorded: true,
  schools: ['school', 'mentorSchool'],
  dimensions: {
    state: choice('state', trilingual('状态', 'State'), pairingStateWords),
    hasBegun: dimension('flag', 'has_begun', trilingual('已开始', 'Has begun')),
    form: {
      ...choice('form', trilingual('形式', 'Form'), {
        'one-to-one': trilingual('一对一', '1:1'),
        'one-to-many': trilingual('一对多', '1:n'),
      }),
      isOfThings: true,
    },
    outcome: choice('outcome', trilingual('考核结果', 'Outcome'), {
      excellent: trilingual('优秀', 'Excellent'),
      pass: trilingual('合格', 'Pass'),
      extended: trilingual('延期', 'Extended'),
      fail: trilingual('不合格', 'Fail'),
    }),
    isAtDistance: dimension('flag', 'at_distance', trilingual('远程延续', 'At a distance')),
    studio,
    field,
    school,
    mentorSchool: dimension('organisation', 'mentor_school_id', trilingual('导师单位', 'Organisation of the mentor')),
    cohort: dimension('words', 'cohort', trilingual('批次', 'Cohort')),
    certainty,
  },
  numbers: {},
  people,
  isOfPeople: true,
};

/** Pairings that came to their end, on the day on which somebody said so: what is closed later is of a later year. */
export const endingSource: Source = {
  ...pairingSource,
  view: 'report_ending_on',
  name: trilingual('师徒结对的结束', 'Ends of pairings'),
  belongs: 'begins',
};

/**
 * What was due of an obligation in one period, and whether it was met; of the year in which the period ends, since until then
 * more can be done of it and the pairing can end.
 */
export const obligationSource: Source = {
  view: 'report_obligation',
  revised: 1,
  name: trilingual('带教约定', 'Obligations'),
  belongs: 'ends',
  isRecorded: true,
  schools: ['school'],
  dimensions: {
    kind: choice('kind', trilingual('约定', 'Obligation'), obligationWords),
    isMet: dimension('flag', 'is_met', trilingual('已完成', 'Met')),
    studio,
    school,
    certainty,
  },
  numbers: {
    due: { column: 'due', name: trilingual('应完成', 'Due') },
    done: { column: 'done', name: trilingual('已完成', 'Done') },
  },
  people,
};

/** Observations that were submitted. */
export const observationSource: Source = {
  view: 'report_observation',
  name: trilingual('听课记录', 'Observations'),
  belongs: 'begins',
  isRecorded: true,
  schools: ['school'],
  dimensions: {
    direction: choice('direction', trilingual('方向', 'Direction'), {
      'mentor-hears': obligationWords['mentor-hears'],
      'mentee-hears': obligationWords['mentee-hears'],
    }),
    isCountersigned: dimension('flag', 'is_countersigned', trilingual('已签字', 'Countersigned')),
    studio,
    school,
    month,
    certainty,
  },
  numbers: {},
  people,
};

/** Meetings of studios. */
export const activitySource: Source = {
  view: 'report_activity',
  name: trilingual('工作室活动', 'Studio activities'),
  belongs: 'begins',
  isRecorded: true,
  schools: ['school'],
  dimensions: {
    kind: choice('kind', trilingual('类型', 'Kind'), {
      'joint-preparation': trilingual('集体备课', 'Joint preparation'),
      discussion: trilingual('研讨', 'Discussion'),
      training: trilingual('培训', 'Training'),
    }),
    state: choice('state', trilingual('状态', 'State'), {
      scheduled: trilingual('已安排', 'Scheduled'),
      held: trilingual('已开展', 'Held'),
      cancelled: trilingual('已取消', 'Cancelled'),
    }),
    studio,
    field,
    school: dimension('organisation', 'school_id', trilingual('所在单位', 'Host')),
    month,
    certainty,
  },
  numbers: { people: { column: 'people', name: trilingual('参加人次', 'Attendances'), population: 'participant' } },
  people: {},
};
