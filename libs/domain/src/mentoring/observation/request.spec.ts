import { describe, expect, it } from '@jest/globals';
import { asId, type ActivityId, type LessonId, type PartyId } from '../../kernel';
import { day } from '../../makers';
import type { Hold } from '../../scheduling';
import { beijingSlot, minuteOf } from '../../time';
import {
  decideAsk,
  decidePromise,
  decideRequestStep,
  observationRequestStates,
  observationRequestTransitions,
} from '.';

describe('asking for an observation', () => {
  it.each([
    ['2026-09-15', '2026-09-16', true],
    ['2026-09-16', '2026-09-16', false],
    ['2026-09-17', '2026-09-16', false],
  ])('on %s for %s', (today, lessonDay, isTaken) => {
    expect(decideAsk(day(lessonDay), day(today)).ok).toBe(isTaken);
  });

  it('has no state that is never reached', () => {
    const reached = new Set(['asked', ...Object.values(observationRequestTransitions).flat()]);
    expect(observationRequestStates.filter((state) => !reached.has(state))).toEqual([]);
  });

  it.each([
    { from: 'asked', to: 'accepted', reason: '', expected: 'ok' },
    { from: 'asked', to: 'declined', reason: '那天出差', expected: 'ok' },
    { from: 'asked', to: 'declined', reason: ' ', expected: 'reason-missing' },
    { from: 'asked', to: 'withdrawn', reason: '', expected: 'ok' },
    { from: 'accepted', to: 'withdrawn', reason: '', expected: 'reason-missing' },
    { from: 'accepted', to: 'withdrawn', reason: '停课', expected: 'ok' },
    { from: 'accepted', to: 'declined', reason: '停课', expected: 'request-closed' },
    { from: 'declined', to: 'accepted', reason: '', expected: 'request-closed' },
    { from: 'withdrawn', to: 'accepted', reason: '', expected: 'request-closed' },
  ] as const)('from $from to $to for "$reason": $expected', ({ from, to, reason, expected }) => {
    const decided = decideRequestStep(from, to, reason);
    expect(decided.ok ? 'ok' : decided.refusal.kind).toBe(expected);
  });
});

describe('promising an observation', () => {
  const span = (from: string, to: string) => beijingSlot(day('2026-09-16'), minuteOf(from), minuteOf(to));
  const [observerId, observedId] = [asId<PartyId>('hears'), asId<PartyId>('is-heard')];
  const [lessonId, activityId] = [asId<LessonId>('L1'), asId<ActivityId>('A1')];
  const slot = span('09:50', '10:30');
  const meets = (partyId: PartyId, from: string, to: string): Hold => ({ partyId, activityId, slot: span(from, to) });
  const holders = (lesson: LessonId | null, holds: readonly Hold[] = [], when: typeof slot | null = slot) => {
    const decided = decidePromise({ lessonId: lesson, slot: when, observerId, observedId }, holds);
    return decided.ok ? decided.value.map(({ partyId }) => partyId) : decided.refusal.kind;
  };

  it('holds the observer over a lesson of the timetable, both over any other, nobody where no end is known', () => {
    expect(holders(lessonId)).toEqual([observerId]);
    expect(holders(null)).toEqual([observerId, observedId]);
    expect(holders(null, [meets(observerId, '09:00', '12:00')], null)).toEqual([]);
  });

  it('is refused where one whom it would hold is taken, and not where times touch', () => {
    expect(holders(lessonId, [meets(observerId, '10:20', '11:00')])).toBe('party-taken');
    expect(holders(lessonId, [meets(observerId, '10:30', '11:00'), meets(observerId, '09:00', '09:50')])).toEqual([
      observerId,
    ]);
    expect(holders(null, [meets(observedId, '10:20', '11:00')])).toBe('party-taken');
    // The lesson itself answers for who teaches in it.
    expect(holders(lessonId, [meets(observedId, '10:20', '11:00')])).toEqual([observerId]);
  });

  it('needs no second hold of who teaches in the lesson or observes it already', () => {
    expect(holders(lessonId, [{ partyId: observerId, lessonId, slot }])).toEqual([]);
    expect(holders(asId<LessonId>('L2'), [{ partyId: observerId, lessonId, slot }])).toBe('party-taken');
  });
});
