import type { Dimension, DimensionKind } from '../source';
import { type Trilingual, trilingual } from '../words';

/** A dimension of a kind that needs no list. */
export const dimension = (kind: Exclude<DimensionKind, 'choice'>, column: string, name: Trilingual): Dimension => ({
  kind,
  column,
  name,
});

/** A dimension whose values are a closed list. */
export const choice = (column: string, name: Trilingual, choices: Readonly<Record<string, Trilingual>>): Dimension => ({
  kind: 'choice',
  column,
  name,
  choices,
});

/** The three stages, lowest first. */
export const stageWords = {
  primary: trilingual('小学', 'Primary', 'باشلانغۇچ مەكتەپ'),
  junior: trilingual('初中', 'Junior', 'تولۇقسىز ئوتتۇرا مەكتەپ'),
  senior: trilingual('高中', 'Senior', 'تولۇق ئوتتۇرا مەكتەپ'),
} as const;

export const stage = choice('stage', trilingual('学段', 'Stage'), stageWords);
export const month = dimension('month', 'month', trilingual('月份', 'Month'));
/** How sure something of a row is. */
export const howSure = (column: string, name: Trilingual): Dimension => ({
  ...choice(column, name, {
    recorded: trilingual('系统记录', 'Recorded'),
    stated: trilingual('原文', 'Stated'),
    inferred: trilingual('推断', 'Inferred'),
    demo: trilingual('示例', 'Demo'),
  }),
  isOfThings: true,
});
export const certainty = howSure('certainty', trilingual('确定程度', 'Certainty'));
export const side = (column: string, name: Trilingual): Dimension =>
  choice(column, name, {
    hangzhou: trilingual('杭州', 'Hangzhou', 'خاڭجۇ'),
    aksu: trilingual('阿克苏', 'Aksu', 'ئاقسۇ'),
  });
export const studio = dimension('studio', 'studio_id', trilingual('工作室', 'Studio'));
export const field = choice('field', trilingual('领域', 'Field'), {
  education: trilingual('教育', 'Education'),
  medical: trilingual('医疗', 'Medicine'),
});
/** The levels of honours, highest first; what a source names in one breath stays one level. */
export const honourLevels = ['国家', '自治区', '省', '自治区、地区', '地区', '市', '县', '校'] as const;
