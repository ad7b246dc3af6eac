import { describe, expect, it } from '@jest/globals';
import type { PersonId, SchoolId } from '../kernel';
import { type Actor, type Role, roles } from './actor';
import { type Decision, isAllowed } from './decision';
import {
  mayApproveYearlyReport,
  mayCommentOnYearlyReport,
  mayReadFrozenRows,
  mayResolveYearlyComment,
  mayShareYearlyReport,
  mayWriteYearlyReport,
  yearlySideOf,
} from './yearly';

const me = 'me' as PersonId;
const actorWith = (...given: readonly Role[]): Actor => ({
  personId: me,
  roles: new Set(given),
  schoolId: 'school' as SchoolId,
  partnerSchoolIds: new Set(),
  pairedPersonIds: new Set(),
});
const allowedRoles = (may: (actor: Actor) => Decision) => roles.filter((role) => isAllowed(may(actorWith(role))));

describe('the report of a year', () => {
  it('is written and shared by administrators', () => {
    expect(allowedRoles(mayWriteYearlyReport)).toEqual(['administrator']);
    expect(allowedRoles(mayShareYearlyReport)).toEqual(['administrator']);
  });

  it('is remarked upon by administrators and coordinators', () => {
    expect(allowedRoles(mayCommentOnYearlyReport)).toEqual(['administrator', 'coordinator']);
  });

  it('has remarks that are resolved by whoever made them, or by an administrator', () => {
    expect(allowedRoles((actor) => mayResolveYearlyComment(actor, 'other' as PersonId))).toEqual(['administrator']);
    expect(isAllowed(mayResolveYearlyComment(actorWith('coordinator'), me))).toBe(true);
  });

  it('is approved by an administrator for the side where her organisation lies', () => {
    expect(allowedRoles((actor) => mayApproveYearlyReport(actor, 'aksu'))).toEqual(['administrator']);
    expect(isAllowed(mayApproveYearlyReport(actorWith('administrator'), 'elsewhere'))).toBe(false);
    expect(isAllowed(mayApproveYearlyReport(actorWith('administrator'), null))).toBe(false);
    expect([yearlySideOf(actorWith('administrator'), 'aksu'), yearlySideOf(actorWith('viewer'), 'aksu')]).toEqual([
      'aksu',
      null,
    ]);
  });

  it('opens its frozen rows to those who see every school', () => {
    expect(allowedRoles(mayReadFrozenRows)).toEqual(['administrator', 'viewer']);
  });
});
