import { asksForValues, type CountRule } from '@qinglan/domain';

/** Which tally of lessons knows enough to answer: by day, by school and month, or once each a year. */
export type LessonGrain = 'day' | 'school' | 'once';

const ofDay: ReadonlySet<string> = new Set(['kind', 'state', 'isMakeUp', 'month', 'certainty']);
const ofSchool: ReadonlySet<string> = new Set([...ofDay, 'school', 'supportingSchool', 'stage']);
const ofOnce: ReadonlySet<string> = new Set(['kind', 'state', 'isMakeUp', 'certainty']);
/** What is counted once a year; a stage is told by the schools. */
const countedOnce: ReadonlySet<string> = new Set(['school', 'class', 'presenter', 'stage']);
const added: ReadonlySet<string> = new Set(['minutes', 'heads']);

function onceGrain({ measure, where }: CountRule): LessonGrain | null {
  if (measure.of !== 'distinct' || !countedOnce.has(measure.field)) return null;
  const isTold = where.every(
    (filter) =>
      ofOnce.has(filter.field) || (!asksForValues(filter) && filter.isKnown && filter.field === measure.field),
  );
  return isTold ? 'once' : null;
}

/** The coarsest tally that has every field a count asks for, `by` included; null where only the lessons have. */
export function lessonGrainOf(rule: CountRule, by: readonly string[] = []): LessonGrain | null {
  if (rule.source !== 'lesson') return null;
  if (rule.measure.of === 'distinct') return by.length === 0 ? onceGrain(rule) : null;
  if (rule.measure.of === 'sum' && !added.has(rule.measure.field)) return null;
  const fields = [...rule.where.map(({ field }) => field), ...by];
  if (fields.every((field) => ofDay.has(field))) return 'day';
  return fields.every((field) => ofSchool.has(field)) ? 'school' : null;
}
