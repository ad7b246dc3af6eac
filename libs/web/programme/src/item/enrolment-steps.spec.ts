import { describe, expect, it } from '@jest/globals';
import type { EnrolmentChange } from '@qinglan/contracts';
import { stepsIn } from './enrolment-steps';

const change = (before: EnrolmentChange['before'], after: EnrolmentChange['after']): EnrolmentChange =>
  ({ before, after }) as EnrolmentChange;

describe('a change of an enrolment', () => {
  it.each([
    [{}, { state: 'enrolled', attended: null, completed: null }, ['enrolled']],
    [{}, { state: 'waiting', attended: null, completed: null }, ['waiting']],
    [{}, { state: 'enrolled', attended: true, completed: null }, ['enrolled', 'attended.true']],
    [{ state: 'waiting' }, { state: 'enrolled' }, ['movedUp']],
    [{ state: 'withdrawn' }, { state: 'enrolled' }, ['enrolled']],
    [{ state: 'enrolled' }, { state: 'withdrawn' }, ['withdrawn']],
    [{ attended: true }, { attended: false }, ['attended.false']],
    [{ attended: true }, { attended: null }, ['attended.null']],
    [{ completed: null }, { completed: true }, ['completed.true']],
  ] as const)('from %j to %j says %j', (before, after, steps) => {
    expect(stepsIn(change(before, after))).toEqual(steps);
  });
});
