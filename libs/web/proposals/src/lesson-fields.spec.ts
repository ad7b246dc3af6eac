import { describe, expect, it } from '@jest/globals';
import type { LessonCard } from '@qinglan/contracts';
import { asId } from '@qinglan/domain';
import { emptyLesson, makeUpOf, withChange, type LessonFields } from './lesson-fields';

const meeting: LessonFields = { ...emptyLesson, kind: 'training', day: '2026-09-16', startsAt: '15:20', minutes: 60 };
const taught: LessonFields = { ...meeting, kind: 'synchronous', presentingClassId: 'one', receivingClassId: 'two' };

describe('a start', () => {
  it('of a free meeting stays when its length changes', () => {
    expect(withChange(meeting, { minutes: 90 })).toMatchObject({ minutes: 90, startsAt: '15:20' });
  });

  it('of a lesson with a class is asked again when its length changes', () => {
    expect(withChange(taught, { minutes: 45 }).startsAt).toBe('');
    expect(withChange(taught, { minutes: 60 }).startsAt).toBe('15:20');
  });

  it('belongs to its day', () => {
    expect(withChange(meeting, { day: '2026-09-17' }).startsAt).toBe('');
    expect(withChange(meeting, { day: '2026-09-17', startsAt: '10:00' }).startsAt).toBe('10:00');
  });
});

describe('a make-up', () => {
  const named = <I extends string>(id: string) => ({ id: asId<I>(id), name: id });
  const school = (id: string) => ({
    ...named<LessonCard['presentingSchool']['id']>(id),
    shortName: id,
    sideId: 'aksu',
  });
  const lost = {
    kind: 'tutoring',
    subject: '物理',
    topic: '浮力',
    presentingSchool: school('one'),
    receivingSchool: school('two'),
    presenter: named('p'),
    localTeacher: named('l'),
    presentingClass: null,
    receivingClass: named('c'),
    presentingClassroom: named('r1'),
    receivingClassroom: named('r2'),
  } as const;

  it('keeps people, class, rooms, subject and topic, and asks for another time', () => {
    const kept = {
      ...{ kind: 'tutoring', subject: '物理', topic: '浮力', presenterId: 'p', localTeacherId: 'l' },
      ...{ presentingClassId: null, receivingClassId: 'c', presentingClassroomId: 'r1', receivingClassroomId: 'r2' },
      ...{ day: '', startsAt: '', minutes: null },
    };
    expect(makeUpOf(lost, 'one')).toEqual({ ...kept, partnerId: 'two', ownPresents: true });
    expect(makeUpOf(lost, 'two')).toEqual({ ...kept, partnerId: 'one', ownPresents: false });
  });
});
