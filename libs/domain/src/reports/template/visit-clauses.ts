import { trilingual } from '../words';
import { clause, otherwise, worded } from './clauses';
import type { Clause } from './template';

const t = trilingual;

/** Who came to Aksu: teachers, then doctors; of a year in which only one of the two came, those are told. */
export const visitClauses: readonly Clause[] = [
  worded(
    t(
      '{{teacher-visits}} 批次 {{visiting-teachers}} 位名师来阿送教或开展学术交流',
      '{{visiting-teachers}} distinguished teachers came in {{teacher-visits}} batches to teach or for academic exchange',
      '{{visiting-teachers}} داڭلىق ئوقۇتقۇچى {{teacher-visits}} تۈركۈمگە',
    ),
    t(
      '名师来阿送教或开展学术交流（批次：{{teacher-visits}}，人数：{{visiting-teachers}}）',
      'distinguished teachers came to teach or for academic exchange (batches: {{teacher-visits}}, people: {{visiting-teachers}})',
      'داڭلىق ئوقۇتقۇچى ({{visiting-teachers}}) {{teacher-visits}} تۈركۈمگە',
    ),
    'teacher-visits',
  ),
  worded(
    t(
      '，{{doctor-visits}} 批次 {{visiting-doctors}} 名专家来阿送医。',
      ', {{visiting-doctors}} medical experts in {{doctor-visits}}. ',
      '، {{visiting-doctors}} مۇتەخەسسىس {{doctor-visits}} تۈركۈمگە بۆلۈنۈپ ئاقسۇغا كەلدى. ',
    ),
    t(
      '，专家来阿送医（批次：{{doctor-visits}}，人数：{{visiting-doctors}}）。',
      ', so did medical experts (batches: {{doctor-visits}}, people: {{visiting-doctors}}). ',
      '، مۇتەخەسسىس ({{visiting-doctors}}) {{doctor-visits}} تۈركۈمگە بۆلۈنۈپ ئاقسۇغا كەلدى. ',
    ),
    'teacher-visits',
    'doctor-visits',
  ),
  otherwise('doctor-visits', clause(t('。', '. ', ' بۆلۈنۈپ ئاقسۇغا كەلدى. '), 'teacher-visits')),
  otherwise(
    'teacher-visits',
    worded(
      t(
        '{{doctor-visits}} 批次 {{visiting-doctors}} 名专家来阿送医。',
        '{{visiting-doctors}} medical experts came in {{doctor-visits}} batches. ',
        '{{visiting-doctors}} مۇتەخەسسىس {{doctor-visits}} تۈركۈمگە بۆلۈنۈپ ئاقسۇغا كەلدى. ',
      ),
      t(
        '专家来阿送医（批次：{{doctor-visits}}，人数：{{visiting-doctors}}）。',
        'medical experts came (batches: {{doctor-visits}}, people: {{visiting-doctors}}). ',
        'مۇتەخەسسىس ({{visiting-doctors}}) {{doctor-visits}} تۈركۈمگە بۆلۈنۈپ ئاقسۇغا كەلدى. ',
      ),
      'doctor-visits',
    ),
  ),
];

/** Who enrolled in a training class, by its month and its title. */
export const trainingClauses: readonly Clause[] = [
  worded(
    t(
      '{{list:training-months}} 月{{list:training-titles}}，{{training-enrolled}} 名报名。',
      '{{list:training-titles}} (month {{list:training-months}}): {{training-enrolled}} enrolled.',
      '{{list:training-months}}-ئاي: {{list:training-titles}}، {{training-enrolled}} كىشى تىزىملاتتى.',
    ),
    t(
      '{{list:training-months}} 月{{list:training-titles}}，报名人数：{{training-enrolled}}。',
      '{{list:training-titles}} (month {{list:training-months}}), enrolled: {{training-enrolled}}.',
      '{{list:training-months}}-ئاي: {{list:training-titles}} ({{training-enrolled}}).',
    ),
    'list:training-months',
    'trainings',
  ),
];
