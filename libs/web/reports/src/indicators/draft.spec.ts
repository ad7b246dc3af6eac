import { describe, expect, it } from '@jest/globals';
import { decideIndicator, firstIndicators, type Indicator } from '@qinglan/domain';
import { asksWhose, draftOf, emptyDraft, indicatorOf, mayBeNobody, populationOf } from './draft';

const known = new Map<string, Indicator>(firstIndicators.map((one) => [one.key, one]));
const told = { zh: '数', en: 'Number', ug: '' };

describe('a definition while it is written', () => {
  it.each(firstIndicators)('$key comes out as it went in', (indicator) => {
    const view = { ...indicator, version: 1, isDerived: false, breakdowns: [] } as unknown as Parameters<
      typeof draftOf
    >[0];
    const again = indicatorOf(draftOf(view), known);
    expect(again).toEqual(indicator);
  });

  it('counts people as who they are', () => {
    const draft = { ...emptyDraft, source: 'pairing' as const, measure: { of: 'distinct' as const, field: 'mentee' } };
    expect(populationOf(draft, known)).toBe('mentee');
    expect(indicatorOf({ ...draft, key: 'x-y', name: told, unit: '名' }, known).population).toBe('mentee');
  });

  it('asks whose people a number is where the catalogue leaves that open, and of nothing else', () => {
    const people = { ...emptyDraft, source: 'item' as const, measure: { of: 'sum' as const, field: 'people' } };
    expect([asksWhose(people), populationOf(people, known)]).toEqual([true, null]);
    // Nobody's is no answer of people, and one of what may be anything.
    expect(mayBeNobody(people)).toBe(false);
    expect(mayBeNobody({ ...people, source: 'statement', measure: { of: 'sum', field: 'number' } })).toBe(true);
    expect(populationOf({ ...people, whose: 'visitor' }, known)).toBe('visitor');
    const enrolled = { ...people, measure: { of: 'sum' as const, field: 'enrolled' }, whose: 'visitor' as const };
    expect([asksWhose(enrolled), populationOf(enrolled, known)]).toEqual([false, 'enrolled']);
    expect(populationOf({ ...people, measure: { of: 'rows' as const }, whose: 'visitor' }, known)).toBe(null);
  });

  it('is refused where two kinds of people are added', () => {
    const draft = {
      ...emptyDraft,
      key: 'x-y',
      kind: 'derived' as const,
      unit: '名' as const,
      from: ['mentors', 'mentees'],
    };
    const decided = decideIndicator(indicatorOf(draft, known), known);
    expect(decided).toMatchObject({ ok: false, refusal: { kind: 'populations-differ' } });
  });
});
