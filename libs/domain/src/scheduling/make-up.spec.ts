import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { asId, type LessonId, type PartnershipId } from '../kernel';
import { lackOfLesson } from '../reports';
import { awaitsMakeUp, decideMakeUp, isMakingUp, type LessonToMakeUp } from './make-up';
import { holdingStates, lessonStates } from './transitions';

const ours = asId<PartnershipId>('P1');
const theirs = asId<PartnershipId>('P2');
const lesson = (more: Partial<LessonToMakeUp> = {}): LessonToMakeUp => ({
  lessonId: asId<LessonId>('L1'),
  partnershipId: ours,
  state: 'missed',
  replacements: [],
  ...more,
});
const refusalOf = (given: LessonToMakeUp, partnershipId = ours): string | null => {
  const decided = decideMakeUp(given, partnershipId);
  return decided.ok ? null : decided.refusal.kind;
};

describe('a make-up lesson', () => {
  it.each(lessonStates)('replaces a lesson that is %s only where it was lost', (state) => {
    const isLost = state === 'missed' || state === 'interrupted' || state === 'cancelled';
    expect(refusalOf(lesson({ state }))).toBe(isLost ? null : 'nothing-to-make-up');
  });

  it('names the lesson that it replaces', () => {
    expect(decideMakeUp(lesson(), ours)).toEqual({ ok: true, value: 'L1' });
  });

  it('is of the same partnership', () => {
    expect(refusalOf(lesson(), theirs)).toBe('make-up-elsewhere');
    expect(refusalOf(lesson({ state: 'verified' }), theirs)).toBe('make-up-elsewhere');
  });

  it.each(lessonStates)('comes after one that is %s only where that came to nothing', (state) => {
    expect(refusalOf(lesson({ replacements: ['declined', state] }))).toBe(isMakingUp(state) ? 'made-up-already' : null);
  });

  it('stands while it claims time', () => {
    expect(lessonStates.filter(isMakingUp)).toEqual(lessonStates.filter((state) => holdingStates.has(state)));
  });

  it('is awaited wherever it would be accepted, and wherever the school is asked for one', () => {
    const anyState = fc.constantFrom(...lessonStates);
    fc.assert(
      fc.property(anyState, fc.array(anyState, { maxLength: 4 }), (state, replacements) => {
        const given = lesson({ state, replacements });
        expect(awaitsMakeUp(given)).toBe(refusalOf(given) === null);
        const isMadeUp = replacements.some(isMakingUp);
        if (lackOfLesson({ state, isSigned: true, isMadeUp }) === 'make-up') expect(awaitsMakeUp(given)).toBe(true);
      }),
    );
  });
});
