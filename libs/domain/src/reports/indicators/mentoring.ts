import type { Indicator } from '../indicator';
import { trilingual } from '../words';
import { counted, derived, distinct, is, people, rows, sum } from './parts';

const begun = is('hasBegun', 'true');
const completed = is('state', 'completed');
const owed = trilingual('结对协调人', 'Pairing coordinators');

/** Who guides whom, what was owed and how pairings ended. */
export const mentoringIndicators: readonly Indicator[] = [
  counted(
    {
      key: 'mentors',
      unit: '名',
      name: trilingual('援疆人才（师傅）', 'Mentors'),
      says: trilingual(
        '当年有结对的师傅，每人计一次；两期合计。签字前未开始的结对不计。',
        'Mentors with a pairing that ran in that year, once each; what had not begun is not counted.',
      ),
    },
    distinct('pairing', 'mentor', begun),
    people('mentor', { alongside: 'pairings' }),
  ),
  counted(
    {
      key: 'mentor-cohorts',
      unit: '期',
      name: trilingual('师傅的期数', 'Cohorts of mentors'),
      says: trilingual('当年结对的师傅分属几期。', 'How many cohorts those mentors belong to.'),
    },
    distinct('pairing', 'cohort', begun),
  ),
  counted(
    {
      key: 'mentees',
      unit: '名',
      name: trilingual('结对的当地干部人才（徒弟）', 'Mentees'),
      says: trilingual(
        '当年有结对的徒弟，教师和医生合计，每人计一次。与师傅人数不相加。',
        'Mentees with a pairing that year, teachers and doctors, once each; never added to the mentors.',
      ),
    },
    distinct('pairing', 'mentee', begun),
    people('mentee', { alongside: 'pairings' }),
  ),
  counted(
    {
      key: 'pairings',
      unit: '对',
      name: trilingual('师徒结对', 'Mentor pairings'),
      says: trilingual(
        '当年进行过的结对，一对一行：从三方签字（不早于约定的第一天）到约定的最后一天或办结；截止日后发生的不计。' +
          '期满未结的计入约定最后一天所在的年度，状态另列。',
        'Pairings that ran in that year, one row each: from the third signature (not before the agreed first day) to the ' +
          'agreed last day or the end; nothing after the as-of day. One past its end and not closed belongs to the year ' +
          'of its agreed last day and stands apart by state.',
      ),
    },
    rows('pairing', begun),
    { alongside: 'mentees' },
  ),
  counted(
    {
      key: 'pairings-one-to-one',
      unit: '对',
      name: trilingual('一对一结对', 'Pairings 1:1'),
      says: trilingual('师傅同一时期只带这一位徒弟。', 'The mentor guides nobody else at that time.'),
    },
    rows('pairing', begun, is('form', 'one-to-one')),
  ),
  counted(
    {
      key: 'pairings-one-to-many',
      unit: '对',
      name: trilingual('一对多结对', 'Pairings 1:n'),
      says: trilingual('师傅同一时期带几位徒弟。', 'The mentor guides others at that time.'),
    },
    rows('pairing', begun, is('form', 'one-to-many')),
  ),
  counted(
    {
      key: 'pairings-running',
      unit: '对',
      name: trilingual('进行中的结对', 'Pairings running'),
      says: trilingual(
        '截止日结束时仍在进行、暂停或考核中的结对；约定的最后一天当天计入，期满未结的不计。' +
          '截止日当天办结的不计；当天延续或交接的，新的结对从次日起计。',
        'Active, paused or assessing when the as-of day is over; the agreed last day still counts, past it one that nobody ' +
          'closed does not. What is closed on that day does not count; what carries it on does from the day after.',
      ),
    },
    rows('pairing', is('state', 'active', 'paused', 'assessing')),
    { period: 'as-of' },
  ),
  derived(
    {
      key: 'mentees-per-mentor',
      unit: '比',
      name: trilingual('每位师傅带的徒弟', 'Mentees per mentor'),
      says: trilingual('徒弟人数除以师傅人数，保留两位小数。', 'Mentees divided by mentors, two decimals.'),
    },
    { operation: 'ratio', from: ['mentees', 'mentors'] },
  ),
  counted(
    {
      key: 'completions',
      unit: '对',
      name: trilingual('出师', 'Completions'),
      says: trilingual(
        '当年办结为出师的结对，按办结之日计；可按考核结果分。',
        'Pairings completed that year, by the day on which it was said; by result in the breakdown.',
      ),
    },
    rows('ending', completed),
    { alongside: 'completed-mentees' },
  ),
  counted(
    {
      key: 'completed-mentees',
      unit: '名',
      name: trilingual('出师的徒弟', 'Mentees who completed'),
      says: trilingual('当年出师的徒弟，每人计一次。', 'Mentees who completed that year, once each.'),
    },
    distinct('ending', 'mentee', completed),
    people('mentee', { alongside: 'completions' }),
  ),
  counted(
    {
      key: 'completions-excellent',
      unit: '对',
      name: trilingual('出师优秀', 'Completed as excellent'),
      says: trilingual('考核结果为优秀的出师。', 'Completions judged excellent.'),
    },
    rows('ending', completed, is('outcome', 'excellent')),
  ),
  counted(
    {
      key: 'pairings-ended-otherwise',
      unit: '对',
      name: trilingual('延续、交接或解除', 'Extended, handed over or dissolved'),
      says: trilingual(
        '当年办结为延续、交接或解除的结对，按办结之日计；没有开始过的不计。',
        'Pairings that ended in another way that year, by the day on which it was said; not those that never began.',
      ),
    },
    rows('ending', begun, is('state', 'extended', 'handed-over', 'dissolved')),
  ),
  counted(
    {
      key: 'obligations',
      unit: '项',
      name: trilingual('带教约定', 'Obligations due'),
      says: trilingual('当年到期的约定，一种约定一个期间一行。', 'What fell due that year, a row a kind and period.'),
    },
    rows('obligation'),
    { owner: owed },
  ),
  counted(
    {
      key: 'obligations-met',
      unit: '项',
      name: trilingual('完成的带教约定', 'Obligations met'),
      says: trilingual('应完成的次数都已完成的约定。', 'Obligations of which all that was due is done.'),
    },
    rows('obligation', is('isMet', 'true')),
    { owner: owed },
  ),
  derived(
    {
      key: 'obligations-met-share',
      unit: '%',
      name: trilingual('带教约定完成率', 'Share of obligations met'),
      says: trilingual('完成的约定除以全部约定。', 'Obligations met divided by all.'),
    },
    { operation: 'share', from: ['obligations-met', 'obligations'] },
    { owner: owed },
  ),
];

