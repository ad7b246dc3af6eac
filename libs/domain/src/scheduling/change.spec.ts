import { describe, expect, it } from '@jest/globals';
import { asId, type LessonId } from '../kernel';
import { at } from '../makers';
import { decideCancel, decideMove, type StandingLesson } from './change';
import { lessonStates } from './transitions';
import { askedAt, everyone, factsOf, heldBy, lessonAt, onWednesday, wednesday } from './makers';

const standing = (more: Partial<StandingLesson> = {}): StandingLesson => ({
  lessonId: asId<LessonId>('L1'),
  state: 'confirmed',
  slot: onWednesday('09:50', '10:30'),
  ...more,
});

describe('a change', () => {
  it('cancels a confirmed lesson, with its reason', () => {
    expect(decideCancel(standing(), ' 教师出差 ', askedAt)).toEqual({
      ok: true,
      value: { lessonId: 'L1', from: 'confirmed', to: 'cancelled', reason: '教师出差' },
    });
  });

  it.each(lessonStates.filter((state) => state !== 'confirmed'))('does not touch a lesson that is %s', (state) => {
    const refusal = { kind: 'lesson-not-confirmed', state };
    expect(decideCancel(standing({ state }), '出差', askedAt)).toEqual({ ok: false, refusal });
    const move = { lesson: standing({ state }), to: lessonAt('10:40'), reason: '出差' };
    expect(decideMove(move, factsOf(wednesday))).toEqual({ ok: false, refusal });
  });

  it.each([
    { reason: '  ', expected: { kind: 'reason-missing' } },
    { reason: '差'.repeat(301), expected: { kind: 'reason-too-long', limit: 300 } },
  ])('needs a reason of at most 300 characters', ({ reason, expected }) => {
    expect(decideCancel(standing(), reason, askedAt)).toEqual({ ok: false, refusal: expected });
    expect(decideMove({ lesson: standing(), to: lessonAt('10:40'), reason }, factsOf(wednesday))).toEqual({
      ok: false,
      refusal: expected,
    });
  });

  it('counts characters as people do', () => {
    expect(decideCancel(standing(), '𠮷'.repeat(300), askedAt).ok).toBe(true);
  });

  it('comes too late once the lesson has begun', () => {
    expect(decideCancel(standing(), '出差', at(wednesday, '09:50'))).toMatchObject({
      refusal: { kind: 'lesson-begun' },
    });
  });

  it('moves a lesson to where a new one could lie; its own holds are not in its way', () => {
    const holds = everyone.map(({ role }) => heldBy(role, onWednesday('09:50', '10:30')));
    const free = decideMove(
      { lesson: standing(), to: lessonAt('09:55'), reason: '调课' },
      factsOf(wednesday, [], { holds }),
    );
    expect(free).toMatchObject({
      ok: true,
      value: { lessonId: 'L1', movedFrom: onWednesday('09:50', '10:30'), reason: '调课' },
    });
    const unclean = decideMove({ lesson: standing(), to: lessonAt('10:05'), reason: '调课' }, factsOf(wednesday));
    expect(unclean).toMatchObject({ refusal: { kind: 'outside-bell' } });
    const other = holds.map(({ partyId, slot }) => ({ partyId, slot, lessonId: asId<LessonId>('L2') }));
    const taken = decideMove(
      { lesson: standing(), to: lessonAt('09:50'), reason: '调课' },
      factsOf(wednesday, [], { holds: other }),
    );
    expect(taken).toMatchObject({ refusal: { kind: 'party-taken' } });
  });

  it('never moves a lesson into the past', () => {
    const late = factsOf('2026-09-14', [], { now: at('2026-09-15', '08:00'), includesPast: true });
    expect(decideMove({ lesson: standing(), to: lessonAt('09:50'), reason: '调课' }, late)).toMatchObject({
      refusal: { kind: 'in-the-past' },
    });
  });
});
