import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asId } from '../../kernel';
import { Temporal } from '../../time';
import { type ArrivedHeadingChange, headingOf, type HeadingChange } from '.';

const change = (
  changeId: string,
  field: HeadingChange['field'],
  wish: Partial<ArrivedHeadingChange> = {},
): ArrivedHeadingChange => ({
  changeId: asId(changeId),
  field,
  value: changeId,
  at: '2026-09-16T01:50:00Z',
  receivedAt: Temporal.Instant.from('2026-09-16T03:00:00Z'),
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

  it('is not held by a clock that is ahead: such a writing is of when it arrived', () => {
    const ahead = change('z', 'topic', { at: '2036-01-01T00:00:00Z' });
    const received = Temporal.Instant.from('2026-09-16T03:05:00Z');
    const corrected = change('a', 'topic', { at: '2026-09-16T03:05:00Z', receivedAt: received });
    expect(headingOf([ahead, corrected]).topic).toBe('a');
    expect(headingOf([corrected, ahead]).topic).toBe('a');
    const next = change('c', 'topic', { at: '2036-01-01T00:01:00Z' });
    expect(headingOf([next, ahead]).topic).toBe('c');
    const before = change('b', 'topic', { at: '2026-09-16T02:59:00Z' });
    expect(headingOf([before, ahead]).topic).toBe('z');
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
