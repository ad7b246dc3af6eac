import type { readLessonHistory, ReplyOf } from '@qinglan/contracts';

type Entry = ReplyOf<typeof readLessonHistory>['items'][number];

/** Something done to several lessons at once. */
export interface Deed {
  readonly at: string;
  readonly act: string;
  readonly actor: string | null;
  readonly reason: string | null;
  readonly lessons: number;
}

const deedOf = (entry: Entry | Deed): Deed => {
  if ('lessons' in entry) return entry;
  const { at, act, actor, detail } = entry;
  const reason = typeof detail['reason'] === 'string' ? detail['reason'] : null;
  return { at, act, actor, reason, lessons: 1 };
};

/** What was done in one request to many lessons stands in each one's history; here it is one line. */
export function mergedHistory(histories: readonly (readonly (Entry | Deed)[])[]): readonly Deed[] {
  const deeds = histories.flat().map(deedOf);
  const same = Map.groupBy(deeds, ({ at, act, actor, reason }) => JSON.stringify([at, act, actor, reason]));
  return [...same.values()]
    .flatMap((group) => {
      const [first] = group;
      const lessons = group.reduce((sum, deed) => sum + deed.lessons, 0);
      return first ? [{ ...first, lessons }] : [];
    })
    .sort((a, b) => a.at.localeCompare(b.at));
}
