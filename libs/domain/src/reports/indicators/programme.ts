import type { Indicator } from '../indicator';
import { trilingual } from '../words';
import { counted, derived, distinct, is, known, people, rows, sum } from './parts';

const visitsOfTeachers = is('category', 'teaching-visit');
const visitsOfDoctors = is('category', 'medical-visit');
const trainings = is('category', 'training');

/** A number that a source states and no other row holds. */
const stated = (code: string) => sum('statement', 'number', is('code', code));

/** What the programme did: editions, batches, people who came, people who enrolled. */
export const programmeIndicators: readonly Indicator[] = [
  counted(
    {
      key: 'cadres-returned',
      unit: '名',
      name: trilingual('期满返杭的援疆干部', 'Cadres who returned to Hangzhou'),
      says: trilingual(
        '当年期满返回杭州的本批援疆干部人数。干部与人才（师傅）是两类人，不相加。',
        'Cadres of the batch who went home that year. Cadres are not the talents who mentor; the two never add.',
      ),
    },
    stated('S02'),
    people('cadre'),
  ),
  counted(
    {
      key: 'donor-schools',
      unit: '所',
      name: trilingual('贡献师资的名校', 'Schools that lent teachers'),
      says: trilingual('来源只说“多所”，没有数；只印“多所”。', 'The source says several and gives no number.'),
    },
    stated('S09'),
    { unknownWords: trilingual('多所', 'several') },
  ),
  counted(
    {
      key: 'remote-trainings',
      unit: '次',
      name: trilingual('依托远程教室展开的培训', 'Trainings over remote classrooms'),
      says: trilingual('来源只说“不少”，没有数。', 'The source says many and gives no number.'),
    },
    stated('S12'),
    { unknownWords: trilingual('不少', 'many') },
  ),
  counted(
    {
      key: 'outbound-trainings',
      unit: '期',
      name: trilingual('派出培训班', 'Outbound training classes'),
      says: trilingual('来源只说“多期”，没有数；只印“多期”。', 'The source says several and gives no number.'),
    },
    stated('S24'),
    { unknownWords: trilingual('多期', 'several') },
  ),
  counted(
    {
      key: 'inspection-delegations',
      unit: '批次',
      name: trilingual('考察团、支教团', 'Inspection and teaching-support delegations'),
      says: trilingual(
        '来源没有数，印“未说明”；可能与送教、送医是同一批人，不与它们相加。',
        'No number is given; they may be the same visits as those of teachers and doctors, so the two never add.',
      ),
    },
    stated('S25'),
    {
      unknownWords: trilingual('未说明', 'not told', 'ئېنىق ئەمەس'),
      mayOverlap: ['teacher-visits', 'doctor-visits', 'inbound-visits', 'visiting-teachers', 'visiting-doctors'],
    },
  ),
  counted(
    {
      key: 'showcases',
      unit: '期',
      name: trilingual('杭派教育展示活动', 'Showcases of Hangzhou-style education'),
      says: trilingual('当年举办的期数，一期一行。', 'Editions held that year, one row each.'),
    },
    rows('item', is('category', 'showcase')),
  ),
  counted(
    {
      key: 'medical-classes',
      unit: '期',
      name: trilingual('医疗业务培训班', 'Medical training classes'),
      says: trilingual('当年举办的期数，一期一行。', 'Editions held that year, one row each.'),
    },
    rows('item', is('category', 'medical-class')),
  ),
  derived(
    {
      key: 'programme-events',
      unit: '期',
      name: trilingual('展示活动与培训班合计', 'Showcases and medical classes together'),
      says: trilingual('展示活动期数加医疗业务培训班期数。', 'Editions of both added.'),
    },
    { operation: 'sum', from: ['showcases', 'medical-classes'] },
  ),
  counted(
    {
      key: 'teacher-visits',
      unit: '批次',
      name: trilingual('名师送教批次', 'Batches of visiting teachers'),
      says: trilingual('当年来阿送教或开展学术交流的批次。', 'Batches of teachers who came to teach or for exchange.'),
    },
    rows('item', visitsOfTeachers),
  ),
  counted(
    {
      key: 'visiting-teachers',
      unit: '名',
      name: trilingual('来阿名师', 'Visiting teachers'),
      says: trilingual(
        '各批次人数之和（人次：同一人来两次计两次）。有批次不知道人数时为“至少”。',
        'People of all batches together; who came twice counts twice. With a batch unknown it is at least so many.',
      ),
    },
    sum('item', 'people', visitsOfTeachers),
    people('visitor'),
  ),
  counted(
    {
      key: 'visit-units',
      unit: '个',
      name: trilingual('送教派出单位', 'Units that sent teachers'),
      says: trilingual('有名称的派出单位，每个计一次；没有写明单位的批次不计。', 'Named senders, once each.'),
    },
    distinct('item', 'sender', visitsOfTeachers, known('sender')),
  ),
  counted(
    {
      key: 'doctor-visits',
      unit: '批次',
      name: trilingual('专家送医批次', 'Batches of visiting medical experts'),
      says: trilingual('当年来阿送医的批次。', 'Batches of medical experts who came that year.'),
    },
    rows('item', visitsOfDoctors),
  ),
  counted(
    {
      key: 'visiting-doctors',
      unit: '名',
      name: trilingual('来阿医疗专家', 'Visiting medical experts'),
      says: trilingual('各批次人数之和（人次）。', 'People of all batches together; who came twice counts twice.'),
    },
    sum('item', 'people', visitsOfDoctors),
    people('visitor'),
  ),
  derived(
    {
      key: 'inbound-visits',
      unit: '批次',
      name: trilingual('来阿批次合计', 'Inbound batches together'),
      says: trilingual('送教批次加送医批次。', 'Batches of teachers and of medical experts added.'),
    },
    { operation: 'sum', from: ['teacher-visits', 'doctor-visits'] },
  ),
  derived(
    {
      key: 'inbound-visitors',
      unit: '名',
      name: trilingual('来阿名师与专家合计', 'Inbound visitors together'),
      says: trilingual(
        '来阿名师加来阿医疗专家，都是来访者。',
        'Teachers and medical experts added; both are visitors.',
      ),
    },
    { operation: 'sum', from: ['visiting-teachers', 'visiting-doctors'] },
    people('visitor'),
  ),
];

