import { describe, expect, it } from '@jest/globals';
import { growthTextKinds, isItsTerm, replierOf, writerOf } from './growth-text';

describe('a text of a pairing', () => {
  it.each([
    ['baseline', 'mentee', 'mentor', 'start'],
    ['mid-term', 'mentor', 'mentee', '2026-1'],
    ['term-summary', 'mentor', 'mentee', '2026-1'],
  ] as const)('%s is written by the %s, answered by the %s and stands in %s', (...[kind, writer, replier, term]) => {
    expect([writerOf(kind), replierOf(kind)]).toEqual([writer, replier]);
    expect(['start', '2026-1'].filter((one) => isItsTerm(kind, one))).toEqual([term]);
  });

  it('is never answered by whoever wrote it', () => {
    expect(growthTextKinds.every((kind) => writerOf(kind) !== replierOf(kind))).toBe(true);
  });
});
