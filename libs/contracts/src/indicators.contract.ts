import { type PersonId, yearlyMarks } from '@qinglan/domain';
import * as z from 'zod';
import {
  answerView,
  countedThing,
  fieldName,
  indicatorBody,
  indicatorKey,
  indicatorView,
  listView,
  programmeYear,
  reportEditors,
  reportReaders,
  reportRow,
  rowColumn,
  shownTrilingual,
  sourceName,
  statementView,
} from './indicators.views';
import { endpoint } from './kernel/endpoint';
import { day, id, instant, page, paging, text, version } from './kernel/primitives';

/** The years of which anything is known, newest first. */
export const listYears = endpoint({
  method: 'GET',
  path: '/years',
  summary: 'Years of which anything is known',
  access: reportReaders,
  reply: z.object({ items: z.array(z.object({ year: z.int(), isOver: z.boolean() })) }),
});
/** Every number of a year with the lists and facts that its texts name. */
export const readFigures = endpoint({
  method: 'GET',
  path: '/years/:year/figures',
  summary: 'Every number of a year',
  access: reportReaders,
  params: z.object({ year: programmeYear }),
  query: z.object({ asOf: day.optional() }),
  reply: z.object({
    year: z.int(),
    asOf: day,
    answers: z.array(answerView),
    lists: z.array(listView),
    statements: z.array(statementView),
  }),
});
/** Every definition in its newest version: the page of definitions. */
export const listIndicators = endpoint({
  method: 'GET',
  path: '/indicators',
  summary: 'Definitions of everything that is counted',
  access: reportReaders,
  reply: z.object({ items: z.array(indicatorView) }),
});
const ofIndicator = z.object({ key: indicatorKey });
/** One definition with its versions, and its answer for a year where one is named. */
export const readIndicator = endpoint({
  method: 'GET',
  path: '/indicators/:key',
  summary: 'One definition, its versions and its answer for a year',
  access: reportReaders,
  params: ofIndicator,
  query: z.object({ year: programmeYear.optional(), asOf: day.optional() }),
  reply: z.object({
    indicator: indicatorView,
    answer: answerView.nullable(),
    versions: z.array(
      z.object({
        version,
        name: shownTrilingual,
        definition: shownTrilingual,
        savedAt: instant,
        savedBy: z.string().nullable(),
      }),
    ),
  }),
  problems: ['not-found'],
});
/** Adds a definition (version 0) or a new version of one; no code is needed for a new count over existing things. */
export const saveIndicator = endpoint({
  method: 'PUT',
  path: '/indicators/:key',
  summary: 'Add a definition or a new version of one',
  access: reportEditors,
  params: ofIndicator,
  body: indicatorBody,
  reply: indicatorView,
  versioned: true,
  problems: [
    ...(['not-found', 'forbidden', 'stale', 'field-unknown', 'value-unknown', 'population-missing'] as const),
    ...(['population-differs', 'operand-missing', 'operands-number', 'circular', 'units-differ'] as const),
    ...(['populations-differ', 'rows-overlap', 'not-additive'] as const),
  ],
});
/** What a definition comes to in a year before it is saved; nothing is kept. */
export const previewIndicator = endpoint({
  method: 'POST',
  path: '/indicator-previews',
  summary: 'What a definition would come to, before it is saved',
  access: reportEditors,
  query: z.object({ year: programmeYear }),
  body: indicatorBody,
  reply: answerView,
  problems: [
    ...(['forbidden', 'field-unknown', 'value-unknown', 'population-missing', 'population-differs'] as const),
    ...(['operand-missing', 'operands-number', 'circular', 'units-differ', 'populations-differ'] as const),
    ...(['rows-overlap', 'not-additive'] as const),
  ],
});

/** Which rows of a numeral: of a year, up to a day, in an order, narrowed. */
export const rowsAsked = z.object({
  year: programmeYear,
  asOf: day.optional(),
  /** A field of the rows; without one by day. */
  sort: fieldName.optional(),
  direction: z.enum(['up', 'down']).default('up'),
  /**
   * Narrows by one dimension and its value, never by half of them; an empty value asks for rows without one. A group of people
   * that the breakdown hides is not found.
   */
  by: fieldName.optional(),
  value: z.string().max(120).optional(),
  /** Narrows further, by a second dimension and its value; nothing that counts people. */
  within: fieldName.optional(),
  part: z.string().max(120).optional(),
  /** Where things are counted once each: the rows of one of them alone; an empty value, those that do not say of which. */
  of: z.string().max(120).optional(),
});
/** The rows behind a numeral, a page at a time; of a reckoned one, those of everything it is reckoned from. */
export const listIndicatorRows = endpoint({
  method: 'GET',
  path: '/indicators/:key/rows',
  summary: 'The rows behind a numeral',
  access: reportReaders,
  params: ofIndicator,
  query: rowsAsked.extend(paging),
  reply: page(reportRow).extend({
    columns: z.array(rowColumn),
    /** Of a reckoned numeral: the keys whose rows to open instead. */
    from: z.array(indicatorKey),
  }),
  problems: ['not-found', 'field-unknown', 'value-unknown'],
});
/** What a numeral counts once each, one line for one of them; it opens by the rows that are `of` it. */
export const listCountedThings = endpoint({
  method: 'GET',
  path: '/indicators/:key/counted',
  summary: 'What a numeral counts once each',
  access: reportReaders,
  params: ofIndicator,
  query: rowsAsked.omit({ sort: true, direction: true }).extend(paging),
  reply: page(countedThing).extend({
    column: rowColumn,
    /** All of them, whatever the page: things, the rows behind them, and the rows that do not say of which. */
    things: z.int(),
    rows: z.int(),
    unknownRows: z.int(),
  }),
  problems: ['not-found', 'field-unknown', 'value-unknown'],
});
/**
 * A numeral by one dimension; groups of people under five are hidden and have no value, and so are those that another
 * numeral of the same people, shown beside, would tell of.
 */
