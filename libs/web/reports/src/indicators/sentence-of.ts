import type { readBreakdown, ReplyOf } from '@qinglan/contracts';
import { inLanguage, largestGroups, printNumber, type YearlySaid } from '@qinglan/domain';
import type { Languages } from '@qinglan/web-platform';

type Group = ReplyOf<typeof readBreakdown>['groups'][number];

interface Given {
  readonly unit: string;
  readonly languages: Languages;
}

/** Stands for the number until it is known where in the sentence it is: no word of a language holds it. */
const place = '\u0000';

/**
 * What a breakdown shows, in the language in view: how many groups, and which is the largest, or are where several are level;
 * its number apart, so that it opens.
 */
export function sentenceOf(groups: readonly Group[], { unit, languages }: Given): readonly YearlySaid[] {
  const most = largestGroups(groups.map(({ words, number, isHidden }) => ({ words, value: number, isHidden })));
  const [first] = most;
  if (!first) return [{ kind: 'text', text: languages.say('reports.breakdown.allHidden') }];
  const names = most.map(({ words }) => inLanguage(words, languages.current())).join(languages.say('reports.comma'));
  const said = languages.say('reports.breakdown.says', { n: groups.length, most: names, value: place, unit });
  const [before = '', behind = ''] = said.split(place);
  return [
    { kind: 'text', text: before },
    { kind: 'most', text: printNumber(first.value ?? 0) },
    { kind: 'text', text: behind },
  ];
}
