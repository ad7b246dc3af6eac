import type { Indicator } from '../indicator';
import { trilingual } from '../words';
import { counted, derived, distinct, is, people, rows, sum } from './parts';

const agreed = is('state', 'confirmed', 'live', 'ended', 'verified', 'cancelled', 'missed', 'interrupted');
const held = is('state', 'ended', 'verified');
const owner = trilingual('学校教务', 'School coordinators');

/** Remote lessons: agreed, held, signed, made up, called off; minutes, heads, classes, schools. */
export const lessonIndicators: readonly Indicator[] = [
  counted(
    {
      key: 'lessons-planned',
      unit: '节',
      name: trilingual('约定的远程课', 'Lessons agreed'),
      says: trilingual(
        '两校确认过的课，含后来取消、未上成的。',
        'Lessons both schools agreed to, whatever came of them.',
      ),
    },
    rows('lesson', agreed),
    { owner },
  ),
  counted(
    {
      key: 'lessons-held',
      unit: '节',
      name: trilingual('上过的远程课', 'Lessons held'),
      says: trilingual(
        '有效时间达到计划六成的课，含双方已签字的。',
        'Lessons held for at least 60 % of their time, signed or not.',
      ),
    },
    rows('lesson', held),
    { owner },
  ),
  counted(
    {
      key: 'lessons-verified',
      unit: '节',
      name: trilingual('双方签字的远程课', 'Lessons verified'),
      says: trilingual('两端教师都已在记录上签字的课。', 'Lessons whose record both teachers signed.'),
    },
    rows('lesson', is('state', 'verified')),
    { owner },
  ),
  counted(
    {
      key: 'lessons-unverified',
      unit: '节',
      name: trilingual('还没有签字的远程课', 'Lessons not yet verified'),
      says: trilingual('上过、但还缺签字的课；可按学校分。', 'Held, but a signature is missing; by school.'),
    },
    rows('lesson', is('state', 'ended')),
    { owner },
  ),
  derived(
    {
      key: 'verified-share',
      unit: '%',
      name: trilingual('签字率', 'Share of lessons verified'),
      says: trilingual('双方签字的课除以上过的课。', 'Lessons verified divided by lessons held.'),
    },
    { operation: 'share', from: ['lessons-verified', 'lessons-held'] },
    { owner },
  ),
  counted(
    {
      key: 'lessons-made-up',
      unit: '节',
      name: trilingual('补上的课', 'Lessons made up'),
      says: trilingual('为补另一节而上过的课。', 'Lessons held in place of another one.'),
    },
    rows('lesson', held, is('isMakeUp', 'true')),
    { owner },
  ),
  counted(
    {
      key: 'lessons-cancelled',
      unit: '节',
      name: trilingual('取消的课', 'Lessons cancelled'),
      says: trilingual('确认后取消的课；原因见分组。', 'Cancelled after they were agreed; reasons in the breakdown.'),
    },
    rows('lesson', is('state', 'cancelled')),
    { owner },
  ),
  counted(
    {
      key: 'lessons-missed',
      unit: '节',
      name: trilingual('没有上成的课', 'Lessons missed or interrupted'),
      says: trilingual('两端没有同时在线，或有效时间不到六成。', 'Both ends never met, or for less than 60 %.'),
    },
    rows('lesson', is('state', 'missed', 'interrupted')),
    { owner },
  ),
  counted(
    {
      key: 'lesson-minutes',
      unit: '分钟',
      name: trilingual('有效分钟', 'Effective minutes'),
      says: trilingual(
        '主讲教室与听讲教室同时在线的整分钟，逐课相加，含未完成的课。',
        'Whole minutes in which both ends were connected, added over lessons, unfinished ones included.',
      ),
    },
    sum('lesson', 'minutes', is('state', 'ended', 'verified', 'interrupted')),
    { owner },
  ),
  counted(
    {
      key: 'lesson-heads',
      unit: '人次',
      name: trilingual('听讲人次', 'Heads reached'),
      says: trilingual(
        '听讲教室登记的人数，逐课相加；没有登记的课不知道，印“至少”。',
        'Head counts of the receiving classrooms added over lessons; at least so many where some are unknown.',
      ),
    },
    sum('lesson', 'heads', held),
    people('pupil', { owner }),
  ),
  counted(
    {
      key: 'classes-reached',
      unit: '个',
      name: trilingual('听讲班级', 'Classes reached'),
      says: trilingual('上过远程课的听讲班级，每个计一次。', 'Receiving classes with a lesson held, once each.'),
    },
    distinct('lesson', 'class', held, { field: 'class', isKnown: true }),
    { owner },
  ),
  counted(
    {
      key: 'lesson-schools',
      unit: '所',
      name: trilingual('听讲学校', 'Schools reached'),
      says: trilingual('上过远程课的听讲学校，每所计一次。', 'Receiving schools with a lesson held, once each.'),
    },
    distinct('lesson', 'school', held),
    { owner },
  ),
  counted(
    {
      key: 'lesson-stages',
      unit: '个',
      name: trilingual('上过远程课的学段', 'Stages with lessons'),
      says: trilingual('听讲学校所在的学段，每个计一次。', 'Stages of the receiving schools, once each.'),
    },
    distinct('lesson', 'stage', held),
    { owner },
  ),
  derived(
    {
      key: 'school-coverage',
      unit: '%',
      name: trilingual('结对学校覆盖率', 'Share of partner schools reached'),
      says: trilingual('听讲学校除以结对的受援校。', 'Schools reached divided by receiving schools with a partner.'),
    },
    { operation: 'share', from: ['lesson-schools', 'partner-schools'] },
    { owner },
  ),
  counted(
    {
      key: 'presenters',
      unit: '名',
      name: trilingual('主讲教师', 'Presenting teachers'),
      says: trilingual('实际主讲过的教师，每人计一次。', 'Teachers who presented, once each.'),
    },
    distinct('lesson', 'presenter', held),
    people('teacher', { owner, alongside: 'lessons-held' }),
  ),
];