export const readBreakdown = endpoint({
  method: 'GET',
  path: '/indicators/:key/breakdown',
  summary: 'A numeral by one dimension',
  access: reportReaders,
  params: ofIndicator,
  query: z.object({ year: programmeYear, asOf: day.optional(), by: fieldName }),
  reply: z.object({
    answer: answerView,
    groups: z.array(
      z.object({
        value: z.string().nullable(),
        words: shownTrilingual,
        number: z.number().nullable(),
        rows: z.int().nullable(),
        unknownRows: z.int().nullable(),
        isHidden: z.boolean(),
        /** 推算 first where it is, then the weakest of the rows of this group; none where it is hidden. */
        marks: z.array(z.enum(yearlyMarks)),
      }),
    ),
    /** There are more groups: these are the 2,000 with most rows. */
    isCut: z.boolean(),
  }),
  problems: ['not-found', 'field-unknown'],
});
/** What a row rests on: its fields, who signed, what was uploaded or quoted, and where it is kept. */
export const readReportRow = endpoint({
  method: 'GET',
  path: '/report-rows/:source/:id',
  summary: 'The evidence behind a row',
  access: reportReaders,
  // A share of an obligation has an id that is reckoned, and of no version.
  params: z.object({ source: sourceName, id: z.guid() }),
  /** The day by which the numeral was looked at: of what lasts, such as a pairing, the row is told as it stood then. */
  query: z.object({ asOf: day.optional() }),
  reply: z.object({
    row: reportRow,
    /** The day as of which the row is told; null where that is today, or where the row tells of one day. */
    asOf: day.nullable(),
    /** The same row as it stands today, where that is told beside it. */
    now: reportRow.nullable(),
    columns: z.array(rowColumn),
    signatures: z.array(z.object({ organisation: z.string(), at: instant })),
    /** In words, or an address. */
    evidence: z.array(z.object({ title: z.string(), text: z.string() })),
    quotes: z.array(z.object({ code: z.string(), quote: z.string(), source: z.string() })),
    history: z.array(z.object({ at: instant, act: z.string() })),
    /** The page of the web that shows the thing; null where there is none. */
    route: z.string().nullable(),
  }),
  problems: ['not-found'],
});
const exported = {
  method: 'GET',
  access: reportReaders,
  params: ofIndicator,
  query: rowsAsked,
  carries: 'file',
  problems: ['not-found', 'field-unknown', 'value-unknown', 'rows-many'],
} as const;
/** The rows as CSV that opens right in Excel and WPS: BOM, no live formula. Beyond 5,000 rows it is asked for as a row export. */
export const downloadRowsCsv = endpoint({ ...exported, path: '/indicators/:key/rows.csv', summary: 'Rows as CSV' });
/** The rows as a workbook with real numbers and a sheet of definitions. */
export const downloadRowsXlsx = endpoint({
  ...exported,
  path: '/indicators/:key/rows.xlsx',
  summary: 'Rows as a workbook',
});

/** The names behind a numeral of people: for a reason, which is kept with who asked and when. */
export const makeNameList = endpoint({
  method: 'POST',
  path: '/indicators/:key/name-lists',
  summary: 'The names behind a numeral, for a reason that is kept',
  access: reportReaders,
  params: ofIndicator,
  body: z.object({ year: z.int().min(1990).max(2100), asOf: day.optional(), reason: text(200) }),
  reply: z.object({
    id: z.uuid(),
    /** Stands on every page of what is printed. */
    printedBy: z.string(),
    printedAt: instant,
    reason: z.string(),
    names: z.array(z.object({ personId: id<PersonId>(), name: z.string(), organisation: z.string() })),
    /** More than these are not handed out at once. */
    isCut: z.boolean(),
  }),
  problems: ['not-found', 'no-names'],
});
/** Who asked for names, when and why, newest first. */
export const listNameLists = endpoint({
  method: 'GET',
  path: '/name-lists',
  summary: 'Who asked for names, and why',
  access: reportEditors,
  query: z.object(paging),
  reply: page(
    z.object({
      id: z.uuid(),
      key: indicatorKey,
      year: z.int(),
      by: z.string(),
      at: instant,
      reason: z.string(),
      names: z.int(),
    }),
  ),
});
