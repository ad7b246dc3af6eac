/** What an enrolment says of one fact: yes, no, or nothing. */
export type Known = boolean | null;

/** One person's enrolment, as far as counting looks at it. */
export interface CountedEnrolment {
  readonly state: 'enrolled' | 'waiting' | 'withdrawn';
  readonly attended: Known;
  readonly completed: Known;
}

/** What the rows of a list give for one number: a lower bound, and of how many people nothing is known. */
export interface Tally {
  readonly sure: number;
  readonly unknown: number;
}

/** The three numbers of an item as they were stated; null is unknown, zero is zero. */
export interface StatedNumbers {
  readonly enrolled: number | null;
  readonly attended: number | null;
  readonly completed: number | null;
}

/** One number of an item and where it comes from; `atLeast` is told where the rows know only a part. */
export interface ItemNumber {
  readonly value: number | null;
  readonly atLeast: number | null;
  readonly from: 'stated' | 'rows' | 'nothing';
  /** Of how many people on the list nothing is known; 0 without a list. */
  readonly unknown: number;
  /** What the list gives where it contradicts what was stated: less than it, or more; null where they agree. */
  readonly rowsSay: number | null;
}

/** Who is on the list: withdrawn and waiting people are not. */
export const onList = ({ state }: Pick<CountedEnrolment, 'state'>): boolean => state === 'enrolled';

const tally = (values: readonly Known[]): Tally => ({
  sure: values.filter((value) => value === true).length,
  unknown: values.filter((value) => value === null).length,
});

/** What the list gives for enrolled (always sure), attended and completed; null without a list. */
export function tallies(rows: readonly CountedEnrolment[]): Readonly<Record<keyof StatedNumbers, Tally>> | null {
  const listed = rows.filter(onList);
  if (listed.length === 0) return null;
  return {
    enrolled: { sure: listed.length, unknown: 0 },
    attended: tally(listed.map((row) => row.attended)),
    completed: tally(listed.map((row) => row.completed)),
  };
}

/** Does a stated number lie outside what the list allows? */
const contradicts = (stated: number, { sure, unknown }: Tally): boolean => stated < sure || stated > sure + unknown;

/** A number that was stated goes before the list, and says where the list contradicts it. A list with unknown rows gives no number. */
export function itemNumber(stated: number | null, rows: Tally | null): ItemNumber {
  const unknown = rows?.unknown ?? 0;
  const none = { value: null, atLeast: null, from: 'nothing', unknown, rowsSay: null } as const;
  if (stated !== null) {
    const rowsSay = rows && contradicts(stated, rows) ? rows.sure : null;
    return { ...none, value: stated, from: 'stated', rowsSay };
  }
  if (!rows) return none;
  if (rows.unknown === 0) return { ...none, value: rows.sure, from: 'rows' };
  return rows.sure > 0 ? { ...none, atLeast: rows.sure, from: 'rows' } : none;
}

/** All three numbers of an item; one is never taken for another. */
export function itemNumbers(
  stated: StatedNumbers,
  rows: Readonly<Record<keyof StatedNumbers, Tally>> | null,
): Readonly<Record<keyof StatedNumbers, ItemNumber>> {
  return {
    enrolled: itemNumber(stated.enrolled, rows?.enrolled ?? null),
    attended: itemNumber(stated.attended, rows?.attended ?? null),
    completed: itemNumber(stated.completed, rows?.completed ?? null),
  };
}
