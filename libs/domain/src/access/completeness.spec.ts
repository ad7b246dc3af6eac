import { describe, expect, it } from '@jest/globals';
import type { PersonId, SchoolId } from '../kernel';
import { roles, type Actor, type Role } from './actor';
import { mayReadCompleteness, mayReadCompletenessOf } from './completeness';

const own = 'school' as SchoolId;
const actorWith = (role: Role): Actor => ({
  personId: 'somebody' as PersonId,
  roles: new Set([role]),
  schoolId: own,
  partnerSchoolIds: new Set(['partner' as SchoolId]),
  pairedPersonIds: new Set(),
});

describe('the board of completeness', () => {
  it.each(roles)('opens to %s as it should', (role) => {
    const readers = ['administrator', 'viewer', 'coordinator'];
    const seesAll = ['administrator', 'viewer'].includes(role);
    const expected = readers.includes(role) ? 'allowed' : 'forbidden';
    expect(mayReadCompleteness(actorWith(role)).kind).toBe(expected);
    expect(mayReadCompletenessOf(actorWith(role), own).kind).toBe(expected);
    const ofPartner = mayReadCompletenessOf(actorWith(role), 'partner' as SchoolId).kind;
    expect(ofPartner).toBe(seesAll ? 'allowed' : role === 'coordinator' ? 'hidden' : 'forbidden');
  });
});
