import { describe, expect, it } from '@jest/globals';
import type { PersonId, SchoolId } from '../kernel';
import { roles, type Actor, type Role } from './actor';
import { isAllowed } from './decision';
import { mayTrack } from './tracking';

const actorWith = (...given: readonly Role[]): Actor => ({
  personId: 'somebody' as PersonId,
  roles: new Set(given),
  schoolId: 'school' as SchoolId,
  partnerSchoolIds: new Set(),
  pairedPersonIds: new Set(),
});

describe('the tracking board', () => {
  it.each(roles)('opens to %s as it should', (role) => {
    const expected = ['administrator', 'viewer', 'coordinator'].includes(role);
    expect(isAllowed(mayTrack(actorWith(role), false))).toBe(expected);
  });

  it('opens to whoever leads a studio', () => {
    expect(isAllowed(mayTrack(actorWith('mentor'), true))).toBe(true);
    expect(isAllowed(mayTrack(actorWith('mentor'), false))).toBe(false);
  });
});
