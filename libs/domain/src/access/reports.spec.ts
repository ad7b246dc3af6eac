import { describe, expect, it } from '@jest/globals';
import { asId, type PersonId, type SchoolId } from '../kernel';
import type { Actor, Role } from './actor';
import {
  mayDefineIndicators,
  mayEnterFacts,
  mayHonourMentee,
  mayOpenRow,
  mayOpenRowExport,
  mayReadFigures,
  rowScopeOf,
} from './reports';

const own = asId<SchoolId>('own');
const other = asId<SchoolId>('other');
const who = (...roles: Role[]): Actor => ({
  personId: asId<PersonId>('p'),
  roles: new Set(roles),
  schoolId: own,
  partnerSchoolIds: new Set(),
  pairedPersonIds: new Set(),
});
const mentee = (schoolId: SchoolId, isMentee = true) => ({ schoolId, isMentee });

describe('who reads what is counted', () => {
  it.each([
    ['administrator', 'allowed', 'allowed', 'allowed', 'allowed', 'allowed'],
    ['viewer', 'allowed', 'allowed', 'allowed', 'forbidden', 'forbidden'],
    ['coordinator', 'allowed', 'allowed', 'hidden', 'forbidden', 'allowed'],
    ['teacher', 'forbidden', 'hidden', 'hidden', 'forbidden', 'forbidden'],
    ['mentor', 'forbidden', 'hidden', 'hidden', 'forbidden', 'forbidden'],
    ['mentee', 'forbidden', 'hidden', 'hidden', 'forbidden', 'forbidden'],
  ] as const)('%s', (...[role, figures, ownRow, otherRow, defines, honours]) => {
    expect(mayReadFigures(who(role)).kind).toBe(figures);
    expect(mayOpenRow(who(role), [other, own]).kind).toBe(ownRow);
    expect(mayOpenRow(who(role), [other]).kind).toBe(otherRow);
    expect(mayDefineIndicators(who(role)).kind).toBe(defines);
    expect(mayEnterFacts(who(role)).kind).toBe(defines);
    expect(mayHonourMentee(who(role), mentee(own)).kind).toBe(honours);
  });

  it('opens all rows to who sees everything, and those of the own school to a coordinator', () => {
    expect(rowScopeOf(who('viewer'))).toEqual({ kind: 'all' });
    expect(rowScopeOf(who('coordinator'))).toEqual({ kind: 'school', schoolId: own });
  });

  it('opens a file of rows to whoever asked for it, while the rights last', () => {
    const file = (askedBy: string, schoolId: SchoolId | null) => ({ askedBy: asId<PersonId>(askedBy), schoolId });
    expect(mayOpenRowExport(who('administrator'), file('p', null)).kind).toBe('allowed');
    expect(mayOpenRowExport(who('administrator'), file('somebody', null)).kind).toBe('hidden');
    expect(mayOpenRowExport(who('coordinator'), file('p', own)).kind).toBe('allowed');
    expect(mayOpenRowExport(who('coordinator'), file('p', null)).kind).toBe('hidden');
    expect(mayOpenRowExport(who('coordinator'), file('p', other)).kind).toBe('hidden');
    expect(mayOpenRowExport(who('teacher'), file('p', own)).kind).toBe('forbidden');
  });

  it('honours mentees alone, and a coordinator those of the own school', () => {
    expect(mayHonourMentee(who('coordinator'), mentee(other)).kind).toBe('hidden');
    expect(mayHonourMentee(who('administrator'), mentee(other, false)).kind).toBe('hidden');
  });
});
