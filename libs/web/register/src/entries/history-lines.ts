import type { bellScheduleView, ReplyOf, readRegisterHistory } from '@qinglan/contracts';
import type { EntryWords } from './entry-words';

export type HistoryEntry = ReplyOf<typeof readRegisterHistory>['items'][number];

/** One thing that changed; a thing added has no before, a thing taken away no after. */
export interface HistoryLine {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
}

type Fields = Readonly<Record<string, unknown>>;
type Season = ReturnType<(typeof bellScheduleView)['parse']>['seasons'][number];

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});

const personLabels: Readonly<Record<string, string>> = { name: 'personName', code: 'personCode' };

/** A person has a name and an account code where other entries have a title and a code. */
const labelOf = (entry: HistoryEntry, field: string): string =>
  (entry.act.startsWith('person.') && personLabels[field]) || field;

/** What an entry of the history changed, field by field; of what was added, what it began with. */
export function historyLines(entry: HistoryEntry, words: EntryWords): readonly HistoryLine[] {
  const before = fieldsOf(entry.detail['before']);
  const after = fieldsOf(entry.detail['after']);
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => {
    if (name === 'seasons') return seasonLines(before[name], after[name], words);
    const line = {
      label: words.label(labelOf(entry, name)),
      before: words.value(name, before[name]),
      after: words.value(name, after[name]),
    };
    return line.before === line.after ? [] : [line];
  });
}

/** The seasons of a bell as named facts: when each holds, and each of its periods. */
function seasonFacts(value: unknown, words: EntryWords): ReadonlyMap<string, string> {
  const seasons = Array.isArray(value) ? (value as readonly Season[]) : [];
  return new Map(
    seasons.flatMap((season): [string, string][] => [
      [words.say('bells.seasonSpan', { season: season.name }), `${season.firstDay} – ${season.lastDay}`],
      ...season.periods.map((period): [string, string] => [
        words.say('bells.periodOf', { season: season.name, number: period.number }),
        `${period.startsAt}–${period.endsAt}${period.kind === 'other' ? ` ${words.say('bells.other')}` : ''}`,
      ]),
    ]),
  );
}

function seasonLines(before: unknown, after: unknown, words: EntryWords): readonly HistoryLine[] {
  const was = seasonFacts(before, words);
  const is = seasonFacts(after, words);
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((label) => ({ label, before: was.get(label) ?? null, after: is.get(label) ?? null }))
    .filter((line) => line.before !== line.after);
}
