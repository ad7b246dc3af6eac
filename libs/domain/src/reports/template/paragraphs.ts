import { type Trilingual, trilingual } from '../words';
import type { Clause, Paragraph } from './template';

const clause = (text: Trilingual, ...needs: readonly string[]): Clause => ({ text, needs });

/** A clause for the years of which `told` was not stated. */
const otherwise = (told: string, text: Trilingual, ...needs: readonly string[]): Clause => ({
  text,
  needs,
  unless: told,
});

// What was begun in a year is told only where somebody stated so; of other years the report says what there is.
const firstClassroomTold = 'statement:S03';
const studiosTold = 'statement:S13';
const cohortsKnown = 'value:mentor-cohorts';

/** The paragraph that a yearly report must be able to print, each numeral live. */
export const yearParagraph: Paragraph = {
  key: 'year',
  clauses: [
    clause(trilingual('{{year}} 年：', 'In {{year}}: ', '{{year}}-يىلى: ')),
    clause(
      trilingual(
        '远程互动教室首建于{{list:first-classroom-schools}}，并在{{list:further-classroom-schools}}援建；',
        'the first remote interactive classroom was set up at {{list:first-classroom-schools}}, further ones at {{list:further-classroom-schools}}; ',
        'يىراقتىن ئارىلىشىش دەرسخانىسى تۇنجى بولۇپ {{list:first-classroom-schools}} دە قۇرۇلدى، يەنە {{list:further-classroom-schools}} دا قۇرۇلدى؛ ',
      ),
      firstClassroomTold,
      'list:first-classroom-schools',
      'list:further-classroom-schools',
    ),
    otherwise(
      firstClassroomTold,
      trilingual(
        '远程互动教室设于{{list:classroom-schools}}；',
        'remote interactive classrooms stand at {{list:classroom-schools}}; ',
        'يىراقتىن ئارىلىشىش دەرسخانىسى بار مەكتەپلەر: {{list:classroom-schools}}؛ ',
      ),
      'list:classroom-schools',
    ),
    clause(
      trilingual(
        '{{list:stages}}{{stages-reached|words}}个学段{{list:stage-coverage}}。',
        '{{stages-reached|words}} stages ({{list:stages}}) {{list:stage-coverage}}. ',
        '{{stages-reached}} باسقۇچ {{list:stage-coverage}}. ',
      ),
      'stages-reached',
    ),
    clause(
      trilingual(
        '建立青蓝工作室 {{studios}} 个；',
        '{{studios}} Qinglan studios were set up; ',
        '{{studios}} چىڭلەن ستۇدىيىسى قۇرۇلدى؛ ',
      ),
      studiosTold,
      'studios',
    ),
    otherwise(
      studiosTold,
      trilingual('青蓝工作室 {{studios}} 个；', '{{studios}} Qinglan studios; ', 'چىڭلەن ستۇدىيىسى {{studios}}؛ '),
      'studios',
    ),
    clause(
      trilingual(
        '{{mentor-cohorts|words}}期 {{mentors}} 名援疆人才与当地 {{mentees}} 名干部人才结成{{list:pairing-forms}}师徒关系。',
        '{{mentors}} talents from Hangzhou in {{mentor-cohorts|words}} terms were paired ({{list:pairing-forms}}) with {{mentees}} local cadres and talents. ',
        '{{mentors}} ئۇستاز {{mentees}} شاگىرت بىلەن جۈپلەشتى. ',
      ),
      cohortsKnown,
      'mentors',
      'mentees',
    ),
    otherwise(
      cohortsKnown,
      trilingual(
        '{{mentors}} 名援疆人才与当地 {{mentees}} 名干部人才结成{{list:pairing-forms}}师徒关系。',
        '{{mentors}} talents from Hangzhou were paired ({{list:pairing-forms}}) with {{mentees}} local cadres and talents. ',
        '{{mentors}} ئۇستاز {{mentees}} شاگىرت بىلەن جۈپلەشتى. ',
      ),
      'mentors',
      'mentees',
    ),
    clause(
      trilingual(
        '举办杭派教育展示活动 {{showcases}} 期、医疗业务培训班 {{medical-classes}} 期；',
        '{{showcases}} showcases of Hangzhou-style education and {{medical-classes}} medical training classes were held; ',
        'خاڭجۇچە مائارىپ كۆرسىتىش پائالىيىتى {{showcases}} قېتىم، داۋالاش كەسپىي كۇرسى {{medical-classes}} قېتىم ئېچىلدى؛ ',
      ),
      'showcases',
      'medical-classes',
    ),
    clause(
      trilingual(
        '{{teacher-visits}} 批次 {{visiting-teachers}} 位名师来阿送教或开展学术交流，{{doctor-visits}} 批次 {{visiting-doctors}} 名专家来阿送医。',
        '{{visiting-teachers}} distinguished teachers came in {{teacher-visits}} batches to teach or for academic exchange, {{visiting-doctors}} medical experts in {{doctor-visits}}. ',
        '{{visiting-teachers}} داڭلىق ئوقۇتقۇچى {{teacher-visits}} تۈركۈمگە، {{visiting-doctors}} مۇتەخەسسىس {{doctor-visits}} تۈركۈمگە بۆلۈنۈپ ئاقسۇغا كەلدى. ',
      ),
      'teacher-visits',
      'doctor-visits',
    ),
    clause(
      trilingual(
        '{{list:training-months}} 月{{list:training-titles}}，{{training-enrolled}} 名报名。',
        '{{list:training-titles}} (month {{list:training-months}}): {{training-enrolled}} enrolled.',
        '{{list:training-months}}-ئاي: {{list:training-titles}}، {{training-enrolled}} كىشى تىزىملاتتى.',
      ),
      'list:training-months',
      'trainings',
    ),
  ],
};

