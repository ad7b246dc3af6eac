import type { AnswerView, IndicatorView, YearlyFigureView } from '@qinglan/contracts';
import {
  certainties,
  hasNumber,
  printNumeral,
  saidOfFigure,
  type ReportLanguage,
  type YearlyMark,
} from '@qinglan/domain';

type Sure = Pick<AnswerView, 'derived' | 'certainty' | 'value' | 'unknownRows' | 'statedBy'>;

/**
 * Where an answer comes from: stated where the source says the very number, else every kind of row it rests on, reckoned
 * ones first. Words of our own in place of a number come from no row.
 */
export function marksOf(answer: Sure): readonly YearlyMark[] {
  const { derived, certainty, statedBy } = answer;
  if (!derived && statedBy !== null) return ['stated'];
  const rows = hasNumber(answer) ? certainties.filter((one) => certainty[one] > 0) : [];
  return [...(derived ? (['derived'] as const) : []), ...rows];
}

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
  ...saidOfFigure(answer),
  ...(definition.alongside && { alongside: definition.alongside }),
  from: definition.rule.kind === 'derived' ? definition.rule.from : [],
});