/** What was seen and done in mentoring. */
export const mentoringWorkIndicators: readonly Indicator[] = [
  counted(
    {
      key: 'observations',
      unit: '次',
      name: trilingual('听课记录', 'Observations'),
      says: trilingual('当年提交的听课记录，一次一行。', 'Observations submitted, one row each.'),
    },
    rows('observation'),
    { owner: owed, alongside: 'observed-mentees' },
  ),
  counted(
    {
      key: 'observed-mentees',
      unit: '名',
      name: trilingual('有听课记录的徒弟', 'Mentees with an observation'),
      says: trilingual('当年有听课记录的徒弟，每人计一次。', 'Mentees with an observation that year, once each.'),
    },
    distinct('observation', 'mentee'),
    people('mentee', { owner: owed, alongside: 'observations' }),
  ),
  counted(
    {
      key: 'studio-activities',
      unit: '次',
      name: trilingual('工作室活动', 'Studio activities held'),
      says: trilingual('当年开展过的工作室活动。', 'Activities of studios that were held.'),
    },
    rows('activity', is('state', 'held')),
    { owner: owed },
  ),
  counted(
    {
      key: 'activity-attendances',
      unit: '人次',
      name: trilingual('工作室活动参加人次', 'Attendances of studio activities'),
      says: trilingual('每次活动到场的人相加。', 'People at each activity added up.'),
    },
    sum('activity', 'people', is('state', 'held')),
    people('participant', { owner: owed }),
  ),
  counted(
    {
      key: 'mentee-honours',
      unit: '项',
      name: trilingual('指导徒弟获奖', 'Honours of mentees'),
      says: trilingual('徒弟当年获得的荣誉和奖项，一项一行；可按级别分。', 'Honours and awards, one row each.'),
    },
    rows('person-honour'),
    { owner: owed, alongside: 'honoured-mentees' },
  ),
  counted(
    {
      key: 'honoured-mentees',
      unit: '名',
      name: trilingual('获奖的徒弟', 'Mentees with an honour'),
      says: trilingual('当年获奖的徒弟，每人计一次。', 'Mentees with an honour that year, once each.'),
    },
    distinct('person-honour', 'mentee'),
    people('mentee', { owner: owed, alongside: 'mentee-honours' }),
  ),
  counted(
    {
      key: 'mentee-honours-region',
      unit: '项',
      name: trilingual('指导徒弟获自治区级以上奖项', 'Honours of mentees at regional level or above'),
      says: trilingual('自治区、省、国家级的荣誉和奖项。', 'Honours of the region, a province or the nation.'),
    },
    rows('person-honour', is('level', '国家', '自治区', '省')),
    { owner: owed },
  ),
];
