import type { readBreakdown, ReplyOf } from '@qinglan/contracts';
import { inLanguage, type Trilingual } from '@qinglan/domain';
import type { Languages } from '@qinglan/web-platform';

type Group = ReplyOf<typeof readBreakdown>['groups'][number];

interface Given {
  readonly unit: string;
  readonly languages: Languages;
}

/** What a breakdown shows, as a sentence: how many groups, and which is the largest, or are where several are level; in the language in view. */
export function sentenceOf(groups: readonly Group[], { unit, languages }: Given): Trilingual {
  const shown = groups.filter(({ number }) => number !== null);
  const highest = Math.max(...shown.map(({ number }) => number ?? 0));
  const most = shown
    .filter(({ number }) => number === highest)
    .map(({ words }) => inLanguage(words, languages.current()));
  const text =
    most.length > 0
      ? languages.say('reports.breakdown.says', {
          n: groups.length,
          most: most.join(languages.say('reports.comma')),
          value: highest,
          unit,
        })
      : languages.say('reports.breakdown.allHidden');
  return { zh: text, en: text, ug: text };
}
