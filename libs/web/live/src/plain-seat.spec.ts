import { describe, expect, it } from '@jest/globals';
import { asId, type ClassroomId, type PersonId } from '@qinglan/domain';
import { plainSeat } from './plain-seat';

const [near, far] = [asId<ClassroomId>('near'), asId<ClassroomId>('far')];
type Lesson = Parameters<typeof plainSeat>[0];
const lesson = (mayEnterAs: readonly ClassroomId[], mayObserve = true): Lesson =>
  ({
    mayEnterAs: mayEnterAs.map((classroomId) => ({ classroomId, name: classroomId })),
    mayObserve,
    presenter: { id: asId<PersonId>('teacher'), name: '' },
    localTeacher: { id: asId<PersonId>('other'), name: '' },
  }) as unknown as Lesson;

describe('the seat that needs no question', () => {
  it.each([
    { what: 'the classroom of its teacher', of: lesson([near]), person: 'teacher', wanted: null, expected: near },
    {
      what: 'none for a coordinator, who is asked',
      of: lesson([near]),
      person: 'coordinator',
      wanted: null,
      expected: null,
    },
    { what: 'none where two are possible', of: lesson([near, far]), person: 'teacher', wanted: null, expected: null },
    { what: 'the one the address names', of: lesson([near, far]), person: 'coordinator', wanted: 'far', expected: far },
    {
      what: 'the observer, where the address says so',
      of: lesson([near]),
      person: 'teacher',
      wanted: 'observer',
      expected: 'observer',
    },
    {
      what: 'the observer, where no classroom is open',
      of: lesson([]),
      person: 'viewer',
      wanted: null,
      expected: 'observer',
    },
    {
      what: 'none for a classroom that is not theirs',
      of: lesson([near]),
      person: 'coordinator',
      wanted: 'far',
      expected: null,
    },
    { what: 'none where nothing is allowed', of: lesson([], false), person: 'stranger', wanted: null, expected: null },
  ] as const)('is $what', ({ of, person, wanted, expected }) => {
    expect(plainSeat(of, person, wanted)).toBe(expected);
  });
});
