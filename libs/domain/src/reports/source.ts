import type { Trilingual } from './words';

/** People who are never added together: cadres, talents who mentor, mentees, visitors, enrolled, placed, teachers. */
export const populations = [
  'cadre',
  'mentor',
  'mentee',
  'visitor',
  'enrolled',
  'placed',
  'participant',
  'teacher',
  'pupil',
] as const;

/** A group of people that adds up with no other. */
export type Population = (typeof populations)[number];

/** A closed list of values, yes or no, a year's month, free words, or the id of a thing of the register. */
export type DimensionKind = 'choice' | 'flag' | 'month' | 'words' | 'organisation' | 'studio' | 'item' | 'thing';

/** Something by which rows are narrowed, grouped or counted once. */
export interface Dimension {
  readonly kind: DimensionKind;
  /** The column of the view; the only name that ever reaches SQL. */
  readonly column: string;
  readonly name: Trilingual;
  /** The values of a choice with their words; nothing else is accepted in a filter. */
  readonly choices?: Readonly<Record<string, Trilingual>>;
  /** Words that somebody typed in passing, perhaps about somebody: a breakdown names only what was said often. */
  readonly isTyped?: true;
  /** Says how a thing is arranged or how sure it is, and nothing of anybody: groups by it are of things, not of people. */
  readonly isOfThings?: true;
}

/** A number that a row carries; a row without it is unknown, never zero. */
export interface NumberField {
  readonly column: string;
  readonly name: Trilingual;
  /** Whose number it is, where it counts people. */
  readonly population?: Population;
  /** The dimension that says how sure the number is, where that is not how sure the row is. */
  readonly certainty?: string;
  /** Counts people of whom only the row's category says whose they are: visitors of a visit, the placed of a placement. */
  readonly isOfPeople?: true;
}

/** A person whom a row names; shown by a list of names alone, for a reason. */
export interface PersonField {
  readonly column: string;
  readonly name: Trilingual;
  readonly population: Population;
}

/** One kind of counted thing: a view `report_…` whose rows have an id, a span of days and a certainty. */
export interface Source {
  readonly view: string;
  /**
   * The view is a function of the last day that counts, and shows each thing as it stood when that day was over: what lasts
   * (a pairing, a partnership) goes on after the year that a report is of.
   */
  readonly isAsOf?: true;
  /**
   * How often it has changed which rows belong to a year, or what they say, since reports were first frozen; left out: never.
   * To be raised with every such change, whoever wrote the definitions that count it: a correction then says so.
   */
  readonly revised?: number;
  readonly name: Trilingual;
  /** The column of the instant by which an index finds the rows of a span of days, where the view has one. */
  readonly instant?: string;
  /** The column by which rows of one day are ordered; their label where none is named. */
  readonly order?: string;
  /** Belongs to the year in which it begins, to the one in which it ends, or to each year that its span touches. */
  readonly belongs: 'begins' | 'ends' | 'spans';
  /** The system itself records every one since it is in use: no row then means none, and prints as 0. */
  readonly isRecorded: boolean;
  /** The dimension that says whose rows a coordinator may open; none: administrators and viewers alone. */
  readonly schools: readonly string[];
  readonly dimensions: Readonly<Record<string, Dimension>>;
  readonly numbers: Readonly<Record<string, NumberField>>;
  readonly people: Readonly<Record<string, PersonField>>;
  /**
   * Each row tells of one person, or of two who belong together (a pairing, its end, an enrolment, a mentee's honour): who
   * counts the rows of a group counts people. Lessons, items, obligations, observations and meetings are things.
   */
  readonly isOfPeople?: true;
}

const own = <T>(fields: Readonly<Record<string, T>>, field: string): T | null =>
  Object.hasOwn(fields, field) ? (fields[field] ?? null) : null;

/** A field that can be counted once each, a dimension or a person; null where the source has none of that name. */
export const distinctFieldOf = (source: Source, field: string): Dimension | PersonField | null =>
  own(source.dimensions, field) ?? own(source.people, field);

/** A number of the source, or null. */
export const numberFieldOf = (source: Source, field: string): NumberField | null => own(source.numbers, field);

/** The dimension that says how sure what is counted is: that of a number that is added up, else that of the row. */
export const certaintyFieldOf = (source: Source, measure: { readonly of: string; readonly field?: string }): string =>
  (measure.of === 'sum' && numberFieldOf(source, measure.field ?? '')?.certainty) || 'certainty';

/** Does a number count people, whatever a definition calls them? */
export const countsPeople = ({ population, isOfPeople }: NumberField): boolean =>
  population !== undefined || isOfPeople === true;

/** A dimension of the source, or null. */
export const dimensionOf = (source: Source, field: string): Dimension | null => own(source.dimensions, field);

/** The dimensions by which a breakdown can group: a thing without a name, such as a class, cannot. */
export const breakdownsOf = (source: Source): readonly string[] =>
  Object.entries(source.dimensions)
    .filter(([, { kind }]) => kind !== 'thing')
    .map(([name]) => name);
