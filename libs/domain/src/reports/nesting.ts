import { asksForValues, type CountRule, type Filter, type Indicator } from './indicator';
import { countsPeople, dimensionOf, numberFieldOf, type Source } from './source';

/**
 * Whose people are among whose though the rows are of different sources: who completed, or was heard, or is honoured, is
 * one who is guided; each end is one of a pairing.
 */
const declared: ReadonlySet<string> = new Set([
  'completed-mentees in mentees',
  'observed-mentees in mentees',
  'honoured-mentees in mentees',
  'completions in pairings',
  'completions-excellent in pairings',
  'pairings-ended-otherwise in pairings',
]);

/** Every row that meets `narrow` meets `wide`. */
function implies(narrow: Filter, wide: Filter): boolean {
  if (narrow.field !== wide.field) return false;
  if (!asksForValues(wide))
    return wide.isKnown ? asksForValues(narrow) || narrow.isKnown : !asksForValues(narrow) && !narrow.isKnown;
  return asksForValues(narrow) && narrow.is.every((value) => wide.is.includes(value));
}

const measured = ({ measure }: CountRule): string =>
  JSON.stringify([measure.of, 'field' in measure ? measure.field : '']);

function isRuleWithin(part: CountRule, whole: CountRule): boolean {
  if (part.source !== whole.source || measured(part) !== measured(whole)) return false;
  return whole.where.every((wide) => part.where.some((narrow) => implies(narrow, wide)));
}

/**
 * Is everything that one indicator counts counted by another as well? Known of rows of one source by their conditions, as
 * of a day inside the year; of other sources only where it is declared. False of an indicator with itself.
 */
export function isWithin(part: Indicator, whole: Indicator): boolean {
  if (part.key === whole.key) return false;
  if (declared.has(`${part.key} in ${whole.key}`)) return true;
  if (part.rule.kind !== 'count' || whole.rule.kind !== 'count') return false;
  const isSameDays = part.period === whole.period || part.period === 'as-of';
  return isSameDays && isRuleWithin(part.rule, whole.rule);
}

/**
 * What of a group of a breakdown is people: its number, where that counts people; its rows, where each tells of one
 * person; null, where the group is of things. Groups by how a thing is arranged (一对一, 一对多) or how sure it is are of
 * things whatever is counted of them: they place nobody, and reports print them as numerals of their own.
 */
export function peopleIn(
  { rule, population }: Pick<Indicator, 'population'> & { readonly rule: CountRule },
  source: Source,
  by: string,
): 'number' | 'rows' | null {
  if (dimensionOf(source, by)?.isOfThings) return null;
  const { measure } = rule;
  const field = measure.of === 'sum' ? numberFieldOf(source, measure.field) : null;
  if (population !== null || (field && countsPeople(field))) return 'number';
  return source.isOfPeople ? 'rows' : null;
}
