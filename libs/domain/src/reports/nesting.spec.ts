import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { type CountRule, type Filter, type Indicator, rowMatches } from './indicator';
import { firstIndicators } from './indicators';
import { isWithin, peopleIn } from './nesting';
import { sources } from './sources';

const all = new Map(firstIndicators.map((one) => [one.key, one]));
const named = (key: string) => all.get(key) as Indicator & { readonly rule: CountRule };
const such = (where: readonly Filter[], key: string, period: 'during' | 'as-of' = 'during'): Indicator => ({
  ...named('pairings'),
  ...{ key, period, rule: { ...named('pairings').rule, where } },
});

describe('what is counted inside what', () => {
  it.each([
    ['pairings-one-to-one', 'pairings', true],
    ['pairings', 'pairings-one-to-one', false],
    ['pairings', 'pairings', false],
    ['completions-excellent', 'completions', true],
    ['completed-mentees', 'mentees', true],
    ['mentees', 'completed-mentees', false],
    ['mentees', 'pairings', false],
    ['mentors', 'mentees', false],
    ['mentee-honours-region', 'mentee-honours', true],
    ['training-completed', 'training-enrolled', false],
    ['mentees-per-mentor', 'mentors', false],
  ])('%s in %s: %s', (part, whole, is) => {
    expect(isWithin(named(part), named(whole))).toBe(is);
  });

  it('is told of a day inside the year, and not the other way about', () => {
    const [day, year] = [such([], 'day', 'as-of'), such([], 'year')];
    expect([isWithin(day, year), isWithin(year, day)]).toEqual([true, false]);
  });

  it('never calls a part what has a row that the whole has not', () => {
    const values = fc.subarray(['a', 'b', 'c'], { minLength: 1 });
    const filter = fc.oneof(
      values.map((is): Filter => ({ field: 'state', is })),
      fc.boolean().map((isKnown): Filter => ({ field: 'state', isKnown })),
      values.map((is): Filter => ({ field: 'form', is })),
    );
    const value = fc.constantFrom('a', 'b', 'c', null);
    const where = fc.array(filter, { maxLength: 3 });
    fc.assert(
      fc.property(where, where, fc.record({ state: value, form: value }), (narrow, wide, row) => {
        if (!isWithin(such(narrow, 'narrow'), such(wide, 'wide'))) return;
        if (rowMatches(narrow, row)) expect(rowMatches(wide, row)).toBe(true);
      }),
    );
  });
});

describe('what of a group is people', () => {
  it.each([
    ['mentees', 'school', 'number'],
    ['visiting-teachers', 'sender', 'number'],
    ['pairings', 'school', 'rows'],
    ['completions', 'outcome', 'rows'],
    ['mentee-honours', 'level', 'rows'],
    ['pairings', 'form', null],
    ['mentees', 'form', null],
    ['mentees', 'certainty', null],
    ['lessons-held', 'school', null],
    ['observations', 'school', null],
    ['showcases', 'month', null],
  ] as const)('%s by %s: %s', (key, by, what) => {
    const one = named(key);
    expect(peopleIn(one, sources[one.rule.source], by)).toBe(what);
  });

  it('are people by the field that is added up, whatever a definition calls them', () => {
    const visitors = { ...named('visiting-teachers'), population: null };
    expect(peopleIn(visitors, sources.item, 'host')).toBe('number');
    const minutes = { ...named('lesson-minutes'), population: null };
    expect(peopleIn(minutes, sources.lesson, 'month')).toBe(null);
  });
});
