import { describe, expect, it } from '@jest/globals';
import type { LessonCard } from '@qinglan/contracts';
import { bellsOf, schoolsAway } from './lesson-ends';

const lesson = (over: object): LessonCard =>
  ({
    state: 'confirmed',
    presentingSchool: { id: 'hz', shortName: '杭高' },
    receivingSchool: { id: 'ak', shortName: '阿高' },
    presentingClass: { id: 'c1', name: '高一(1)班' },
    receivingClass: { id: 'c2', name: '高一(3)班' },
    presentingPeriod: 3,
    receivingPeriod: 2,
    presentingShift: 0,
    receivingShift: 0,
    ...over,
  }) as unknown as LessonCard;

describe('the bells of a lesson', () => {
  it('ring for both only if both count it among their periods', () => {
    expect(bellsOf(lesson({})).kind).toBe('none');
    expect(bellsOf(lesson({ receivingPeriod: null }))).toMatchObject({
      kind: 'oneAsRung',
      ends: [{ part: 'presenting' }],
    });
    expect(bellsOf(lesson({ presentingPeriod: null, receivingPeriod: null })).kind).toBe('free');
  });

  it('are moved as soon as one end shifts', () => {
    expect(bellsOf(lesson({ receivingShift: -5 })).kind).toBe('moved');
    expect(bellsOf(lesson({ presentingPeriod: null, receivingShift: 5 })).kind).toBe('moved');
  });
});

describe('a lesson on a day without school', () => {
  const akIsClosed = (schoolId: string) => schoolId !== 'ak';
  const away = (over: object) => schoolsAway(lesson(over), akIsClosed).map(({ shortName }) => shortName);

  it('names the school that does not teach while the lesson stands', () => {
    expect(away({})).toEqual(['阿高']);
    expect(away({ state: 'proposed' })).toEqual(['阿高']);
    expect(away({ state: 'cancelled' })).toEqual([]);
  });

  it('is no trouble for a meeting without classes, nor where the calendar is not known', () => {
    expect(away({ presentingClass: null, receivingClass: null })).toEqual([]);
    expect(schoolsAway(lesson({}), () => undefined)).toEqual([]);
  });
});
