import { describe, expect, it } from '@jest/globals';
import { menteesOf } from './guided';

const pairing = (id: string, state: 'active' | 'paused' | 'agreed' | 'consenting' | null) => ({
  state,
  mentee: { id },
});

describe('who is guided', () => {
  it('counts people, not pairings', () => {
    expect(menteesOf([pairing('one', 'active'), pairing('one', 'paused'), pairing('two', 'active')])).toBe(2);
  });

  it('leaves out who is only asked, and counts where the state is not for the reader', () => {
    expect(menteesOf([pairing('one', 'agreed'), pairing('two', 'consenting'), pairing('three', null)])).toBe(1);
    expect(menteesOf([])).toBe(0);
  });
});
