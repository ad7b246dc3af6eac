import type { InputOf, saveIndicator } from '@qinglan/contracts';
import { asksForValues, type Filter, type Indicator, type Trilingual } from '@qinglan/domain';

type Body = InputOf<typeof saveIndicator>['body'];

const plain = (filter: Filter) => (asksForValues(filter) ? { ...filter, is: [...filter.is] } : { ...filter });

const ruleOf = ({ rule }: Indicator): Body['rule'] =>
  rule.kind === 'derived'
    ? { ...rule, from: [...rule.from] }
    : { ...rule, measure: { ...rule.measure }, where: rule.where.map(plain) };

/** A definition as it is sent; its key stands in the address. */
export function bodyOf(indicator: Indicator): Body {
  const { name, definition, unit, period, population, isReckoned, mayOverlap, alongside, owner, unknownWords } =
    indicator;
  return {
    ...{ name: { ...name }, definition: { ...definition }, owner: { ...owner }, unknownWords: { ...unknownWords } },
    ...{ unit, rule: ruleOf(indicator), period, population, isReckoned, mayOverlap: [...mayOverlap], alongside },
  };
}

/** The same for a preview: what is not written yet has no part in the number. */
export const previewBodyOf = (indicator: Indicator): Body => {
  const written = (words: Trilingual): Trilingual => ({ ...words, zh: words.zh || '-', en: words.en || '-' });
  const { name, definition, owner, unknownWords } = indicator;
  return bodyOf({
    ...indicator,
    ...{ name: written(name), definition: written(definition), owner: written(owner) },
    unknownWords: written(unknownWords),
  });
};
