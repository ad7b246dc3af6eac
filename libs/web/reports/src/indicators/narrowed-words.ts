import type { IndicatorView, readBreakdown, ReplyOf } from '@qinglan/contracts';
import { dimensionName, inLanguage } from '@qinglan/domain';
import type { Languages } from '@qinglan/web-platform';
import { cellWords } from './cell-words';
import type { Asked } from './indicator.store';

/** A numeral whose rows are narrowed, and the groups that are known so far. */
interface Narrowed {
  readonly indicator: IndicatorView;
  readonly asked: Pick<Asked, 'by' | 'value' | 'within' | 'part'>;
  readonly groups: ReplyOf<typeof readBreakdown>['groups'];
}

/** Of which group alone rows are shown, and of which part of it: `学校 采荷实验 · 补课 是`; null where they are all. */
export function narrowedWords({ indicator, asked, groups }: Narrowed, languages: Languages): string | null {
  const { by, value, within, part } = asked;
  const { rule } = indicator;
  if (by === null || value === null || rule.kind !== 'count') return null;
  const told = (field: string, words: string) =>
    `${inLanguage(dimensionName(indicator, field), languages.current())} ${words}`;
  const group = groups.find((one) => (one.value ?? '') === value);
  const whole = told(by, group ? inLanguage(group.words, languages.current()) : '…');
  if (within === null || part === null) return whole;
  return `${whole} · ${told(within, cellWords({ source: rule.source, fields: { [within]: part } }, within, languages))}`;
}
