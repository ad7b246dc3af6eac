// Numerals and sections that the specs need; not part of the library.
import type { IndicatorAnswer } from '../answer';
import { noRows } from '../certainty';
import type { IndicatorVersion } from '../indicator';
import { trilingual } from '../words';
import type { YearlyFigure } from './content';
import type { YearlyDraftSection } from './draft';

/** A definition that counts rows, for tests. */
export const aDefinition = (key: string, version = 1): IndicatorVersion => ({
  key,
  version,
  name: trilingual(key, key),
  definition: trilingual('口径', 'definition'),
  unit: '个',
  rule: { kind: 'count', source: 'studio', measure: { of: 'rows' }, where: [] },
  period: 'as-of',
  population: null,
  isReckoned: false,
  mayOverlap: [],
  alongside: null,
  owner: trilingual('指挥部', 'Headquarters'),
  unknownWords: trilingual('多个', 'several'),
});

/** An answer of as many stated rows as its value, for tests. */
export const anAnswer = (key: string, value: number | null, more: Partial<IndicatorAnswer> = {}): IndicatorAnswer => ({
  key,
  version: 1,
  value,
  rows: value ?? 0,
  unknownRows: 0,
  certainty: { ...noRows, stated: value ?? 0 },
  derived: false,
  statedBy: null,
  differsFrom: null,
  asOf: '2015-12-31',
  words: trilingual('多个', 'several'),
  ...more,
});

/** A numeral of a report, for tests. */
export const aFigure = (key: string, value: number | null, more: Partial<YearlyFigure> = {}): YearlyFigure => ({
  key,
  version: 1,
  name: trilingual(key, key),
  unit: '个',
  definition: trilingual('口径', 'definition'),
  value,
  printed: trilingual(value === null ? '多个' : String(value), ''),
  rows: value ?? 0,
  unknownRows: 0,
  from: [],
  marks: ['stated'],
  asOf: '2015-12-31',
  ...more,
});

/** An empty section of a draft, for tests. */
export const aDraftSection = (code: string, given: Partial<YearlyDraftSection> = {}): YearlyDraftSection => ({
  code,
  kind: 'section',
  title: trilingual(code, code),
  body: trilingual('', ''),
  isHidden: false,
  plan: { paragraphs: [], figures: [], facts: [], charts: [] },
  ...given,
});
