import type { Source } from '../source';
import { trilingual } from '../words';
import { certainty, choice, dimension, field, honourLevels, side, stage, studio } from './parts';

const level = choice(
  'level',
  trilingual('级别', 'Level'),
  Object.fromEntries(
    (
      [
        ['国家', 'National'],
        ['自治区', 'Autonomous region'],
        ['省', 'Provincial'],
        ['自治区、地区', 'Autonomous region, prefecture (as stated)'],
        ['地区', 'Prefecture'],
        ['市', 'City'],
        ['县', 'County'],
        ['校', 'School'],
      ] as const satisfies readonly (readonly [(typeof honourLevels)[number], string])[]
    ).map(([zh, en]) => [zh, trilingual(zh, en)]),
  ),
);
const ownSchool = dimension('organisation', 'school_id', trilingual('单位', 'Organisation'));

/** Studios, from the first thing known of each. */
export const studioSource: Source = {
  view: 'report_studio',
  name: trilingual('青蓝工作室', 'Studios'),
  belongs: 'spans',
  isRecorded: false,
  schools: ['school'],
  dimensions: {
    field,
    subject: dimension('words', 'subject', trilingual('学科', 'Subject')),
    studio,
    school: ownSchool,
    certainty,
  },
  numbers: {},
  people: {},
};

/** Honours of studios; the level stays as the source states it. */
export const honourSource: Source = {
  view: 'report_honour',
  name: trilingual('工作室荣誉', 'Honours of studios'),
  belongs: 'begins',
  isRecorded: false,
  schools: ['school'],
  dimensions: {
    level,
    title: dimension('words', 'title', trilingual('荣誉', 'Title')),
    studio,
    field,
    school: ownSchool,
    certainty,
  },
  numbers: {},
  people: {},
};

/** Honours and awards of people who are guided. */
export const personHonourSource: Source = {
  view: 'report_person_honour',
  name: trilingual('徒弟获奖', 'Honours of mentees'),
  belongs: 'begins',
  isRecorded: false,
  schools: ['school'],
  dimensions: {
    level,
    title: dimension('words', 'title', trilingual('荣誉', 'Title')),
    studio,
    school: ownSchool,
    certainty,
  },
  numbers: {},
  people: { mentee: { column: 'mentee_id', name: trilingual('徒弟', 'Mentee', 'شاگىرت'), population: 'mentee' } },
  isOfPeople: true,
};

/** Rooms with remote equipment, from the first thing known of each. */
export const classroomSource: Source = {
  view: 'report_classroom',
  name: trilingual('远程互动教室', 'Remote classrooms', 'دەرسخانا'),
  belongs: 'spans',
  isRecorded: false,
  schools: ['school'],
  dimensions: {
    endpoint: choice('endpoint', trilingual('端点', 'Endpoint'), {
      presenting: trilingual('主讲', 'Presenting'),
      receiving: trilingual('听讲', 'Receiving'),
    }),
    side: side('side', trilingual('所属地', 'Side')),
    stage,
    isFirst: dimension('flag', 'is_first', trilingual('首个', 'The first')),
    school: ownSchool,
    certainty,
  },
  numbers: {},
  people: {},
};

/** Organisations that something of a year names: schools, hospitals, delegations. */
export const organisationSource: Source = {
  view: 'report_organisation',
  name: trilingual('单位', 'Organisations'),
  belongs: 'spans',
  isRecorded: false,
  schools: ['school'],
  dimensions: {
    category: choice('category', trilingual('类别', 'Category'), {
      school: trilingual('学校', 'School', 'مەكتەپ'),
      university: trilingual('高校', 'University'),
      delegation: trilingual('教育团', 'Delegation'),
      medical: trilingual('医疗机构', 'Medical institution'),
      headquarters: trilingual('指挥部', 'Headquarters'),
    }),
    side: side('side', trilingual('所属地', 'Side')),
    stage,
    school: ownSchool,
    certainty,
  },
  numbers: {},
  people: {},
};

/** Two schools that teach together. */
export const partnershipSource: Source = {
  view: 'report_partnership_on',
  revised: 1,
  isAsOf: true,
  name: trilingual('学校结对', 'Partnerships'),
  belongs: 'spans',
  isRecorded: false,
  schools: ['school', 'supportingSchool'],
  dimensions: {
    school: dimension('organisation', 'school_id', trilingual('受援校', 'Receiving school')),
    supportingSchool: dimension('organisation', 'supporting_school_id', trilingual('支援校', 'Supporting school')),
    stage,
    certainty,
  },
  numbers: {},
  people: {},
};
