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
    ['the classroom of its teacher', lesson([near]), 'teacher', null, near],
    ['none for a coordinator, who is asked', lesson([near]), 'coordinator', null, null],
    ['none where two are possible', lesson([near, far]), 'teacher', null, null],
    ['the one the address names', lesson([near, far]), 'coordinator', 'far', far],
    ['the observer, where the address says so', lesson([near]), 'teacher', 'observer', 'observer'],
    ['the observer, where no classroom is open', lesson([]), 'viewer', null, 'observer'],
    ['none for a classroom that is not theirs', lesson([near]), 'coordinator', 'far', null],
    ['none where nothing is allowed', lesson([], false), 'stranger', null, null],
  ] as const)('is %s', (_, of, personId, wanted, expected) => {
    expect(plainSeat(of, personId, wanted)).toBe(expected);
  });
});
