import { type Trilingual, trilingual } from '../words';
import type { FactRow, Worded } from './template';

const none = trilingual('', '');

interface Told extends Worded {
  readonly label: Trilingual;
  readonly rule?: Trilingual;
  readonly untold?: readonly string[];
}

const stated = (number: string, { rule = none, ...told }: Told): FactRow => ({
  ...told,
  id: `S${number}`,
  rule,
  statement: `S${number}`,
});
const derived = (number: number, { rule = none, ...told }: Told): FactRow => ({
  ...told,
  id: `D${number}`,
  rule,
  statement: null,
});
const told = (code: string) => trilingual(`{{statement:${code}}}`, `{{statement:${code}}}`, `{{statement:${code}}}`);
const t = trilingual;

/** The facts of the year in the order of the source; a fact of which a year has no row is left out there. */
export const factRows: readonly FactRow[] = [
  stated('01', { label: t('批次与年度', 'Batch and year'), text: told('S01') }),
  stated('02', {
    label: t('返杭援疆干部', 'Cadres who returned'),
    text: t('{{cadres-returned}} 名', '{{cadres-returned}} people'),
    rule: t('干部与人才是两类人，不相加。', 'Cadres and talents never add.'),
  }),
  stated('03', {
    label: t('首个远程互动教室', 'First remote classroom'),
    text: t(
      '{{remote-classrooms-first}} 个，在{{list:first-classroom-schools}}',
      '{{remote-classrooms-first}}, at {{list:first-classroom-schools}}',
    ),
    rule: t('月份未说明。', 'The month is not told.'),
  }),
  stated('04', {
    label: t('其后的远程教室', 'Further remote classrooms'),
    text: t(
      '{{remote-classrooms-further}} 个：{{list:further-classroom-schools}}',
      '{{remote-classrooms-further}}: {{list:further-classroom-schools}}',
    ),
    rule: t('不含首个；建成日期未说明。', 'Without the first one; when they were finished is not told.'),
  }),
  stated('05', { label: t('活动类型', 'Kinds of activity'), text: told('S05') }),
  stated('06', {
    label: t('结对的杭州学校', 'Hangzhou partner schools'),
    text: told('S06'),
    rule: t('与哪所阿克苏学校结对未说明，只列名称。', 'The other end is not told; names alone.'),
  }),
  stated('07', {
    label: t('学段覆盖', 'Stages reached'),
    text: t(
      '{{stages-reached}}/3 个学段{{list:stage-coverage}}',
      '{{stages-reached}} of 3 stages {{list:stage-coverage}}',
    ),
    instead: t('{{stages-reached}}', '{{stages-reached}}'),
    rule: t('三个学段都有，不等于所有学校。', 'All stages, not all schools.'),
  }),
  stated('08', {
    label: t('同步学习的一对学校', 'The synchronous pair'),
    text: t(
      '{{partnerships-stated}} 对：{{list:stated-receiving-schools}} ↔ {{list:stated-supporting-schools}}',
      '{{partnerships-stated}}: {{list:stated-receiving-schools}} ↔ {{list:stated-supporting-schools}}',
    ),
    rule: t('只印写明的结对。', 'Stated pairs alone.'),
  }),
  stated('09', {
    label: t('贡献师资的名校', 'Schools that lent teachers'),
    text: t('{{donor-schools}}', '{{donor-schools}}'),
    rule: t('没有数，印“多所”。', 'No number is given.'),
  }),
  stated('10', {
    label: t('英语教师培训', 'Training of English teachers'),
    text: t(
      '{{list:training-months}} 月，报名 {{training-enrolled}} 名，到课 {{training-attended}}，结业 {{training-completed}}',
      'month {{list:training-months}}: {{training-enrolled}} enrolled, attended {{training-attended}}, completed {{training-completed}}',
    ),
    instead: t(
      '{{list:training-months}} 月，报名 {{training-enrolled}} 名，到课 {{training-attended}}，结业 {{training-completed}}',
      'month {{list:training-months}}: enrolled {{training-enrolled}}, attended {{training-attended}}, completed {{training-completed}}',
    ),
    rule: t(
      '只知道报名；到课、结业未统计。这些人可能也是徒弟，不另加。',
      'Enrolled alone is known; never added to the mentees.',
    ),
    untold: ['training-attended', 'training-completed'],
  }),
  stated('11', {
    label: t('培训内容', 'What it was about'),
    text: t('{{list:training-titles}}', '{{list:training-titles}}'),
  }),
  stated('12', {
    label: t('依托远程教室的培训', 'Trainings over remote classrooms'),
    text: t('{{remote-trainings}}', '{{remote-trainings}}'),
    rule: t('没有数，印“不少”。', 'No number is given.'),
  }),
  stated('13', {
    label: t('青蓝工作室', 'Studios'),
    text: t('{{studios}} 个：{{list:studio-subjects}}', '{{studios}}: {{list:studio-subjects}}'),
  }),
  stated('14', {
    label: t('援疆人才（师傅）', 'Mentors'),
    text: t('{{mentor-cohorts|words}}期 {{mentors}} 名', '{{mentors}} in {{mentor-cohorts|words}} terms'),
    instead: t('期数：{{mentor-cohorts}}，人数：{{mentors}}', 'people: {{mentors}}, terms: {{mentor-cohorts}}'),
    rule: t('两期合计，各期人数未说明。', 'Both terms together; the split is not told.'),
  }),
  stated('15', {
    label: t('结对的当地干部人才（徒弟）', 'Mentees'),
    text: t('{{mentees}} 名', '{{mentees}} people'),
    rule: t('教师与医生合计，按人数；与师傅不相加。', 'Teachers and doctors, once each; never added to mentors.'),
  }),
  stated('16', {
    label: t('省级“十佳”工作室', 'Top-ten studios of the province'),
    text: t('{{studios-honoured-province}} 个', '{{studios-honoured-province}}'),
  }),
  stated('17', {
    label: t('自治区、地区教学能手工作室', 'Master-teacher studios of region and prefecture'),
    text: t('{{studios-honoured-region}} 个', '{{studios-honoured-region}}'),
    rule: t('级别照原样；哪个属哪级未分。', 'Levels as stated; which holds which is not told.'),
  }),
  stated('18', { label: t('外科工作室成果', 'Result of the surgery studio'), text: told('S18') }),
  stated('19', { label: t('杭派教育展示活动', 'Showcases'), text: t('{{showcases}} 期', '{{showcases}} editions') }),
  stated('20', {
    label: t('医疗业务培训班', 'Medical training classes'),
    text: t('{{medical-classes}} 期', '{{medical-classes}} editions'),
    rule: t('没有学员数。', 'No number of trainees is given.'),
  }),
  stated('21', {
    label: t('名师来阿', 'Visiting teachers'),
    text: t('{{teacher-visits}} 批次 {{visiting-teachers}} 位', '{{visiting-teachers}} in {{teacher-visits}} batches'),
    instead: t(
      '批次：{{teacher-visits}}，人数：{{visiting-teachers}}',
      'people: {{visiting-teachers}}, batches: {{teacher-visits}}',
    ),
    rule: t('送教或学术交流，各批目的未分。', 'To teach or for exchange; which is not told.'),
  }),
  stated('22', {
    label: t('送教单位', 'Units of S21'),
    text: t('{{visit-units}} 个：{{list:visit-units}}', '{{visit-units}}: {{list:visit-units}}'),
    rule: t('另有一批原文写作“等”。', 'One further batch stands behind 等.'),
  }),
  stated('23', {
    label: t('专家送医', 'Visiting medical experts'),
    text: t('{{doctor-visits}} 批次 {{visiting-doctors}} 名', '{{visiting-doctors}} in {{doctor-visits}} batches'),
    instead: t(
      '批次：{{doctor-visits}}，人数：{{visiting-doctors}}',
      'people: {{visiting-doctors}}, batches: {{doctor-visits}}',
    ),
  }),
  stated('24', {
    label: t('派出培训', 'Outbound training'),
    text: t('{{outbound-trainings}}', '{{outbound-trainings}}'),
    rule: t('没有数，印“多期”。', 'No number is given.'),
  }),
  stated('25', {
    label: t('考察团、支教团', 'Delegations'),
    text: told('S25'),
    rule: t('可能与送教、送医重叠，不相加。', 'May be the same visits as S21 and S23; never added.'),
  }),
  stated('26', { label: t('成果', 'Outcome'), text: told('S26') }),
  stated('27', { label: t('下一年', 'Next year'), text: told('S27') }),
  derived(1, {
    label: t('远程教室合计', 'Remote classrooms together'),
    text: t(
      '{{remote-classrooms-first}} + {{remote-classrooms-further}} = {{remote-classrooms}} 个',
      '{{remote-classrooms-first}} + {{remote-classrooms-further}} = {{remote-classrooms}}',
    ),
    instead: t('{{remote-classrooms}} 个', '{{remote-classrooms}}'),
  }),
  derived(2, {
    label: t('工作室：教育与医疗', 'Studios by field'),
    text: t(
      '{{studios-education}} + {{studios-medical}} = {{studios-by-field}} 个',
      '{{studios-education}} + {{studios-medical}} = {{studios-by-field}}',
    ),
    instead: t('{{studios-by-field}} 个', '{{studios-by-field}}'),
  }),
  derived(3, {
    label: t('每位师傅带的徒弟', 'Mentees per mentor'),
    text: t('{{mentees}}/{{mentors}} = {{mentees-per-mentor}}', '{{mentees}}/{{mentors}} = {{mentees-per-mentor}}'),
    instead: t('{{mentees-per-mentor}}', '{{mentees-per-mentor}}'),
  }),
  derived(4, {
    label: t('项目活动合计', 'Programme events together'),
    text: t(
      '{{showcases}} + {{medical-classes}} = {{programme-events}} 期',
      '{{showcases}} + {{medical-classes}} = {{programme-events}} editions',
    ),
    instead: t('{{programme-events}} 期', '{{programme-events}} editions'),
  }),
  derived(5, {
    label: t('来阿合计', 'Inbound together'),
    text: t(
      '{{inbound-visits}} 批次，{{inbound-visitors}} 人',
      '{{inbound-visitors}} people in {{inbound-visits}} batches',
    ),
    instead: t(
      '批次：{{inbound-visits}}，人数：{{inbound-visitors}}',
      'people: {{inbound-visitors}}, batches: {{inbound-visits}}',
    ),
  }),
  derived(6, {
    label: t('有远程教室的阿克苏学校', 'Aksu schools with a classroom'),
    text: t('{{classroom-schools}} 所', '{{classroom-schools}}'),
  }),
  derived(7, {
    label: t('提到的杭州学校', 'Hangzhou schools named'),
    text: t(
      '{{hangzhou-schools-named}} 所：{{list:hangzhou-schools}}',
      '{{hangzhou-schools-named}}: {{list:hangzhou-schools}}',
    ),
  }),
];
