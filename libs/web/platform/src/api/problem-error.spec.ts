import { describe, expect, it } from '@jest/globals';
import { failureName, isProblem, offlineProblem, problemOf, ProblemError } from './problem-error';

const taken = { type: '/problems/party-taken', title: '有人已有安排', status: 409 };

describe('problems that a call ends with', () => {
  it('are told apart by their type, never by their title', () => {
    expect(isProblem(new ProblemError(taken), 'party-taken')).toBe(true);
    expect(isProblem(new ProblemError(taken), 'stale')).toBe(false);
    expect(isProblem(new Error('party-taken'), 'party-taken')).toBe(false);
  });

  it('know a lost connection from a refusal', () => {
    expect(failureName(offlineProblem('连不上'))).toBe('offline');
    expect(failureName({ type: 'about:blank', title: '', status: 500 })).toBe('unexpected');
  });

  it('are made of whatever was thrown, and show nothing of the inside', () => {
    expect(problemOf(new ProblemError(taken))).toEqual(taken);
    const unexpected = problemOf(new RangeError('a bug'));
    expect(unexpected.type).toBe('/problems/unexpected');
    expect(JSON.stringify(unexpected)).not.toContain('a bug');
    expect(problemOf('text')).toMatchObject({ status: 500 });
  });
});
