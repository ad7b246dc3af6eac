import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { itemNumber, itemNumbers, tallies, type CountedEnrolment, type Known } from './numbers';

const row = (attended: Known, completed: Known = null, state: CountedEnrolment['state'] = 'enrolled') => ({
  state,
  attended,
  completed,
});
const known = fc.constantFrom<Known>(true, false, null);
const anyRow = fc.record({
  state: fc.constantFrom<CountedEnrolment['state']>('enrolled', 'waiting', 'withdrawn'),
  attended: known,
  completed: known,
});
const unknown = { enrolled: null, attended: null, completed: null };

describe('the numbers of an item', () => {
  it('print as unknown as long as any row is unknown, and as at least what is sure', () => {
    const numbers = itemNumbers(unknown, tallies([row(true), row(null), row(false), row(true)]));
    expect(numbers.enrolled).toMatchObject({ value: 4, from: 'rows' });
    expect(numbers.attended).toMatchObject({ value: null, atLeast: 2, unknown: 1, from: 'rows' });
    expect(numbers.completed).toMatchObject({ value: null, atLeast: null, unknown: 4, from: 'nothing' });
  });

  it('are the 49 that enrolled, of whom nobody knows who came', () => {
    const rows = Array.from({ length: 49 }, () => row(null));
    const numbers = itemNumbers({ ...unknown, enrolled: 49 }, tallies(rows));
    expect(numbers.enrolled).toMatchObject({ value: 49, from: 'stated', rowsSay: null });
    expect(numbers.attended).toMatchObject({ value: null, atLeast: null, from: 'nothing' });
  });

  it('are zero where everybody is known not to have come, and where zero was stated', () => {
    expect(itemNumbers(unknown, tallies([row(false), row(false)])).attended).toMatchObject({ value: 0, from: 'rows' });
    expect(itemNumber(0, null)).toMatchObject({ value: 0, from: 'stated' });
    expect(itemNumber(null, null)).toMatchObject({ value: null, atLeast: null, from: 'nothing' });
  });

  it.each([
    [2, null],
    [3, null],
    [4, 2],
    [1, 2],
  ])('stated as %s beside two sure and one unknown row are contradicted by %s', (stated, rowsSay) => {
    expect(itemNumber(stated, { sure: 2, unknown: 1 })).toMatchObject({ value: stated, from: 'stated', rowsSay });
  });

  it('do not count who waits or withdrew, and come of no list where nobody stayed', () => {
    expect(tallies([row(true, true, 'waiting'), row(true, true, 'withdrawn')])).toBeNull();
    expect(tallies([row(true, true), row(true, true, 'withdrawn')])?.attended).toEqual({ sure: 1, unknown: 0 });
  });

  it('never exceed the list, and an unknown row never makes a number', () => {
    fc.assert(
      fc.property(fc.array(anyRow), (rows) => {
        const numbers = itemNumbers(unknown, tallies(rows));
        const listed = rows.filter(({ state }) => state === 'enrolled');
        for (const fact of ['attended', 'completed'] as const) {
          const { value, atLeast } = numbers[fact];
          expect(value === null || listed.every((one) => one[fact] !== null)).toBe(true);
          expect(Math.max(value ?? 0, atLeast ?? 0)).toBe(listed.filter((one) => one[fact] === true).length);
        }
      }),
    );
  });
});
