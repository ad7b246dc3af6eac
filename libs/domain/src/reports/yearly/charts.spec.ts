import { describe, expect, it } from '@jest/globals';
import { trilingual } from '../words';
import type { IndicatorVersion } from '../indicator';
import { firstIndicators } from '../indicators';
import { chartKindsFor, type ChartWish, decideChart, partsFor, tellsOfPeople } from './charts';

const definitions: ReadonlyMap<string, IndicatorVersion> = new Map(
  firstIndicators.map((one) => [one.key, { ...one, version: 1 }]),
);
const one = (key: string): IndicatorVersion => {
  const found = definitions.get(key);
  if (!found) throw new Error(key);
  return found;
};
const decided = (wish: Partial<ChartWish>) => {
  const found = decideChart(
    { indicator: 'lessons-held', by: 'month', within: null, kind: 'column', ...wish },
    definitions,
  );
  return found.ok ? found.value : found.refusal.kind;
};

describe('a chart of a section', () => {
  it('is that of the template where it has the same one', () => {
    expect(decided({})).toMatchObject({ key: 'lessons-by-month', title: { zh: '各月上过的课' }, kind: 'column' });
    expect(decided({ kind: 'line' })).toMatchObject({ key: 'lessons-by-month', kind: 'line' });
  });

  it('is named after what it shows where the template has none', () => {
    expect(decided({ indicator: 'mentors', by: 'year', kind: 'line' })).toMatchObject({
      key: 'mentors-by-year',
      title: trilingual(`${one('mentors').name.zh}（按年份）`, `${one('mentors').name.en} by year`),
    });
    expect(decided({ by: 'month', within: 'kind', kind: 'stacked' })).toMatchObject({
      key: 'lessons-held-by-month-kind',
      within: 'kind',
    });
  });

  it.each<[Partial<ChartWish>, string]>([
    [{ indicator: 'nowhere' }, 'numeral-unknown'],
    [{ by: 'hair' }, 'field-unknown'],
    [{ indicator: 'verified-share', by: 'month' }, 'field-unknown'],
    // A line joins what follows in time, and kinds do not.
    [{ by: 'kind', kind: 'line' }, 'chart-unfit'],
    // Months follow each other: they are no parts of a ring.
    [{ kind: 'pie' }, 'chart-unfit'],
    // Somebody can stand in two parts of what is counted once each.
    [{ indicator: 'mentees', by: 'studio', kind: 'pie' }, 'chart-unfit'],
    [{ indicator: 'mentees', by: 'studio', within: 'stage', kind: 'stacked' }, 'chart-unfit'],
    [{ within: 'kind' }, 'chart-unfit'],
    [{ kind: 'stacked' }, 'chart-unfit'],
    [{ kind: 'stacked', within: 'month' }, 'chart-unfit'],
  ])('%j is refused: %s', (wish, why) => {
    expect(decided(wish)).toBe(why);
  });

  it('stacks no people whom a definition calls nobody', () => {
    const visitors = { ...one('visiting-teachers'), population: null };
    expect(chartKindsFor(visitors, 'host')).not.toContain('stacked');
    expect(chartKindsFor(one('lesson-minutes'), 'subject')).toContain('stacked');
  });

  it('stacks no numeral that tells of people', () => {
    for (const definition of definitions.values()) {
      const { rule } = definition;
      if (rule.kind !== 'count' || !tellsOfPeople({ ...definition, rule })) continue;
      expect([definition.key, chartKindsFor(definition, 'kind').includes('stacked')]).toEqual([definition.key, false]);
    }
  });

  it('is parted by closed lists alone, never by itself', () => {
    expect(partsFor(one('lessons-held'), 'month')).toContain('kind');
    expect(partsFor(one('lessons-held'), 'kind')).not.toContain('kind');
    expect(partsFor(one('verified-share'), 'year')).toEqual([]);
  });

  it('of the template is one that says what is so', () => {
    expect(decided({ indicator: 'visiting-teachers', by: 'sender', kind: 'bar' })).toMatchObject({
      key: 'visitors-by-sender',
    });
    expect(decided({ indicator: 'pairings', by: 'form', kind: 'pie' })).toMatchObject({ key: 'pairings-by-form' });
  });
});