/** What was taught over the line, in live numerals. */
export const lessonsParagraph: Paragraph = {
  key: 'lessons',
  clauses: [
    clause(
      trilingual(
        '两校约定远程课 {{lessons-planned}} 节，上成 {{lessons-held}} 节，双方签字 {{lessons-verified}} 节；取消 {{lessons-cancelled}} 节，没有上成 {{lessons-missed}} 节，补上 {{lessons-made-up}} 节。',
        '{{lessons-planned}} lessons were agreed, {{lessons-held}} held, {{lessons-verified}} verified by both ends; {{lessons-cancelled}} were cancelled, {{lessons-missed}} missed or interrupted, {{lessons-made-up}} made up. ',
      ),
      'lessons-planned',
    ),
    clause(
      trilingual(
        '有效时间 {{lesson-minutes}} 分钟，听讲 {{lesson-heads}} 人次，覆盖 {{classes-reached}} 个班级、{{lesson-schools}} 所学校、{{lesson-stages}} 个学段。',
        '{{lesson-minutes}} effective minutes, {{lesson-heads}} heads, {{classes-reached}} classes, {{lesson-schools}} schools, {{lesson-stages}} stages.',
      ),
      'lessons-held',
    ),
  ],
};

/** How the pairings went, in live numerals; what nobody counted is not told here but stands as unknown in the table. */
export const mentoringParagraph: Paragraph = {
  key: 'mentoring',
  clauses: [
    clause(
      trilingual(
        '师徒结对 {{pairings}} 对，其中一对一 {{pairings-one-to-one}} 对、一对多 {{pairings-one-to-many}} 对。',
        '{{pairings}} pairings, {{pairings-one-to-one}} of them 1:1 and {{pairings-one-to-many}} 1:n. ',
      ),
      'pairings',
    ),
    clause(trilingual('出师 {{completions}} 对。', '{{completions}} completed. '), 'completions'),
    clause(trilingual('听课记录 {{observations}} 次。', '{{observations}} observations. '), 'observations'),
    clause(
      trilingual(
        '带教约定 {{obligations}} 项中完成 {{obligations-met}} 项。',
        '{{obligations-met}} of {{obligations}} obligations met. ',
      ),
      'obligations',
    ),
    clause(
      trilingual('指导徒弟获奖 {{mentee-honours}} 项。', 'Mentees won {{mentee-honours}} honours.'),
      'mentee-honours',
    ),
  ],
};
