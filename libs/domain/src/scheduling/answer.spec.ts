import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asId, type LessonId } from '../kernel';
import { at } from '../makers';
import { decideAnswer, decideExpiry, decideWithdrawal, isExpired, type Answer, type Proposal } from './answer';
import { proposalStatus, seriesStatus } from './status';
import {
  decideTransition,
  finalStates,
  holdingStates,
  lessonStates,
  lessonTransitions,
  transitionFaults,
  type LessonState,
} from './transitions';

const id = (text: string): LessonId => asId(text);
const expiresAt = at('2026-09-05', '00:00');
const now = at('2026-09-02', '09:00');
const proposal = (...states: LessonState[]): Proposal => ({
  lessons: states.map((state, index) => ({ lessonId: id(`L${index + 1}`), state })),
  expiresAt,
});
const answer = (accepted: readonly string[], declined: readonly string[] = [], reason = '当天有活动'): Answer => ({
  accepted: accepted.map(id),
  declined: declined.map((lessonId) => ({ lessonId: id(lessonId), reason })),
});

describe('an answer', () => {
  it('accepts some, declines one with its reason and leaves the rest open', () => {
    expect(decideAnswer(proposal('proposed', 'proposed', 'proposed'), answer(['L1'], ['L3']), now)).toEqual({
      ok: true,
      value: [
        { lessonId: 'L1', from: 'proposed', to: 'confirmed', reason: null },
        { lessonId: 'L3', from: 'proposed', to: 'declined', reason: '当天有活动' },
      ],
    });
  });

  it.each([
    { wanted: answer([]), kind: 'nothing-answered' },
    { wanted: answer(['L1', 'L1']), kind: 'lesson-named-twice' },
    { wanted: answer(['L1'], ['L1']), kind: 'lesson-named-twice' },
    { wanted: answer(['L9']), kind: 'lesson-not-in-proposal' },
    { wanted: answer(['L2']), kind: 'lesson-already-answered' },
    { wanted: answer([], ['L1'], '  '), kind: 'reason-missing' },
    { wanted: answer([], ['L1'], '忙'.repeat(301)), kind: 'reason-too-long' },
  ])('is refused: $kind', ({ wanted, kind }) => {
    expect(decideAnswer(proposal('proposed', 'confirmed'), wanted, now)).toMatchObject({
      ok: false,
      refusal: { kind },
    });
  });

  it.each(lessonStates.filter((state) => state !== 'proposed' && state !== 'countered'))(
    'is not given to a lesson that is %s',
    (state) => {
      expect(decideAnswer(proposal(state), answer(['L1']), now)).toEqual({
        ok: false,
        refusal: { kind: 'lesson-already-answered', lessonId: 'L1', state },
      });
    },
  );

  it('comes too late from the moment the proposal expires', () => {
    const open = proposal('proposed');
    expect(decideAnswer(open, answer(['L1']), expiresAt.subtract({ seconds: 1 })).ok).toBe(true);
    expect(decideAnswer(open, answer(['L1']), expiresAt)).toMatchObject({ refusal: { kind: 'proposal-expired' } });
  });

  it('moves lessons along their transitions only', () => {
    const anyState = fc.constantFrom(...lessonStates);
    fc.assert(
      fc.property(fc.array(anyState, { minLength: 1, maxLength: 6 }), fc.array(fc.boolean()), (states, yes) => {
        const ids = states.map((_, at) => `L${at + 1}`);
        const decided = decideAnswer(
          proposal(...states),
          answer(
            ids.filter((_, at) => yes[at]),
            ids.filter((_, at) => !yes[at]),
          ),
          now,
        );
        const steps = decided.ok ? decided.value : [];
        expect(decided.ok).toBe(states.every((state) => state === 'proposed' || state === 'countered'));
        for (const step of steps) expect(lessonTransitions[step.from]).toContain(step.to);
      }),
    );
  });
});

