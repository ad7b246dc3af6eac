import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../time';
import { askedPairingStates, pairingStanding, type PairingStanding, shownState } from './pairing-standing';
import { pairingStates, type PairingState } from './pairing-states';

const today = Temporal.PlainDate.from('2026-09-14');
const standing = (state: PairingState, last: string | null): PairingStanding =>
  pairingStanding({ state, lastDay: last === null ? null : Temporal.PlainDate.from(last) }, today);

describe('how a pairing is counted', () => {
  it.each([
    ['nominated', '2026-09-01', 'asked'],
    ['consenting', null, 'asked'],
    ['agreed', '2027-07-31', 'asked'],
    ['active', null, 'running'],
    ['active', '2026-09-14', 'running'],
    ['active', '2026-09-13', 'overdue'],
    ['paused', '2026-09-13', 'overdue'],
    ['assessing', '2027-07-31', 'running'],
    ['completed', '2026-09-13', 'ended'],
    ['lapsed', null, 'ended'],
  ] as const)('%s until %s is %s', (state, last, expected) => {
    expect(standing(state, last)).toBe(expected);
  });

  it('is shown by its state, unless it is overdue', () => {
    const lastDay = today.subtract({ days: 1 });
    expect(shownState({ state: 'active', lastDay }, today)).toBe('overdue');
    expect(shownState({ state: 'agreed', lastDay }, today)).toBe('agreed');
    expect(shownState({ state: 'paused', lastDay: today }, today)).toBe('paused');
  });

  it('knows every state', () => {
    const byState = Map.groupBy(pairingStates, (state) => standing(state, null));
    expect([...askedPairingStates]).toEqual(['nominated', 'consenting', 'agreed']);
    expect(byState.get('running')).toEqual(['active', 'paused', 'assessing']);
    expect(byState.get('ended')).toHaveLength(5);
  });
});
