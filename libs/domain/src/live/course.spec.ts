import { describe, expect, it } from '@jest/globals';
import { asId, type PersonId } from '../kernel';
import { at } from '../makers';
import { lessonStates, type LessonState } from '../scheduling';
import type { Slot } from '../time';
import { decideLessonEnd, decideLessonStart, isDoorOpen, type EndFacts, type StartFacts } from './course';
import { decideSignature, type SignedRecord } from './signature';

const on = (time: string) => at('2026-09-16', time);
const span = (from: string, to: string): Slot => ({ startsAt: on(from), endsAt: on(to) });
const slot = span('09:50', '10:30');

describe('the door of a lesson room', () => {
  it.each([
    ['09:19', false],
    ['09:20', true],
    ['10:30', true],
    ['11:29', true],
    ['11:30', false],
  ])('at %s is open: %s', (time, expected) => {
    expect(isDoorOpen(slot, on(time))).toBe(expected);
  });
});

describe('the start of a lesson', () => {
  const facts = (more: Partial<StartFacts> = {}): StartFacts => ({
    state: 'confirmed',
    slot,
    hasPresenting: true,
    hasReceiving: true,
    now: on('09:49'),
    ...more,
  });

  it('comes with both ends connected', () => {
    expect(decideLessonStart(facts())).toEqual({ ok: true, value: 'live' });
  });

  it.each([
    { more: { hasPresenting: false }, refusal: { kind: 'end-missing', end: 'presenting' } },
    { more: { hasReceiving: false }, refusal: { kind: 'end-missing', end: 'receiving' } },
    { more: { now: on('09:19') }, refusal: { kind: 'door-closed', opensAt: on('09:20'), closesAt: on('11:30') } },
    ...lessonStates
      .filter((state) => state !== 'confirmed')
      .map((state) => ({ more: { state }, refusal: { kind: 'lesson-not-confirmed', state } })),
  ])('does not come: $refusal.kind', ({ more, refusal }) => {
    expect(decideLessonStart(facts(more))).toEqual({ ok: false, refusal });
  });
});

describe('the end of a lesson', () => {
  const facts = (state: LessonState, held: string, more: Partial<EndFacts> = {}): EndFacts => ({
    state,
    slot,
    presenting: [span('09:40', '10:40')],
    receiving: [[span('09:50', held)]],
    now: on('10:30'),
    ...more,
  });

  it.each([
    { state: 'live', held: '10:30', steps: ['ended'], minutes: 40 },
    { state: 'live', held: '10:14', steps: ['ended'], minutes: 24 },
    { state: 'live', held: '10:13', steps: ['interrupted'], minutes: 23 },
    { state: 'live', held: '09:50', steps: ['interrupted'], minutes: 0 },
    { state: 'confirmed', held: '09:50', steps: ['missed'], minutes: 0 },
    { state: 'confirmed', held: '10:30', steps: ['live', 'ended'], minutes: 40 },
    { state: 'confirmed', held: '10:00', steps: ['live', 'interrupted'], minutes: 10 },
  ] as const)('of one that was $state and held until $held is $steps', ({ state, held, steps, minutes }) => {
    expect(decideLessonEnd(facts(state, held))).toEqual({ ok: true, value: { steps, effectiveMinutes: minutes } });
  });

  it('is not judged before its time', () => {
    expect(decideLessonEnd(facts('live', '10:20', { now: on('10:29') }))).toEqual({
      ok: false,
      refusal: { kind: 'lesson-not-over', endsAt: on('10:30') },
    });
  });

  it('is not judged when it was agreed and written down afterwards', () => {
    const agreedAt = on('10:30');
    expect(decideLessonEnd(facts('confirmed', '09:50', { agreedAt, now: on('12:00') }))).toEqual({
      ok: false,
      refusal: { kind: 'agreed-afterwards', agreedAt },
    });
    expect(decideLessonEnd(facts('confirmed', '09:50', { agreedAt: on('10:29') })).ok).toBe(true);
  });

  it.each(lessonStates.filter((state) => state !== 'live' && state !== 'confirmed'))(
    'is not judged when %s',
    (state) => {
      expect(decideLessonEnd(facts(state, '10:30'))).toEqual({
        ok: false,
        refusal: { kind: 'lesson-not-under-way', state },
      });
    },
  );
});

describe('signatures', () => {
  const [ann, bo] = [asId<PersonId>('ann'), asId<PersonId>('bo')];
  const unsigned: SignedRecord = { state: 'ended', signatures: { presenting: null, receiving: null } };

  it.each([
    ['presenting', 'receiving'],
    ['receiving', 'presenting'],
  ] as const)('verify the lesson once both ends have given theirs: %s, then %s', (first, second) => {
    const one = decideSignature(unsigned, { end: first, personId: ann });
    expect(one).toMatchObject({ ok: true, value: { state: 'ended', signatures: { [first]: ann, [second]: null } } });
    const both = one.ok ? decideSignature(one.value, { end: second, personId: bo }) : one;
    expect(both).toMatchObject({ ok: true, value: { state: 'verified', signatures: { [first]: ann, [second]: bo } } });
  });

  it('are given once for each end', () => {
    const signed: SignedRecord = { state: 'ended', signatures: { presenting: ann, receiving: null } };
    expect(decideSignature(signed, { end: 'presenting', personId: bo })).toEqual({
      ok: false,
      refusal: { kind: 'already-signed', end: 'presenting' },
    });
  });

  it.each(lessonStates.filter((state) => state !== 'ended'))('are not given for a lesson that is %s', (state) => {
    expect(decideSignature({ ...unsigned, state }, { end: 'receiving', personId: bo })).toEqual({
      ok: false,
      refusal: { kind: 'lesson-not-ended', state },
    });
  });
});