describe('the end of a proposal', () => {
  it('withdraws what is unanswered and keeps what was agreed', () => {
    expect(decideWithdrawal(proposal('confirmed', 'proposed', 'declined'))).toEqual({
      ok: true,
      value: [{ lessonId: 'L2', from: 'proposed', to: 'withdrawn', reason: null }],
    });
    expect(decideWithdrawal(proposal('confirmed'))).toMatchObject({ refusal: { kind: 'nothing-open' } });
  });

  it('expires what is unanswered once its time is over, and not before', () => {
    const open = proposal('confirmed', 'proposed');
    expect(decideExpiry(open, now)).toMatchObject({ ok: false });
    expect(decideExpiry(open, expiresAt)).toMatchObject({ ok: true, value: [{ lessonId: 'L2', to: 'expired' }] });
    expect(isExpired(open, now)).toBe(false);
  });
});

describe('states', () => {
  it('are all reached, and all but the final ones can be left', () => {
    expect(transitionFaults(lessonTransitions)).toEqual([]);
    expect(transitionFaults({ ...lessonTransitions, live: ['ended'] })).toEqual(['interrupted is never reached']);
    expect(transitionFaults({ ...lessonTransitions, ended: [] })).toEqual([
      'verified is never reached',
      'ended has no exit',
    ]);
    expect(transitionFaults({ ...lessonTransitions, missed: ['live'] })).toEqual(['missed is final and has an exit']);
  });

  it('follow the life of a lesson as it was agreed', () => {
    const life = lessonStates.map((state) => `${state} → ${lessonTransitions[state].join(' ')}`.trim());
    expect(life.slice(0, 6)).toEqual([
      'draft → proposed withdrawn',
      'proposed → countered confirmed declined expired withdrawn',
      'countered → proposed confirmed declined expired withdrawn',
      'confirmed → live cancelled missed',
      'live → ended interrupted',
      'ended → verified',
    ]);
  });

  it('become another only along a transition', () => {
    for (const from of lessonStates) {
      for (const to of lessonStates) expect(decideTransition(from, to).ok).toBe(lessonTransitions[from].includes(to));
    }
    expect(decideTransition('declined', 'confirmed')).toEqual({
      ok: false,
      refusal: { kind: 'transition-not-allowed', from: 'declined', to: 'confirmed' },
    });
  });

  it('let their slots go where the lesson will not be held', () => {
    const releasing = lessonStates.filter((state) => !holdingStates.has(state));
    expect(releasing).toEqual(['draft', 'declined', 'expired', 'withdrawn', 'cancelled']);
    expect([...finalStates].every((state) => lessonTransitions[state].length === 0)).toBe(true);
  });
});

describe('a status read from the lessons', () => {
  it.each([
    { states: ['proposed', 'proposed'], ofProposal: 'open', ofSeries: 'proposed' },
    { states: ['proposed', 'confirmed'], ofProposal: 'partly-answered', ofSeries: 'proposed' },
    { states: ['confirmed', 'confirmed'], ofProposal: 'accepted', ofSeries: 'agreed' },
    { states: ['confirmed', 'declined'], ofProposal: 'partly-accepted', ofSeries: 'agreed' },
    { states: ['declined', 'expired'], ofProposal: 'declined', ofSeries: 'declined' },
    { states: ['expired', 'withdrawn'], ofProposal: 'expired', ofSeries: 'expired' },
    { states: ['withdrawn'], ofProposal: 'withdrawn', ofSeries: 'withdrawn' },
    { states: ['verified', 'confirmed'], ofProposal: 'accepted', ofSeries: 'running' },
    { states: ['live', 'confirmed'], ofProposal: 'accepted', ofSeries: 'running' },
    { states: ['verified', 'missed', 'cancelled'], ofProposal: 'accepted', ofSeries: 'completed' },
    { states: ['cancelled', 'declined'], ofProposal: 'partly-accepted', ofSeries: 'cancelled' },
    { states: ['draft', 'draft'], ofProposal: 'open', ofSeries: 'draft' },
  ] as const)('$states: $ofProposal, $ofSeries', ({ states, ofProposal, ofSeries }) => {
    expect(proposalStatus(states)).toBe(ofProposal);
    expect(seriesStatus(states)).toBe(ofSeries);
  });
});
