import { trilingual } from '../words';
import { factRows } from './facts';
import { lessonsParagraph, mentoringParagraph } from './paragraphs';
import type { ReportTemplate } from './template';
import { yearParagraph } from './year-paragraph';

const t = trilingual;

/** The yearly report before anybody writes in it; that of 2015 comes out of it as the source tells it. */
export const yearlyTemplate: ReportTemplate = {
  key: 'yearly',
  title: t('{{year}} 年度报告', 'Report of the year {{year}}', '{{year}}-يىللىق دوكلات'),
  headline: 'S26',
  sections: [
    {
      key: 'overview',
      title: t('概述', 'Overview', 'ئومۇمىي ئەھۋال'),
      paragraphs: [yearParagraph],
      indicators: ['remote-classrooms', 'classroom-schools', 'stages-reached', 'studios', 'mentors', 'mentees'],
      charts: [],
    },
    {
      key: 'lessons',
      title: t('远程课', 'Lessons', 'دەرس'),
      paragraphs: [lessonsParagraph],
      indicators: [
        ...['lessons-planned', 'lessons-held', 'lessons-verified', 'verified-share', 'lessons-cancelled'],
        ...['lessons-missed', 'lessons-made-up', 'lesson-minutes', 'lesson-heads', 'classes-reached'],
        ...['lesson-schools', 'lesson-stages', 'partner-schools', 'school-coverage', 'presenters'],
      ],
      charts: [
        {
          key: 'lessons-by-month',
          title: t('各月上过的课', 'Lessons held by month'),
          indicator: 'lessons-held',
          by: 'month',
          kind: 'column',
          sentence: t(
            '最多的是{{most}}，{{value}} 节，全年 {{total}} 节。',
            'Most in {{most}}: {{value}} of {{total}}.',
          ),
        },
        {
          key: 'lessons-by-kind',
          title: t('各类型的课', 'Lessons held by kind'),
          indicator: 'lessons-held',
          by: 'kind',
          kind: 'bar',
          sentence: t('最多的是{{most}}，{{value}} 节。', 'Most of the kind {{most}}: {{value}}.'),
        },
        {
          key: 'cancelled-by-reason',
          title: t('取消的原因', 'Why lessons were cancelled'),
          indicator: 'lessons-cancelled',
          by: 'reason',
          kind: 'bar',
          sentence: t('最多的原因是{{most}}，{{value}} 节。', 'Most often: {{most}} ({{value}}).'),
        },
      ],
    },
    {
      key: 'mentoring',
      title: t('师徒结对', 'Mentoring', 'ئۇستاز-شاگىرت'),
      paragraphs: [mentoringParagraph],
      indicators: [
        ...['mentors', 'mentees', 'pairings', 'pairings-one-to-one', 'pairings-one-to-many', 'mentees-per-mentor'],
        ...['completions', 'completed-mentees', 'completions-excellent', 'obligations', 'obligations-met'],
        ...['obligations-met-share', 'observations', 'observed-mentees', 'studio-activities', 'activity-attendances'],
        ...['mentee-honours', 'honoured-mentees', 'mentee-honours-region', 'studio-honours'],
      ],
      charts: [
        {
          key: 'pairings-by-studio',
          title: t('各工作室的徒弟', 'Mentees by studio'),
          indicator: 'mentees',
          by: 'studio',
          kind: 'bar',
          sentence: t('徒弟最多的是{{most}}，{{value}} 名。', 'Most at {{most}}: {{value}}.'),
        },
        {
          key: 'pairings-by-form',
          title: t('一对一与一对多', '1:1 and 1:n'),
          indicator: 'pairings',
          by: 'form',
          kind: 'pie',
          sentence: t('{{most}} {{value}} 对，共 {{total}} 对。', '{{value}} of {{total}} are {{most}}.'),
        },
      ],
    },
    {
      key: 'programme',
      title: t('活动、来访与培训', 'Events, visits and training', 'پائالىيەت ۋە تەربىيەلەش'),
      paragraphs: [],
      indicators: [
        ...['showcases', 'medical-classes', 'programme-events', 'teacher-visits', 'visiting-teachers', 'visit-units'],
        ...[
          'doctor-visits',
          'visiting-doctors',
          'inbound-visits',
          'inbound-visitors',
          'trainings',
          'training-enrolled',
        ],
        ...['training-enrolled-people', 'training-attended', 'training-completed', 'placements', 'placement-people'],
      ],
      charts: [
        {
          key: 'visitors-by-sender',
          title: t('各单位来阿的名师', 'Visiting teachers by sender'),
          indicator: 'visiting-teachers',
          by: 'sender',
          kind: 'bar',
          sentence: t('最多的是{{most}}，{{value}} 名。', 'Most from {{most}}: {{value}}.'),
        },
      ],
    },
  ],
  facts: factRows,
};
