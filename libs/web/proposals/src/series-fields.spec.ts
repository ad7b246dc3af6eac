import { describe, expect, it } from '@jest/globals';
import { endIdsOf, mayHaveClass, turned, withPartner } from './cast';
import { emptySeries, missingInSeries, seriesBody, withoutStaleChoices, type SeriesFields } from './series-fields';

const complete: SeriesFields = {
  ...emptySeries,
  partnerId: 'partner',
  subject: ' 数学 ',
  presenterId: 'presenter',
  localTeacherId: 'local',
  receivingClassId: 'class',
  presentingClassroomId: 'room-1',
  receivingClassroomId: 'room-2',
  termCode: '2026-1',
  period: 3,
  weeks: '3-18单',
  skipWeeks: [4, 5],
  choices: [
    { week: 7, startsAt: '10:40' },
    { week: 8, startsAt: '10:40' },
  ],
};

describe('the fields of a series', () => {
  it('name what is missing', () => {
    expect(missingInSeries(emptySeries)).toEqual(
      expect.arrayContaining([
        'partnerId',
        'presenterId',
        'subject',
        'receivingClassId',
        'termCode',
        'period',
        'weeks',
      ]),
    );
    expect(missingInSeries(complete)).toEqual([]);
  });

  it('give a body without what belongs to weeks that are not asked for', () => {
    const body = seriesBody(complete, 'own');
    expect(body).toMatchObject({ presentingSchoolId: 'own', receivingSchoolId: 'partner', subject: '数学' });
    expect(body?.skipWeeks).toEqual([5]);
    expect(body?.choices).toEqual([{ week: 7, startsAt: '10:40' }]);
  });

  it('give none while something is missing or cannot be read', () => {
    expect(seriesBody({ ...complete, weeks: '3-' }, 'own')).toBeNull();
    expect(seriesBody({ ...complete, period: null }, 'own')).toBeNull();
    expect(seriesBody(complete, null)).toBeNull();
  });

  it('bring no class to a meeting of teachers', () => {
    expect(mayHaveClass('training')).toBe(false);
    expect(seriesBody({ ...complete, kind: 'training' }, 'own')?.receivingClassId).toBeNull();
  });

  it('drop starts chosen by hand when the place changes, and keep them otherwise', () => {
    expect(withoutStaleChoices(complete, { weekday: 5 })).toEqual({ weekday: 5, choices: [] });
    expect(withoutStaleChoices(complete, { weekday: complete.weekday })).toEqual({ weekday: complete.weekday });
    expect(withoutStaleChoices(complete, { subject: '英语' })).toEqual({ subject: '英语' });
  });
});

describe('the two ends', () => {
  it('turn with their people and rooms', () => {
    const other = { ...complete, ...turned(complete) };
    expect(endIdsOf(other, 'own')).toEqual({ presentingSchoolId: 'partner', receivingSchoolId: 'own' });
    expect(other).toMatchObject({ presenterId: 'local', localTeacherId: 'presenter', presentingClassId: 'class' });
    expect({ ...other, ...turned(other) }).toEqual(complete);
  });

  it('let go of the former partner’s people only', () => {
    const other = { ...complete, ...withPartner(complete, 'third') };
    expect(other).toMatchObject({ partnerId: 'third', presenterId: 'presenter', localTeacherId: null });
  });
});
