import { trilingual } from '../words';
import { worded } from './clauses';
import type { Paragraph } from './template';

const t = trilingual;

/** What was taught over the line, in live numerals. */
export const lessonsParagraph: Paragraph = {
  key: 'lessons',
  clauses: [
    worded(
      t(
        '两校约定远程课 {{lessons-planned}} 节，上成 {{lessons-held}} 节，双方签字 {{lessons-verified}} 节；取消 {{lessons-cancelled}} 节，没有上成 {{lessons-missed}} 节，补上 {{lessons-made-up}} 节。',
        '{{lessons-planned}} lessons were agreed, {{lessons-held}} held, {{lessons-verified}} verified by both ends; {{lessons-cancelled}} were cancelled, {{lessons-missed}} missed or interrupted, {{lessons-made-up}} made up. ',
      ),
      t(
        '远程课节数：两校约定：{{lessons-planned}}，上成：{{lessons-held}}，双方签字：{{lessons-verified}}；取消：{{lessons-cancelled}}，没有上成：{{lessons-missed}}，补上：{{lessons-made-up}}。',
        'Lessons agreed: {{lessons-planned}}, held: {{lessons-held}}, verified by both ends: {{lessons-verified}}; cancelled: {{lessons-cancelled}}, missed or interrupted: {{lessons-missed}}, made up: {{lessons-made-up}}. ',
      ),
      'lessons-planned',
    ),
    worded(
      t('有效时间 {{lesson-minutes}} 分钟，', '{{lesson-minutes}} effective minutes, '),
      t('有效时间：{{lesson-minutes}}，', 'Effective minutes: {{lesson-minutes}}, '),
      'lessons-held',
    ),
    worded(
      t('听讲 {{lesson-heads}} 人次，', '{{lesson-heads}} heads, '),
      t('听讲人次：{{lesson-heads}}，', 'heads: {{lesson-heads}}, '),
      'lessons-held',
    ),
    worded(
      t(
        '覆盖 {{classes-reached}} 个班级、{{lesson-schools}} 所学校、{{lesson-stages}} 个学段。',
        '{{classes-reached}} classes, {{lesson-schools}} schools, {{lesson-stages}} stages.',
      ),
      t(
        '覆盖的班级：{{classes-reached}}，学校：{{lesson-schools}}，学段：{{lesson-stages}}。',
        'classes: {{classes-reached}}, schools: {{lesson-schools}}, stages: {{lesson-stages}}.',
      ),
      'lessons-held',
    ),
  ],
};

/** How the pairings went, in live numerals. In Uyghur as a list, which reads the same whatever is known. */
export const mentoringParagraph: Paragraph = {
  key: 'mentoring',
  clauses: [
    worded(
      t(
        '师徒结对 {{pairings}} 对，其中一对一 {{pairings-one-to-one}} 对、一对多 {{pairings-one-to-many}} 对。',
        '{{pairings}} pairings, {{pairings-one-to-one}} of them 1:1 and {{pairings-one-to-many}} 1:n. ',
        'ئۇستاز-شاگىرت جۈپى: {{pairings}}، 1:1: {{pairings-one-to-one}}، 1:n: {{pairings-one-to-many}}. ',
      ),
      t(
        '师徒结对（对）：{{pairings}}，其中一对一：{{pairings-one-to-one}}，一对多：{{pairings-one-to-many}}。',
        'Pairings: {{pairings}}, of them 1:1: {{pairings-one-to-one}}, 1:n: {{pairings-one-to-many}}. ',
        'ئۇستاز-شاگىرت جۈپى: {{pairings}}، 1:1: {{pairings-one-to-one}}، 1:n: {{pairings-one-to-many}}. ',
      ),
      'pairings',
    ),
    worded(
      t('出师 {{completions}} 对。', '{{completions}} completed. ', 'تاماملاندى: {{completions}}. '),
      t('出师对数：{{completions}}。', 'Completed: {{completions}}. ', 'تاماملاندى: {{completions}}. '),
      'completions',
    ),
    worded(
      t(
        '听课记录 {{observations}} 次。',
        '{{observations}} observations. ',
        'دەرس ئاڭلاش خاتىرىسى: {{observations}}. ',
      ),
      t('听课记录：{{observations}}。', 'Observations: {{observations}}. ', 'دەرس ئاڭلاش خاتىرىسى: {{observations}}. '),
      'observations',
    ),
    worded(
      t(
        '带教约定 {{obligations}} 项中完成 {{obligations-met}} 项。',
        '{{obligations-met}} of {{obligations}} obligations met. ',
        'كېلىشىم: {{obligations}}، تاماملاندى: {{obligations-met}}. ',
      ),
      t(
        '带教约定 {{obligations}} 项，完成情况：{{obligations-met}}。',
        'Obligations: {{obligations}}, met: {{obligations-met}}. ',
        'كېلىشىم: {{obligations}}، تاماملاندى: {{obligations-met}}. ',
      ),
      'obligations',
    ),
    worded(
      t(
        '指导徒弟获奖 {{mentee-honours}} 项。',
        'Mentees won {{mentee-honours}} honours.',
        'شاگىرتلارنىڭ شەرەپلىرى: {{mentee-honours}}.',
      ),
      t(
        '指导徒弟获奖项数：{{mentee-honours}}。',
        'Honours of mentees: {{mentee-honours}}.',
        'شاگىرتلارنىڭ شەرەپلىرى: {{mentee-honours}}.',
      ),
      'mentee-honours',
    ),
  ],
};
