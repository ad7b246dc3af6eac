import type { YearlySectionBefore } from '@qinglan/contracts';
import { type ReportLanguage, reportLanguages, type Trilingual } from '@qinglan/domain';

/** Words of a section that were changed; empty where nothing was written. */
export interface WordsChanged {
  readonly part: 'title' | 'body';
  readonly language: ReportLanguage;
  readonly before: string;
  readonly after: string;
}

/** What stands in a section since, what no longer does, or that the same stands in another order. */
export interface ItemsChanged {
  readonly how: 'added' | 'gone' | 'ordered';
  /** Keys of numbers, titles of charts. */
  readonly figures: readonly string[];
  readonly charts: readonly Trilingual[];
}

/** What a change did to a section. */
export interface Differences {
  readonly words: readonly WordsChanged[];
  readonly items: readonly ItemsChanged[];
  readonly shown: 'hidden' | 'shown' | null;
}

type State = YearlySectionBefore;

const wordsChanged = (before: State, after: State): readonly WordsChanged[] =>
  (['title', 'body'] as const).flatMap((part) =>
    reportLanguages
      .filter((language) => before[part][language] !== after[part][language])
      .map((language) => ({ part, language, before: before[part][language], after: after[part][language] })),
  );

const without = <T>(list: readonly T[], other: readonly T[], key: (one: T) => string): readonly T[] => {
  const there = new Set(other.map(key));
  return list.filter((one) => !there.has(key(one)));
};

interface Items {
  readonly figures: readonly string[];
  readonly charts: readonly Trilingual[];
}

const none: Items = { figures: [], charts: [] };
const own = (key: string): string => key;
const titleOf = (chart: Trilingual): string => chart.zh;
const some = ({ figures, charts }: Items): boolean => figures.length + charts.length > 0;
const linesOf = ({ figures, charts }: Items): string => JSON.stringify([figures, charts.map(titleOf)]);

/** What was not kept at the time is taken for what it was afterwards, so that it is not compared. */
const kept = ({ figures, charts }: State, other: State): Items => ({
  figures: figures ?? other.figures ?? [],
  charts: charts ?? other.charts ?? [],
});

const left = (one: Items, other: Items): Items => ({
  figures: without(one.figures, other.figures, own),
  charts: without(one.charts, other.charts, titleOf),
});

function itemsChanged(before: State, after: State): readonly ItemsChanged[] {
  const [was, is] = [kept(before, after), kept(after, before)];
  const [added, gone] = [left(is, was), left(was, is)];
  const found = [
    ...(some(added) ? [{ how: 'added' as const, ...added }] : []),
    ...(some(gone) ? [{ how: 'gone' as const, ...gone }] : []),
  ];
  return found.length > 0 || linesOf(was) === linesOf(is) ? found : [{ how: 'ordered', ...none }];
}

const blank: State = {
  title: { zh: '', en: '', ug: '' },
  body: { zh: '', en: '', ug: '' },
  isHidden: false,
  figures: null,
  charts: null,
};

/** What is different of a section after a change; before it was added it said nothing, and so after it was removed. */
export function differencesOf(was: State | null, is: State | null): Differences {
  const [before, after] = [was ?? blank, is ?? blank];
  const isBoth = was !== null && is !== null;
  const turned = isBoth && before.isHidden !== after.isHidden;
  return {
    words: wordsChanged(before, after),
    items: isBoth ? itemsChanged(before, after) : [],
    shown: turned ? (after.isHidden ? 'hidden' : 'shown') : null,
  };
}
