import { describe, expect, it } from '@jest/globals';
import {
  decideAnswerTo,
  decideDiscard,
  decideSubmit,
  liccDimensions,
  liccView,
  liccViews,
  observationStates,
  observationTransitions,
  observedOf,
  observerOf,
} from '.';

describe('the states of an observation', () => {
  it('are all reached, and only the last has no exit', () => {
    const reached = new Set(['open', ...Object.values(observationTransitions).flat()]);
    expect([...observationStates].filter((state) => !reached.has(state))).toEqual([]);
    expect(observationStates.filter((state) => observationTransitions[state].length === 0)).toEqual(['locked']);
  });

  it.each([
    ['open', 1, { ok: true, value: 'submitted' }],
    ['open', 0, { ok: false, refusal: { kind: 'nothing-noted' } }],
    ['submitted', 1, { ok: false, refusal: { kind: 'already-submitted' } }],
    ['locked', 1, { ok: false, refusal: { kind: 'already-submitted' } }],
  ] as const)('%s with %i remarks is submitted or not', (state, count, expected) => {
    expect(decideSubmit(state, count)).toEqual(expected);
  });

  it.each([
    ['open', false, { remarkCount: 0, reason: '', expected: 'discarded' }],
    ['open', false, { remarkCount: 1, reason: ' ', expected: 'reason-missing' }],
    ['open', false, { remarkCount: 1, reason: '记错了课', expected: 'discarded' }],
    ['open', true, { remarkCount: 0, reason: '', expected: 'already-discarded' }],
    ['submitted', false, { remarkCount: 1, reason: '记错了课', expected: 'already-submitted' }],
    ['locked', false, { remarkCount: 1, reason: '记错了课', expected: 'already-submitted' }],
  ] as const)('%s, discarded %s, with %j is discarded or not', (state, isDiscarded, { expected, ...wish }) => {
    const decided = decideDiscard({ state, isDiscarded }, wish);
    expect(decided.ok ? decided.value : decided.refusal.kind).toBe(expected);
  });

  const signs = { reply: null, countersigns: true };
  const replies = { reply: '下次改进板书', countersigns: false };
  it.each([
    { state: 'submitted', isCountersigned: false, answer: signs, expected: { state: 'locked', isCountersigned: true } },
    {
      state: 'submitted',
      isCountersigned: false,
      answer: replies,
      expected: { state: 'locked', isCountersigned: false },
    },
    {
      state: 'submitted',
      isCountersigned: false,
      answer: { ...replies, countersigns: true },
      expected: { state: 'locked', isCountersigned: true },
    },
    { state: 'locked', isCountersigned: false, answer: signs, expected: { state: 'locked', isCountersigned: true } },
  ] as const)(
    '$state, countersigned $isCountersigned, takes $answer',
    ({ state, isCountersigned, answer, expected }) => {
      expect(decideAnswerTo({ state, isCountersigned }, answer)).toEqual({ ok: true, value: expected });
    },
  );

  it.each([
    { state: 'open', isCountersigned: false, answer: signs, expected: 'not-submitted' },
    { state: 'locked', isCountersigned: true, answer: signs, expected: 'already-countersigned' },
    { state: 'locked', isCountersigned: true, answer: replies, expected: 'already-countersigned' },
    { state: 'locked', isCountersigned: false, answer: replies, expected: 'nothing-said' },
    {
      state: 'submitted',
      isCountersigned: false,
      answer: { reply: null, countersigns: false },
      expected: 'nothing-said',
    },
  ] as const)(
    '$state, countersigned $isCountersigned, refuses $answer',
    ({ state, isCountersigned, answer, expected }) => {
      expect(decideAnswerTo({ state, isCountersigned }, answer)).toEqual({ ok: false, refusal: { kind: expected } });
    },
  );

  it('have one who hears and one who is heard', () => {
    const two = { mentor: 'M', mentee: 'm' };
    expect([observerOf('mentor-hears', two), observedOf('mentor-hears', two)]).toEqual(['M', 'm']);
    expect([observerOf('mentee-hears', two), observedOf('mentee-hears', two)]).toEqual(['m', 'M']);
  });
});

describe('the views', () => {
  it('are twenty, five a dimension, each once and each in two languages', () => {
    expect(liccDimensions.map((one) => liccViews.filter(({ dimension }) => dimension === one).length)).toEqual([
      5, 5, 5, 5,
    ]);
    expect(new Set(liccViews.map(({ code }) => code)).size).toBe(20);
    expect(liccViews.every(({ zh, en }) => zh !== '' && en !== '')).toBe(true);
    expect(liccView('teaching.asking')?.zh).toBe('提问与对话');
    expect(liccView('no.such')).toBeUndefined();
  });
});
