import { trilingual } from '../words';
import { clause, otherwise, worded } from './clauses';
import type { Clause, Paragraph } from './template';
import { trainingClauses, visitClauses } from './visit-clauses';

const t = trilingual;

// What was begun in a year is told only where somebody stated so; of other years the report says what there is.
const firstClassroomTold = 'statement:S03';
const studiosTold = 'statement:S13';
const cohortsKnown = 'value:mentor-cohorts';
const formsKnown = 'list:pairing-forms';

const classrooms: readonly Clause[] = [
  clause(
    t(
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
    clause(
      t(
        '远程互动教室设于{{list:classroom-schools}}；',
        'remote interactive classrooms stand at {{list:classroom-schools}}; ',
        'يىراقتىن ئارىلىشىش دەرسخانىسى بار مەكتەپلەر: {{list:classroom-schools}}؛ ',
      ),
      'list:classroom-schools',
    ),
  ),
  worded(
    t(
      '{{list:stages}}{{stages-reached|words}}个学段{{list:stage-coverage}}。',
      '{{stages-reached|words}} stages ({{list:stages}}) {{list:stage-coverage}}. ',
      '{{stages-reached}} باسقۇچ {{list:stage-coverage}}. ',
    ),
    t(
      '覆盖的学段：{{stages-reached}}。',
      'stages reached: {{stages-reached}}. ',
      'قاپلانغان باسقۇچ: {{stages-reached}}. ',
    ),
    'stages-reached',
  ),
];

const studios: readonly Clause[] = [
  worded(
    t(
      '建立青蓝工作室 {{studios}} 个；',
      '{{studios}} Qinglan studios were set up; ',
      'چىڭلەن ستۇدىيىسى {{studios}} قۇرۇلدى؛ ',
    ),
    t('建立的青蓝工作室：{{studios}}；', 'Qinglan studios set up: {{studios}}; ', 'چىڭلەن ستۇدىيىسى: {{studios}}؛ '),
    studiosTold,
    'studios',
  ),
  otherwise(
    studiosTold,
    worded(
      t('青蓝工作室 {{studios}} 个；', '{{studios}} Qinglan studios; ', 'چىڭلەن ستۇدىيىسى {{studios}}؛ '),
      t('青蓝工作室：{{studios}}；', 'Qinglan studios: {{studios}}; ', 'چىڭلەن ستۇدىيىسى: {{studios}}؛ '),
      'studios',
    ),
  ),
];

const mentorsUnknown = t(
  '援疆人才（人数：{{mentors}}）',
  'talents from Hangzhou (number: {{mentors}})',
  'ئۇستاز: {{mentors}}، ',
);
const paired = ['mentors', 'mentees'] as const;

const pairs: readonly Clause[] = [
  worded(
    t(
      '{{mentor-cohorts|words}}期 {{mentors}} 名援疆人才',
      '{{mentors}} talents from Hangzhou in {{mentor-cohorts|words}} terms',
      '{{mentors}} ئۇستاز ',
    ),
    mentorsUnknown,
    cohortsKnown,
    ...paired,
  ),
  otherwise(
    cohortsKnown,
    worded(
      t('{{mentors}} 名援疆人才', '{{mentors}} talents from Hangzhou', '{{mentors}} ئۇستاز '),
      mentorsUnknown,
      ...paired,
    ),
  ),
  worded(
    t(
      '与当地 {{mentees}} 名干部人才结成{{list:pairing-forms}}师徒关系。',
      ' were paired ({{list:pairing-forms}}) with {{mentees}} local cadres and talents. ',
      '{{mentees}} شاگىرت بىلەن جۈپلەشتى. ',
    ),
    t(
      '与当地干部人才（人数：{{mentees}}）结成{{list:pairing-forms}}师徒关系。',
      ' were paired ({{list:pairing-forms}}) with local cadres and talents (number: {{mentees}}). ',
      'شاگىرت: {{mentees}}. ',
    ),
    formsKnown,
    ...paired,
  ),
  otherwise(
    formsKnown,
    worded(
      t(
        '与当地 {{mentees}} 名干部人才结成师徒关系。',
        ' were paired with {{mentees}} local cadres and talents. ',
        '{{mentees}} شاگىرت بىلەن جۈپلەشتى. ',
      ),
      t(
        '与当地干部人才（人数：{{mentees}}）结成师徒关系。',
        ' were paired with local cadres and talents (number: {{mentees}}). ',
        'شاگىرت: {{mentees}}. ',
      ),
      ...paired,
    ),
  ),
];

/** Two things in one sentence; of a year that had only one of them, that one is told. */
const events: readonly Clause[] = [
  worded(
    t(
      '举办杭派教育展示活动 {{showcases}} 期',
      '{{showcases}} showcases of Hangzhou-style education',
      'خاڭجۇچە مائارىپ كۆرسىتىش پائالىيىتى {{showcases}} قېتىم',
    ),
    t(
      '举办杭派教育展示活动（期数：{{showcases}}）',
      'showcases of Hangzhou-style education (number: {{showcases}})',
      'خاڭجۇچە مائارىپ كۆرسىتىش پائالىيىتى ({{showcases}})',
    ),
    'showcases',
  ),
  worded(
    t(
      '、医疗业务培训班 {{medical-classes}} 期；',
      ' and {{medical-classes}} medical training classes were held; ',
      '، داۋالاش كەسپىي كۇرسى {{medical-classes}} قېتىم ئېچىلدى؛ ',
    ),
    t(
      '、医疗业务培训班（期数：{{medical-classes}}）；',
      ' and medical training classes (number: {{medical-classes}}) were held; ',
      '، داۋالاش كەسپىي كۇرسى ({{medical-classes}}) ئېچىلدى؛ ',
    ),
    'showcases',
    'medical-classes',
  ),
  otherwise('medical-classes', clause(t('；', ' were held; ', ' ئېچىلدى؛ '), 'showcases')),
  otherwise(
    'showcases',
    worded(
      t(
        '举办医疗业务培训班 {{medical-classes}} 期；',
        '{{medical-classes}} medical training classes were held; ',
        'داۋالاش كەسپىي كۇرسى {{medical-classes}} قېتىم ئېچىلدى؛ ',
      ),
      t(
        '举办医疗业务培训班（期数：{{medical-classes}}）；',
        'medical training classes (number: {{medical-classes}}) were held; ',
        'داۋالاش كەسپىي كۇرسى ({{medical-classes}}) ئېچىلدى؛ ',
      ),
      'medical-classes',
    ),
  ),
];

/** The paragraph that a yearly report must be able to print, each numeral live. */
export const yearParagraph: Paragraph = {
  key: 'year',
  clauses: [
    clause(t('{{year}} 年：', 'In {{year}}: ', '{{year}}-يىلى: ')),
    ...classrooms,
    ...studios,
    ...pairs,
    ...events,
    ...visitClauses,
    ...trainingClauses,
  ],
};
