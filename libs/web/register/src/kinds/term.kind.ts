import { listTerms, saveTerm, type ReplyOf } from '@qinglan/contracts';
import { addDays, Temporal, weekdayOf } from '@qinglan/domain';
import type { Draft, EntryKind } from '../entries/entry';
import type { EntryWords } from '../entries/entry-words';
import { codeField, nameField, sideField } from './fields';
import { bodyAs, paramsAs, queryAs } from './wire';

export type Term = ReplyOf<typeof saveTerm>;

/** The Sunday that ends a term; null while its first day and length do not say it. */
export function lastDayOf(firstMonday: string, weekCount: number): string | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(firstMonday) || !(weekCount >= 1)) return null;
  return addDays(Temporal.PlainDate.from(firstMonday), weekCount * 7 - 1).toString();
}

const isMonday = (day: string) => weekdayOf(Temporal.PlainDate.from(day)) === 1;

function check(draft: Draft): Readonly<Record<string, string>> {
  const first = String(draft['firstMonday']);
  return first === '' || isMonday(first) ? {} : { firstMonday: 'notMonday' };
}

function meaning(draft: Draft, words: EntryWords): string | null {
  const lastDay = lastDayOf(String(draft['firstMonday']), Number(draft['weekCount']));
  return lastDay && words.say('terms.meaning', { lastDay: words.day(lastDay), weeks: Number(draft['weekCount']) });
}

/** Runs of teaching weeks, one a side. */
export const termKind: EntryKind<Term> = {
  kind: 'term',
  words: 'terms',
  searched: false,
  filters: [],
  columns: [],
  fields: [
    sideField,
    nameField(60),
    { ...codeField, hinted: false },
    { name: 'firstMonday', control: 'day', hinted: true },
    { name: 'weekCount', control: 'number' },
  ],
  schema: saveTerm.body,
  fieldOf: { 'code-taken': 'code', 'not-a-monday': 'firstMonday' },
  nameOf: (row) => row.name,
  schoolsOf: () => [],
  check,
  meaning,
  list: (api, question) => api.call(listTerms, { query: queryAs(listTerms, question) }),
  save: (api, change) =>
    api.call(saveTerm, {
      params: paramsAs(saveTerm, { termId: change.id }),
      body: bodyAs(saveTerm, change.body),
      version: change.version,
    }),
};
