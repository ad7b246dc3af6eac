import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asId } from '../../kernel';
import { headingOf, type HeadingChange } from '.';

const change = (changeId: string, field: HeadingChange['field'], wish: Partial<HeadingChange> = {}): HeadingChange => ({
  changeId: asId(changeId),
  field,
  value: changeId,
  at: '2026-09-16T01:50:00Z',
  ...wish,
});

describe('what stands above the remarks', () => {
  it('is empty before anything is written', () => {
    expect(headingOf([])).toEqual({ topic: null, lessonType: null, classSize: null, rating: null });
  });

  it('is what was written last by the clock, not what came last', () => {
    const late = change('late', 'topic', { at: '2026-09-16T02:00:00Z' });
    expect(headingOf([late, change('early', 'topic')]).topic).toBe('late');
  });

  it('can be emptied again', () => {
    const log = [
      change('a', 'rating', { value: 4 }),
      change('b', 'rating', { value: null, at: '2026-09-16T02:00:00Z' }),
    ];
    expect(headingOf(log).rating).toBeNull();
  });

  it('is the same in whatever order and however often it arrives, even within one moment', () => {
    const log = [change('a', 'topic'), change('b', 'topic'), change('c', 'classSize', { value: 40 })];
    fc.assert(
      fc.property(fc.shuffledSubarray([...log, ...log], { minLength: 6 }), (arrived) => {
        expect(headingOf(arrived)).toEqual({ topic: 'b', lessonType: null, classSize: 40, rating: null });
      }),
    );
  });
});
