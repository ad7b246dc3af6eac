import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../time';
import { pairingStates, runningPairingStates } from '../pairing-states';
import { decideHandCounted, handCountedKinds } from './portfolio';

const day = (text: string) => Temporal.PlainDate.from(text);
const pairing = { state: 'active' as const, firstDay: day('2026-09-01'), today: day('2026-10-10') };
const counted = (onDay: string, evidence = '听课本第3页') => ({ onDay: day(onDay), evidence });

describe('something counted by hand', () => {
  it.each([
    ['2026-08-31', false],
    ['2026-09-01', true],
    ['2026-10-10', true],
    ['2026-10-11', false],
  ])('on %s counts: %s', (onDay, does) => {
    const answer = decideHandCounted(pairing, counted(onDay));
    expect(answer.ok).toBe(does);
    if (!does) expect(answer).toEqual({ ok: false, refusal: { kind: 'day-outside-pairing' } });
  });

  it.each(pairingStates)('counts in state %s only where the two work together', (state) => {
    expect(decideHandCounted({ ...pairing, state }, counted('2026-09-02')).ok).toBe(runningPairingStates.has(state));
  });

  it('needs evidence that can be opened', () => {
    expect(decideHandCounted(pairing, counted('2026-09-02', 'http://x.example'))).toEqual({
      ok: false,
      refusal: { kind: 'evidence-unclear' },
    });
  });
});

describe('what is counted by hand', () => {
  it('is the own work of the two; what one of them has to confirm is left to those who keep the pairing', () => {
    expect(handCountedKinds('mentee')).toEqual(['lesson-plan', 'paper', 'open-lesson']);
    expect(handCountedKinds('mentor')).toEqual(['discussion', 'lesson-plan', 'paper', 'open-lesson']);
    expect(handCountedKinds(null)).toContain('mentor-hears');
  });
});
