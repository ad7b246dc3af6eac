import type { readBreakdown, ReplyOf } from '@qinglan/contracts';
import { inLanguage, type Trilingual } from '@qinglan/domain';
import type { Languages } from '@qinglan/web-platform';

type Group = ReplyOf<typeof readBreakdown>['groups'][number];

interface Given {
  readonly unit: string;
  readonly languages: Languages;
}

/** What a breakdown shows, as a sentence: how many groups, and which is the largest; in the language in view. */
export function sentenceOf(groups: readonly Group[], { unit, languages }: Given): Trilingual {
  const shown = groups.filter(({ number }) => number !== null);
  const most = shown.reduce<Group | null>((top, one) => ((one.number ?? 0) > (top?.number ?? -1) ? one : top), null);
  const text = most
    ? languages.say('reports.breakdown.says', {
        n: groups.length,
        most: inLanguage(most.words, languages.current()),
        value: most.number,
        unit,
      })
    : languages.say('reports.breakdown.allHidden');
  return { zh: text, en: text, ug: text };
}
