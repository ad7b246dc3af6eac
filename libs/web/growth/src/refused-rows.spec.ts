import { describe, expect, it } from '@jest/globals';
import { refusedRows, titleOf } from './refused-rows';

const problem = (errors: { pointer: string; detail: string }[]) => ({ type: '', title: '', status: 409, errors });

describe('rows that were refused', () => {
  it('are read from the problem, and what is none of them is left out', () => {
    expect(
      refusedRows(
        problem([
          { pointer: '#/pairings/3', detail: 'stale' },
          { pointer: '#/reason', detail: 'stale' },
          { pointer: '#/pairings/1', detail: 'no-such-problem' },
        ]),
      ),
    ).toEqual([{ at: 3, problem: 'stale' }]);
    expect(refusedRows({ type: '', title: '', status: 409 })).toEqual([]);
  });

  it('say why in the language in view', () => {
    expect(titleOf('forbidden', 'en')).toBe('You may not do this');
    expect(titleOf('forbidden', 'ug')).toBe(titleOf('forbidden', 'zh'));
  });
});