/** Training and placements: enrolled, attended and completed are three numbers, each of which may be unknown. */
export const trainingIndicators: readonly Indicator[] = [
  counted(
    {
      key: 'trainings',
      unit: '期',
      name: trilingual('教师培训', 'Teacher trainings'),
      says: trilingual('当年举办的教师培训。', 'Trainings held that year.'),
    },
    rows('item', trainings),
  ),
  counted(
    {
      key: 'training-enrolled',
      unit: '名',
      name: trilingual('培训报名', 'Enrolled in trainings'),
      says: trilingual(
        '报名人数之和（人次）。报名不等于到课，也不在徒弟人数之外另加。',
        'Enrolments added up. Enrolled is not attended, and these people may be mentees too.',
      ),
    },
    sum('item', 'enrolled', trainings),
    people('enrolled', { alongside: 'training-enrolled-people' }),
  ),
  counted(
    {
      key: 'training-enrolled-people',
      unit: '名',
      name: trilingual('培训报名人数', 'People enrolled in trainings'),
      says: trilingual('报名名单里的人，每人计一次。', 'People on the lists, once each.'),
    },
    distinct('enrolment', 'person', trainings, is('state', 'enrolled')),
    people('enrolled', { alongside: 'training-enrolled' }),
  ),
  counted(
    {
      key: 'training-attended',
      unit: '名',
      name: trilingual('培训到课', 'Attended trainings'),
      says: trilingual('到课人数之和；没有登记时印“未统计”。', 'Attendances added up; unknown where none was kept.'),
    },
    sum('item', 'attended', trainings),
    people('enrolled'),
  ),
  counted(
    {
      key: 'training-completed',
      unit: '名',
      name: trilingual('培训结业', 'Completed trainings'),
      says: trilingual('结业人数之和；没有登记时印“未统计”。', 'Completions added up; unknown where none was kept.'),
    },
    sum('item', 'completed', trainings),
    people('enrolled'),
  ),
  counted(
    {
      key: 'placements',
      unit: '项',
      name: trilingual('赴杭进修', 'Placements in Hangzhou'),
      says: trilingual('登记在册的进修项目，一项不等于一期。', 'Placements on the register; one is not an edition.'),
    },
    rows('item', is('category', 'placement')),
  ),
  counted(
    {
      key: 'placement-people',
      unit: '名',
      name: trilingual('赴杭进修人员', 'People placed in Hangzhou'),
      says: trilingual('进修项目人数之和（人次）。', 'People of all placements together.'),
    },
    sum('item', 'people', is('category', 'placement')),
    people('placed'),
  ),
];
