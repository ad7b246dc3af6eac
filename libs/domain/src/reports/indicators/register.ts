import type { Indicator } from '../indicator';
import { trilingual } from '../words';
import { counted, derived, distinct, is, rows } from './parts';

/** A pair that the source leaves open is no pair of the report, until the two schools hold a lesson here. */
const notInferred = [is('certainty', 'recorded', 'stated', 'demo')] as const;
const inAksu = [is('side', 'aksu'), is('endpoint', 'receiving')] as const;

/** Rooms, studios, schools and honours. */
export const registerIndicators: readonly Indicator[] = [
  counted(
    {
      key: 'remote-classrooms-first',
      unit: '个',
      name: trilingual('首个远程互动教室', 'The first remote classroom'),
      says: trilingual('阿克苏首个远程互动教室。', 'The first remote interactive classroom in Aksu.'),
    },
    rows('classroom', ...inAksu, is('isFirst', 'true')),
  ),
  counted(
    {
      key: 'remote-classrooms-further',
      unit: '个',
      name: trilingual('其后援建的远程互动教室', 'Further remote classrooms'),
      says: trilingual('首个之外的远程互动教室；是否都在当年建成，来源没有说。', 'Those besides the first one.'),
    },
    rows('classroom', ...inAksu, is('isFirst', 'false')),
  ),
  derived(
    {
      key: 'remote-classrooms',
      unit: '个',
      name: trilingual('远程互动教室', 'Remote classrooms'),
      says: trilingual('首个加其后援建的。', 'The first and the further ones added.'),
    },
    { operation: 'sum', from: ['remote-classrooms-first', 'remote-classrooms-further'] },
  ),
  counted(
    {
      key: 'classroom-schools',
      unit: '所',
      name: trilingual('有远程教室的阿克苏学校', 'Aksu schools with a remote classroom'),
      says: trilingual('每所学校计一次。', 'Each school once.'),
    },
    distinct('classroom', 'school', ...inAksu),
    { isReckoned: true },
  ),
  counted(
    {
      key: 'stages-reached',
      unit: '个',
      name: trilingual('覆盖的学段', 'Stages reached'),
      says: trilingual(
        '有远程教室的学校所在的学段（小学、初中、高中）；三个学段都有就是全覆盖，不等于所有学校。',
        'Stages of the schools with a remote classroom; all three reached does not mean all schools.',
      ),
    },
    distinct('classroom', 'stage', ...inAksu),
  ),
  counted(
    {
      key: 'studios',
      unit: '个',
      name: trilingual('青蓝工作室', 'Qinglan studios'),
      says: trilingual('当年已经建立的工作室。', 'Studios that were there that year.'),
    },
    rows('studio'),
  ),
  counted(
    {
      key: 'studios-education',
      unit: '个',
      name: trilingual('教育工作室', 'Studios of education'),
      says: trilingual('教育领域的工作室。', 'Studios in the field of education.'),
    },
    rows('studio', is('field', 'education')),
  ),
  counted(
    {
      key: 'studios-medical',
      unit: '个',
      name: trilingual('医疗工作室', 'Studios of medicine'),
      says: trilingual('医疗领域的工作室。', 'Studios in the field of medicine.'),
    },
    rows('studio', is('field', 'medical')),
  ),
  derived(
    {
      key: 'studios-by-field',
      unit: '个',
      name: trilingual('两个领域的工作室合计', 'Studios of both fields'),
      says: trilingual('教育工作室加医疗工作室。', 'Studios of education and of medicine added.'),
    },
    { operation: 'sum', from: ['studios-education', 'studios-medical'] },
  ),
  counted(
    {
      key: 'studios-honoured-province',
      unit: '个',
      name: trilingual('获省级命名的工作室', 'Studios honoured by the province'),
      says: trilingual('当年获省级荣誉的工作室，每个计一次。', 'Studios with an honour of the province, once each.'),
    },
    distinct('honour', 'studio', is('level', '省')),
  ),
  counted(
    {
      key: 'studios-honoured-region',
      unit: '个',
      name: trilingual('获自治区、地区命名的工作室', 'Studios honoured by region and prefecture'),
      says: trilingual(
        '当年获“自治区、地区”荣誉的工作室；哪个工作室属哪一级，来源没有分开，照原样登记。',
        'Studios with an honour of 自治区、地区; which holds which level is not told and stays as stated.',
      ),
    },
    distinct('honour', 'studio', is('level', '自治区、地区')),
  ),
  counted(
    {
      key: 'studio-honours',
      unit: '项',
      name: trilingual('工作室荣誉', 'Honours of studios'),
      says: trilingual('当年的荣誉，一项一行。', 'Honours of the year, one row each.'),
    },
    rows('honour'),
  ),
  counted(
    {
      key: 'hangzhou-schools-named',
      unit: '所',
      name: trilingual('提到的杭州学校', 'Hangzhou schools named'),
      says: trilingual(
        '来源里提到名字的杭州学校，每所计一次。',
        'Schools of Hangzhou that the source names, once each.',
      ),
    },
    rows('organisation', is('category', 'school'), is('side', 'hangzhou'), is('certainty', 'stated')),
    { isReckoned: true },
  ),
  counted(
    {
      key: 'partnerships-stated',
      unit: '对',
      name: trilingual('写明的学校结对', 'Partnerships stated'),
      says: trilingual('两端都写明的学校结对；推断的不计。', 'Pairs of which the source names both ends.'),
    },
    rows('partnership', is('certainty', 'stated')),
  ),
  counted(
    {
      key: 'partnerships',
      unit: '对',
      name: trilingual('学校结对', 'Partnerships'),
      says: trilingual(
        '当年有效的学校结对：来源写明两端的，或在系统里上过课的；只是推断的不计。',
        'Pairs of schools in that year whose both ends are stated, or which held a lesson here; inferred ones do not count.',
      ),
    },
    rows('partnership', ...notInferred),
  ),
  counted(
    {
      key: 'partnerships-inferred',
      unit: '对',
      name: trilingual('推断的学校结对', 'Partnerships inferred'),
      says: trilingual(
        '由来源推断、来源没有写明两端的结对；在系统里上过课之后就不再是推断。不进年度报告。',
        'Pairs of which the source does not name both ends, until they hold a lesson here. In no yearly report.',
      ),
    },
    rows('partnership', is('certainty', 'inferred')),
  ),
  counted(
    {
      key: 'partner-schools',
      unit: '所',
      name: trilingual('结对的受援校', 'Receiving schools in a partnership'),
      says: trilingual(
        '当年有结对的受援校，每所计一次；只是推断的结对不计。',
        'Receiving schools with a partner, once each; pairs that are but inferred do not count.',
      ),
    },
    distinct('partnership', 'school', ...notInferred),
  ),
];
