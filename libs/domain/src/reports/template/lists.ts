import type { Filter } from '../indicator';
import type { SourceName } from '../sources';
import { type Trilingual, trilingual } from '../words';

/** The different values of a field as words in a text: names of schools, titles, stages. */
export interface ListDefinition {
  readonly key: string;
  readonly source: SourceName;
  readonly field: string;
  readonly where: readonly Filter[];
  /** Other words for values than the catalogue has; for a month its number. */
  readonly words?: Readonly<Record<string, Trilingual>>;
  /** What stands between two. */
  readonly joint: Trilingual;
}

/** A list as it was found: values in order, with their words. */
export interface FoundList {
  readonly key: string;
  readonly items: readonly { readonly value: string; readonly words: Trilingual }[];
}

const comma = trilingual('、', ', ', '، ');
const close = trilingual('', ', ', '، ');
const receiving: readonly Filter[] = [
  { field: 'side', is: ['aksu'] },
  { field: 'endpoint', is: ['receiving'] },
];
const trainings: readonly Filter[] = [{ field: 'category', is: ['training'] }];

/** The lists that texts of a report name. */
export const reportLists: readonly ListDefinition[] = [
  {
    key: 'first-classroom-schools',
    source: 'classroom',
    field: 'school',
    where: [...receiving, { field: 'isFirst', is: ['true'] }],
    joint: comma,
  },
  {
    key: 'further-classroom-schools',
    source: 'classroom',
    field: 'school',
    where: [...receiving, { field: 'isFirst', is: ['false'] }],
    joint: comma,
  },
  { key: 'classroom-schools', source: 'classroom', field: 'school', where: receiving, joint: comma },
  {
    key: 'stages',
    source: 'classroom',
    field: 'stage',
    where: receiving,
    words: {
      primary: trilingual('小', 'primary', 'باشلانغۇچ'),
      junior: trilingual('初', 'junior', 'تولۇقسىز ئوتتۇرا'),
      senior: trilingual('高', 'senior', 'تولۇق ئوتتۇرا'),
    },
    joint: close,
  },
  { key: 'studio-subjects', source: 'studio', field: 'subject', where: [], joint: comma },
  { key: 'pairing-forms', source: 'pairing', field: 'form', where: [], joint: comma },
  {
    key: 'visit-units',
    source: 'item',
    field: 'sender',
    where: [
      { field: 'category', is: ['teaching-visit'] },
      { field: 'sender', isKnown: true },
    ],
    joint: comma,
  },
  {
    key: 'doctor-visit-units',
    source: 'item',
    field: 'sender',
    where: [
      { field: 'category', is: ['medical-visit'] },
      { field: 'sender', isKnown: true },
    ],
    joint: comma,
  },
  {
    key: 'training-months',
    source: 'item',
    field: 'month',
    where: [...trainings, { field: 'month', isKnown: true }],
    joint: comma,
  },
  { key: 'training-titles', source: 'item', field: 'title', where: trainings, joint: comma },
  {
    key: 'honoured-studios',
    source: 'honour',
    field: 'studio',
    where: [],
    joint: comma,
  },
  {
    key: 'stated-supporting-schools',
    source: 'partnership',
    field: 'supportingSchool',
    where: [{ field: 'certainty', is: ['stated'] }],
    joint: comma,
  },
  {
    key: 'stated-receiving-schools',
    source: 'partnership',
    field: 'school',
    where: [{ field: 'certainty', is: ['stated'] }],
    joint: comma,
  },
  {
    key: 'hangzhou-schools',
    source: 'organisation',
    field: 'school',
    where: [
      { field: 'category', is: ['school'] },
      { field: 'side', is: ['hangzhou'] },
      { field: 'certainty', is: ['stated'] },
    ],
    joint: comma,
  },
];
