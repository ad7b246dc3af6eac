import type { Source } from '../source';
import { type Trilingual, trilingual } from '../words';
import { certainty, choice, dimension, howSure, month, side } from './parts';

const category = choice('category', trilingual('类别', 'Category'), {
  showcase: trilingual('杭派教育展示活动', 'Showcase of Hangzhou-style education'),
  'medical-class': trilingual('医疗业务培训班', 'Medical training class'),
  'teaching-visit': trilingual('送教', 'Visit of teachers'),
  'medical-visit': trilingual('送医', 'Visit of doctors'),
  training: trilingual('教师培训', 'Teacher training'),
  placement: trilingual('赴杭进修', 'Placement in Hangzhou'),
  other: trilingual('其他', 'Other'),
});

/** A batch may be stated, and how many people were in it made up so that a stated total is proven. */
const asSure = { certainty: 'numbersCertainty' } as const;

/** What the programme did: items that were held. */
export const itemSource: Source = {
  view: 'report_programme',
  order: 'code',
  name: trilingual('项目', 'Programme items'),
  belongs: 'begins',
  isRecorded: false,
  schools: ['host'],
  dimensions: {
    category,
    title: dimension('words', 'title', trilingual('名称', 'Title')),
    sender: dimension('organisation', 'sender_id', trilingual('派出单位', 'Sender')),
    senderSide: side('sender_side', trilingual('派出方', 'Side of the sender')),
    host: dimension('organisation', 'host_id', trilingual('接待单位', 'Host')),
    month,
    certainty,
    numbersCertainty: howSure('numbers_certainty', trilingual('人数的确定程度', 'Certainty of the numbers')),
  },
  numbers: {
    people: { column: 'people', name: trilingual('人数', 'People'), isOfPeople: true, ...asSure },
    enrolled: { column: 'enrolled', name: trilingual('报名人数', 'Enrolled'), population: 'enrolled', ...asSure },
    attended: { column: 'attended', name: trilingual('到课人数', 'Attended'), population: 'enrolled', ...asSure },
    completed: { column: 'completed', name: trilingual('结业人数', 'Completed'), population: 'enrolled', ...asSure },
  },
  people: {},
};

/** Who enrolled in an item, person by person. */
export const enrolmentSource: Source = {
  view: 'report_enrolled',
  name: trilingual('报名', 'Enrolments'),
  belongs: 'begins',
  isRecorded: false,
  schools: ['school'],
  dimensions: {
    category,
    state: choice('state', trilingual('状态', 'State'), {
      enrolled: trilingual('已报名', 'Enrolled'),
      waiting: trilingual('候补', 'Waiting'),
      withdrawn: trilingual('已退出', 'Withdrawn'),
    }),
    attended: dimension('flag', 'attended', trilingual('到课', 'Attended')),
    completed: dimension('flag', 'completed', trilingual('结业', 'Completed')),
    item: dimension('item', 'item_id', trilingual('项目', 'Item')),
    school: dimension('organisation', 'organisation_id', trilingual('单位', 'Organisation')),
    certainty,
  },
  numbers: {},
  people: { person: { column: 'person_id', name: trilingual('报名人', 'Enrolled person'), population: 'enrolled' } },
  isOfPeople: true,
};

/** What a stated fact is about. */
export const statementMatters: Readonly<Record<string, Trilingual>> = {
  programme: trilingual('项目概况', 'The programme'),
  people: trilingual('人员', 'People'),
  'first-classroom': trilingual('首个教室', 'The first classroom'),
  classroom: trilingual('远程教室', 'Remote classrooms'),
  activity: trilingual('活动类型', 'Kinds of activity'),
  partnership: trilingual('结对', 'Partnerships'),
  training: trilingual('培训', 'Training'),
  visit: trilingual('来访', 'Visits'),
  mentoring: trilingual('师徒', 'Mentoring'),
  honour: trilingual('荣誉', 'Honours'),
  result: trilingual('成果', 'Results'),
};

/** A stated fact that no other row holds. */
export const statementSource: Source = {
  view: 'report_statement',
  order: 'code',
  name: trilingual('事实', 'Stated facts'),
  belongs: 'begins',
  isRecorded: false,
  schools: [],
  dimensions: {
    code: dimension('words', 'code', trilingual('代码', 'Code')),
    about: choice('about', trilingual('事项', 'About'), statementMatters),
    certainty,
  },
  numbers: { number: { column: 'number', name: trilingual('数值', 'Number') } },
  people: {},
};
