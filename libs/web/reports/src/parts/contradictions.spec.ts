import { describe, expect, it } from '@jest/globals';
import type { YearlyFigureView } from '@qinglan/contracts';
import { contradictions, isContradicted } from './contradictions';

const figure = (key: string, differsFrom?: string) =>
  ({ key, ...(differsFrom !== undefined && { differsFrom }) }) as YearlyFigureView;
const figures = [figure('studios'), figure('teacher-visits', 'S21'), figure('mentors')];
const fact = (id: string, ...keys: readonly string[]) => {
  const pieces = keys.map((key) => ({ kind: 'numeral' as const, key, text: '3' }));
  return { id, text: { zh: pieces, en: pieces, ug: pieces } };
};

describe('a contradiction with the source', () => {
  it('is of the numerals beside which a statement says another number', () => {
    expect(contradictions(figures).map(({ key }) => key)).toEqual(['teacher-visits']);
  });

  it.each([
    [fact('S21'), true],
    [fact('D3', 'mentors', 'teacher-visits'), true],
    [fact('S13', 'studios'), false],
    [{ id: 'S14', text: { zh: [{ kind: 'list' as const, key: 'teacher-visits', text: '' }], en: [], ug: [] } }, false],
  ])('stands beside the facts that name it: %#', (given, expected) => {
    expect(isContradicted(given, figures)).toBe(expected);
  });
});
