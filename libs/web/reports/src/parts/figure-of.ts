import type { AnswerView, IndicatorView, YearlyFigureView } from '@qinglan/contracts';
import { certainties, printNumeral, type ReportLanguage, type YearlyMark } from '@qinglan/domain';

/** Where an answer comes from, every kind of row it rests on: reckoned ones first. */
export const marksOf = ({ derived, certainty }: Pick<AnswerView, 'derived' | 'certainty'>): readonly YearlyMark[] => [
  ...(derived ? (['derived'] as const) : []),
  ...certainties.filter((one) => certainty[one] > 0),
];

const printed = (answer: AnswerView) => {
  const inTongue = (language: ReportLanguage) => printNumeral(answer, language);
  return { zh: inTongue('zh'), en: inTongue('en'), ug: inTongue('ug') };
};

/** A live answer with its definition, as figures of a report are shown. */
export const figureOf = (definition: IndicatorView, answer: AnswerView): YearlyFigureView => ({
  key: answer.key,
  version: answer.version,
  name: definition.name,
  unit: definition.unit,
  definition: definition.definition,
  value: answer.value,
  printed: printed(answer),
  rows: answer.rows,
  unknownRows: answer.unknownRows,
  marks: [...marksOf(answer)],
  asOf: answer.asOf,
  ...(definition.alongside && { alongside: definition.alongside }),
  from: definition.rule.kind === 'derived' ? definition.rule.from : [],
});
