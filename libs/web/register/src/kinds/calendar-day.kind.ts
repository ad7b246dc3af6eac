import {
  calendarKind,
  calendarScope,
  calendarStatus,
  listCalendarDays,
  saveCalendarDay,
  type ReplyOf,
} from '@qinglan/contracts';
import { weekdays } from '@qinglan/domain';
import type { Draft, EntryKind, FieldSpec } from '../entries/entry';
import type { EntryWords } from '../entries/entry-words';
import { sideField, wordField } from './fields';
import { bodyAs, paramsAs, queryAs } from './wire';

export type CalendarDayRow = ReplyOf<typeof saveCalendarDay>;

/** What an exception does to lessons, in a sentence. */
export function effectOf(day: Pick<CalendarDayRow, 'kind' | 'followsWeekday'>, words: EntryWords): string {
  if (day.kind !== 'make-up') return words.say(`calendar.effect.${day.kind}`);
  if (day.followsWeekday === null) return words.say('calendar.effect.make-up-none');
  return words.say('calendar.effect.make-up', { weekday: words.weekday(day.followsWeekday) });
}

function meaning(draft: Draft, words: EntryWords): string | null {
  const kind = calendarKind.safeParse(draft['kind']).data;
  if (!kind) return null;
  const follows = kind === 'make-up' && draft['followsWeekday'] !== '' ? Number(draft['followsWeekday']) : null;
  const effect = effectOf({ kind, followsWeekday: follows }, words);
  return draft['status'] === 'provisional' ? effect + words.say('calendar.effect.provisional') : effect;
}

const whomFields: readonly FieldSpec[] = [
  {
    ...wordField('scope', calendarScope.options),
    choices: (register, words) =>
      calendarScope.options
        .filter((value) => register.isAdministrator() || value === 'school')
        .map((value) => ({ value, label: words.word('scope', value) })),
  },
  { ...sideField, isShown: (draft) => draft['scope'] === 'side' },
  {
    name: 'schoolId',
    control: 'search',
    choices: (register) => (register.isAdministrator() ? register.schoolChoices() : register.keptChoices()),
    isShown: (draft) => draft['scope'] === 'school',
  },
];

/** Exceptions of the calendar. */
export const calendarDayKind: EntryKind<CalendarDayRow> = {
  kind: 'calendar-day',
  words: 'calendar',
  searched: false,
  filters: [],
  columns: [],
  fields: [
    ...whomFields,
    { name: 'day', control: 'day' },
    wordField('kind', calendarKind.options),
    {
      name: 'followsWeekday',
      control: 'choice',
      numeric: true,
      optional: true,
      hinted: true,
      choices: (_, words) => weekdays.map((weekday) => ({ value: String(weekday), label: words.weekday(weekday) })),
      isShown: (draft) => draft['kind'] === 'make-up',
    },
    wordField('status', calendarStatus.options, { hinted: true }),
    { name: 'note', control: 'text', longest: 120, optional: true, blank: '' },
  ],
  schema: saveCalendarDay.body,
  fieldOf: { 'day-taken': 'day', 'scope-unclear': 'scope' },
  nameOf: (row) => row.day,
  schoolsOf: (row) => (row.schoolId ? [row.schoolId] : []),
  meaning,
  list: (api, { organisationId, ...question }) =>
    api.call(listCalendarDays, { query: queryAs(listCalendarDays, { ...question, schoolId: organisationId }) }),
  save: (api, change) =>
    api.call(saveCalendarDay, {
      params: paramsAs(saveCalendarDay, { calendarDayId: change.id }),
      body: bodyAs(saveCalendarDay, change.body),
      version: change.version,
    }),
};
