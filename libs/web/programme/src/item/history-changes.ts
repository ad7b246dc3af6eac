/** One field that changed; null was or is unknown. */
export interface FieldChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Days that follow from others, and names that are ids: no news to a reader. */
const untold = new Set(['firstDay', 'lastDay', 'senderId', 'hostId']);

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

function said(value: unknown): string | null {
  if (typeof value === 'boolean') return value ? '✓' : '×';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

/** The words of a field whose values are code words; null where a value is said as it is. */
export function codedBy(field: string): string | null {
  if (field === 'numbersCertainty') return 'certainty';
  return ['state', 'category', 'certainty'].includes(field) ? field : null;
}

/** When a sitting lay and where it lies now, as instants; none where its history says nothing of it. */
export const sittingTimes = (detail: Readonly<Record<string, unknown>>): readonly string[] =>
  [detail['before'], detail['after']]
    .map((side) => record(side)['startsAt'])
    .filter((startsAt) => typeof startsAt === 'string');

/** The fields before and after of a change as the history keeps them. */
export function changesIn(detail: Readonly<Record<string, unknown>>): readonly FieldChange[] {
  const [before, after] = [record(detail['before']), record(detail['after'])];
  return Object.keys(after)
    .filter((field) => !untold.has(field))
    .map((field) => ({ field, before: said(before[field]), after: said(after[field]) }));
}
