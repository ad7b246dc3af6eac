import {
  certainties,
  type Id,
  operations,
  type OrganisationId,
  populations,
  sourceNames,
  units,
} from '@qinglan/domain';
import * as z from 'zod';
import { code, day, id, text, version } from './kernel/primitives';
import { evidence } from './words';

/** Who reads what is counted; a coordinator opens the rows of the own school. */
export const reportReaders = { roles: ['administrator', 'viewer', 'coordinator'] } as const;
/** Who says what is counted. */
export const reportEditors = { roles: ['administrator'] } as const;

/** A text in three languages; Uyghur may be empty and then falls back to Chinese. */
export const trilingualText = (longest: number) =>
  z.object({ zh: text(longest), en: text(longest), ug: z.string().trim().max(longest) });
/** The same as it is shown. */
export const shownTrilingual = z.object({ zh: z.string(), en: z.string(), ug: z.string() });

/** A key of an indicator: small letters, digits and dashes; it never changes. */
export const indicatorKey = z.string().regex(/^[a-z][a-z0-9-]{1,59}$/);
/** A year of the programme. */
export const programmeYear = z.coerce.number().int().min(1990).max(2100);
/** A field of a source. */
export const fieldName = z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,39}$/);

/** One condition on the rows of a source. */
export const indicatorFilter = z.union([
  z.object({ field: fieldName, is: z.array(z.string().max(120)).min(1).max(40) }),
  z.object({ field: fieldName, isKnown: z.boolean() }),
]);
const measure = z.union([
  z.object({ of: z.literal('rows') }),
  z.object({ of: z.literal('distinct'), field: fieldName }),
  z.object({ of: z.literal('sum'), field: fieldName }),
]);
/** A kind of counted thing. */
export const sourceName = z.enum(sourceNames as [(typeof sourceNames)[number], ...(typeof sourceNames)[number][]]);
/** How an indicator is counted, or reckoned from others. */
export const indicatorRule = z.union([
  z.object({ kind: z.literal('count'), source: sourceName, measure, where: z.array(indicatorFilter).max(12) }),
  z.object({ kind: z.literal('derived'), operation: z.enum(operations), from: z.array(indicatorKey).min(2).max(12) }),
]);

/** A definition as it is written. */
export const indicatorBody = z.object({
  name: trilingualText(80),
  definition: trilingualText(600),
  unit: z.enum(units),
  rule: indicatorRule,
  period: z.enum(['during', 'as-of']),
  population: z.enum(populations).nullable(),
  isReckoned: z.boolean(),
  mayOverlap: z.array(indicatorKey).max(20),
  alongside: indicatorKey.nullable(),
  owner: trilingualText(60),
  unknownWords: trilingualText(40),
});

/** A definition in one of its versions; `isDerived` is called 推算 wherever its number stands. */
export const indicatorView = z.object({
  key: indicatorKey,
  version,
  name: shownTrilingual,
  definition: shownTrilingual,
  unit: z.enum(units),
  rule: indicatorRule,
  period: z.enum(['during', 'as-of']),
  population: z.enum(populations).nullable(),
  isReckoned: z.boolean(),
  mayOverlap: z.array(indicatorKey),
  alongside: indicatorKey.nullable(),
  owner: shownTrilingual,
  unknownWords: shownTrilingual,
  isDerived: z.boolean(),
  /** By what its rows can be grouped and narrowed; a reckoned one by nothing. */
  breakdowns: z.array(z.string()),
});
/** A definition in one of its versions. */
export type IndicatorView = z.output<typeof indicatorView>;

/** How many rows are how sure. */
export const certaintyCounts = z.object(
  Object.fromEntries(certainties.map((certainty) => [certainty, z.int()])) as Record<
    (typeof certainties)[number],
    z.ZodInt
  >,
);
/** An answer: `value` null is unknown and prints `words`; `unknownRows` above none makes it at least so many. */
export const answerView = z.object({
  key: indicatorKey,
  version,
  /** How often the counting beneath the definition has changed; left out: never. */
  revised: z.int().optional(),
  value: z.number().nullable(),
  rows: z.int(),
  unknownRows: z.int(),
  certainty: certaintyCounts,
  derived: z.boolean(),
  /** The code of the statement whose quote says this very number, or these very words; null where none does. */
  statedBy: z.string().nullable(),
  /** The code of the statement whose quote says another number. */
  differsFrom: z.string().nullable(),
  asOf: day,
  words: shownTrilingual,
});
/** An answer. */
export type AnswerView = z.output<typeof answerView>;

/** A list that texts name, such as the schools with a classroom. */
export const listView = z.object({
  key: z.string(),
  items: z.array(z.object({ value: z.string(), words: shownTrilingual })),
});
/** A stated fact that no other row holds; `quote` is verbatim. */
export const statementView = z.object({
  id: id<Id<'Statement'>>(),
  code,
  year: z.int(),
  about: z.string(),
  text: shownTrilingual,
  number: z.number().nullable(),
  unit: z.enum(units).nullable(),
  quote: z.string().nullable(),
  source: z.string(),
  organisations: z.array(z.object({ id: id<OrganisationId>(), name: z.string() })),
  evidence,
  version,
});
/** A stated fact. */
export type StatementView = z.output<typeof statementView>;

/** A row: fields by name, ready to be shown; ids lead to the evidence, nobody is named. */
export const reportRow = z.object({
  id: z.string(),
  source: sourceName,
  firstDay: day,
  lastDay: day.nullable(),
  certainty: z.enum(certainties),
  label: z.string(),
  fields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
/** A row of an indicator. */
export type ReportRow = z.output<typeof reportRow>;
/** A column of rows and what its values mean. */
export const rowColumn = z.object({
  field: z.string(),
  name: shownTrilingual,
  kind: z.string(),
  /** The words of its values, where they are a closed list. */
  choices: z.record(z.string(), shownTrilingual).nullable(),
});
/** A column of rows. */
export type RowColumn = z.output<typeof rowColumn>;
/**
 * One of what is counted once each. People are told apart by their number in the register, never by name; other things by
 * their name or value. The days run from the first to the last of its rows, `lastDay` null is not over.
 */
export const countedThing = z.object({
  value: z.string(),
  label: z.string(),
  rows: z.int(),
  firstDay: day,
  lastDay: day.nullable(),
  /** The weakest of its rows. */
  certainty: z.enum(certainties),
});
/** One of what is counted once each. */
export type CountedThing = z.output<typeof countedThing>;
