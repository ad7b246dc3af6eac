import { describe, expect, it } from '@jest/globals';
import { decideLink, decideOpening } from './link';

describe('a link', () => {
  it.each([
    [100, true],
    [101, true],
    [466, true],
    [467, false],
    [99, false],
  ])('made on day 100 until day %i', (lastDay, isMade) => {
    expect(decideLink(100, lastDay).ok).toBe(isMade);
  });

  it.each([
    [{ isRevoked: false, lastDay: 100, today: 100, isDraftOver: false }, null],
    [{ isRevoked: false, lastDay: 100, today: 101, isDraftOver: false }, 'link-over'],
    [{ isRevoked: true, lastDay: 100, today: 99, isDraftOver: false }, 'link-over'],
    [{ isRevoked: false, lastDay: 100, today: 99, isDraftOver: true }, 'draft-over'],
    [{ isRevoked: true, lastDay: 100, today: 99, isDraftOver: true }, 'link-over'],
  ])('opens as it should: %j', (facts, refusal) => {
    const decided = decideOpening(facts);
    expect(decided.ok ? null : decided.refusal.kind).toBe(refusal);
  });
});
