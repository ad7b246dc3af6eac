import { describe, expect, it } from '@jest/globals';
import { decideDerived } from './decide-derived';
import { decideIndicator } from './decide-indicator';
import type { Indicator, Operation } from './indicator';
import { firstIndicators } from './indicators';
import { trilingual } from './words';

const known = new Map(firstIndicators.map((one) => [one.key, one]));
const words = trilingual('一', 'one');
const reckoned = (operation: Operation, from: readonly string[], key = 'mine') => ({
  ...(known.get('programme-events') as Indicator),
  key,
  rule: { kind: 'derived' as const, operation, from },
});
const verdict = (operation: Operation, ...from: readonly string[]) => {
  const decided = decideDerived(reckoned(operation, from), known);
  return decided.ok ? 'accepted' : decided.refusal.kind;
};

describe('ratios of ratios, forty deep', () => {
  const nested = (name: string) =>
    Array.from({ length: 40 }, (_, depth) => {
      const from = depth === 0 ? ['mentees', 'mentors'] : Array(2).fill(`${name}-${String(depth - 1)}`);
      return reckoned('ratio', from, `${name}-${String(depth)}`);
    });
  const deep = new Map([...known, ...[...nested('a'), ...nested('b')].map((one) => [one.key, one] as const)]);
  const decided = (one: ReturnType<typeof reckoned>) => {
    const answer = decideDerived(one, deep);
    return answer.ok ? 'accepted' : answer.refusal.kind;
  };

  it('are decided at once: taken, found circular, and never added', () => {
    expect(decided(reckoned('ratio', ['a-39', 'b-39']))).toBe('accepted');
    expect(decided(reckoned('ratio', ['a-39', 'b-39'], 'a-0'))).toBe('circular');
    expect(decided(reckoned('sum', ['a-39', 'b-39']))).toBe('rows-overlap');
  });
});

describe('what may be reckoned from what', () => {
  it('holds for every indicator that a new house begins with', () => {
    for (const one of firstIndicators) expect([one.key, decideIndicator(one, known).ok]).toEqual([one.key, true]);
  });

  it.each([
    ['14 + 34: cadres and talents', ['cadres-returned', 'mentors'], 'populations-differ'],
    ['34 + 106: mentors and mentees', ['mentors', 'mentees'], 'populations-differ'],
    ['49 inside 106: enrolled and mentees', ['training-enrolled', 'mentees'], 'populations-differ'],
    ['delegations on top of batches of teachers', ['teacher-visits', 'inspection-delegations'], 'rows-overlap'],
    ['delegations on top of batches of doctors', ['inspection-delegations', 'doctor-visits'], 'rows-overlap'],
    ['delegations on top of both together', ['inbound-visits', 'inspection-delegations'], 'rows-overlap'],
    ['75 + 24: both are visitors', ['visiting-teachers', 'visiting-doctors'], 'accepted'],
    ['12 + 5 editions', ['showcases', 'medical-classes'], 'accepted'],
    ['lessons held and lessons verified, which are among them', ['lessons-held', 'lessons-verified'], 'rows-overlap'],
    ['the whole and its part', ['studios', 'studios-education'], 'rows-overlap'],
    ['a thing with itself', ['showcases', 'showcases'], 'rows-overlap'],
    ['people counted once under two names', ['mentees', 'completed-mentees'], 'not-additive'],
    ['lessons and minutes', ['lessons-held', 'lesson-minutes'], 'units-differ'],
    ['shares', ['verified-share', 'school-coverage'], 'rows-overlap'],
    ['what is not there', ['showcases', 'nowhere'], 'operand-missing'],
    ['one alone', ['showcases'], 'operands-number'],
  ] as const)('%s', (_what, from, expected) => {
    expect(verdict('sum', ...from)).toBe(expected);
  });

  it('lets a ratio set any two beside each other, and no three', () => {
    expect(verdict('ratio', 'mentees', 'mentors')).toBe('accepted');
    expect(verdict('ratio', 'mentees', 'mentors', 'studios')).toBe('operands-number');
    expect(verdict('difference', 'mentees', 'mentors')).toBe('populations-differ');
    expect(verdict('difference', 'lessons-held', 'lessons-verified')).toBe('accepted');
  });

  it('refuses what is reckoned from itself, near or far', () => {
    expect(decideDerived(reckoned('sum', ['mine', 'showcases']), known)).toMatchObject({
      refusal: { kind: 'circular' },
    });
    const loop = new Map([...known, ['far', reckoned('sum', ['mine', 'showcases'], 'far')]]);
    expect(decideDerived(reckoned('sum', ['far', 'showcases']), loop)).toMatchObject({ refusal: { kind: 'circular' } });
  });
});

describe('what may be counted', () => {
  const wanted = (rule: Indicator['rule'], more: Partial<Indicator> = {}): Indicator => ({
    ...(known.get('lessons-held') as Indicator),
    key: 'mine',
    name: words,
    rule,
    ...more,
  });
  const count = (source: string, measure: object, where: readonly object[] = []) =>
    ({ kind: 'count', source, measure, where }) as unknown as Indicator['rule'];

  it.each([
    ['lessons of one subject', count('lesson', { of: 'rows' }, [{ field: 'subject', is: ['数学'] }]), {}, 'accepted'],
    ['a source that is not there', count('table', { of: 'rows' }), {}, 'source-unknown'],
    [
      'a field that is not there',
      count('lesson', { of: 'rows' }, [{ field: 'title', is: ['x'] }]),
      {},
      'field-unknown',
    ],
    ['a name of the language itself', count('lesson', { of: 'sum', field: 'constructor' }), {}, 'field-unknown'],
    [
      'a person to filter by',
      count('lesson', { of: 'rows' }, [{ field: 'presenter', is: ['x'] }]),
      {},
      'field-unknown',
    ],
    ['a value that is none', count('lesson', { of: 'rows' }, [{ field: 'state', is: ['done'] }]), {}, 'value-unknown'],
    [
      'an id that is none',
      count('lesson', { of: 'rows' }, [{ field: 'school', is: ['1 OR 1=1'] }]),
      {},
      'value-unknown',
    ],
    ['people of nobody', count('pairing', { of: 'distinct', field: 'mentee' }), { unit: '名' }, 'population-missing'],
    [
      'mentees as mentors',
      count('pairing', { of: 'distinct', field: 'mentee' }),
      { unit: '名', population: 'mentor' },
      'population-differs',
    ],
    [
      'mentees as mentees',
      count('pairing', { of: 'distinct', field: 'mentee' }),
      { unit: '名', population: 'mentee' },
      'accepted',
    ],
    [
      'people of items without saying whose',
      count('item', { of: 'sum', field: 'people' }),
      { unit: '名' },
      'population-missing',
    ],
    [
      'the same each time they came',
      count('item', { of: 'sum', field: 'people' }),
      { unit: '人次' },
      'population-missing',
    ],
    [
      'the same as visitors',
      count('item', { of: 'sum', field: 'people' }),
      { unit: '人次', population: 'visitor' },
      'accepted',
    ],
    ['minutes, which are nobody', count('lesson', { of: 'sum', field: 'minutes' }), { unit: '分钟' }, 'accepted'],
    ['rows with a number', count('item', { of: 'rows' }, [{ field: 'attended', isKnown: true }]), {}, 'accepted'],
  ] as const)('%s', (...[, rule, more, expected]) => {
    const decided = decideIndicator(wanted(rule, more as Partial<Indicator>), known);
    expect(decided.ok ? 'accepted' : decided.refusal.kind).toBe(expected);
  });
});
