import { describe, expect, it } from '@jest/globals';
import { asId, type OrganisationId, type PersonId } from '../kernel';
import type { Actor, Role } from './actor';
import { listReach, mayEnrol, mayKeepItems, maySeeCertificate, maySeeEnrolment, mayTakeAttendance } from './programme';

const [own, other, hostId] = ['own', 'other', 'host'].map((name) => asId<OrganisationId>(name)) as [
  OrganisationId,
  OrganisationId,
  OrganisationId,
];
const me = asId<PersonId>('me');
const actor = (role: Role, schoolId: OrganisationId = own): Actor => ({
  personId: me,
  roles: new Set([role]),
  schoolId,
  partnerSchoolIds: new Set([other]),
  pairedPersonIds: new Set(),
});
const item = { hostId };
const someone = (schoolId: OrganisationId) => ({ personId: asId<PersonId>('someone'), schoolId });
const myself = { personId: me, schoolId: own };

describe('who may what with programme items', () => {
  it('items are written by administrators alone', () => {
    expect(mayKeepItems(actor('administrator')).kind).toBe('allowed');
    for (const role of ['coordinator', 'viewer', 'teacher', 'mentor'] as const)
      expect(mayKeepItems(actor(role)).kind).toBe('forbidden');
  });

  it.each([
    ['administrator', own, 'all'],
    ['coordinator', hostId, 'all'],
    ['coordinator', own, 'school'],
    ['teacher', hostId, 'self'],
    ['viewer', own, 'self'],
  ] as const)('a %s of %s sees of a list: %s', (role, school, reach) => {
    expect(listReach(actor(role, school), item)).toBe(reach);
    expect(listReach(actor('coordinator', own), { hostId: null })).toBe('school');
  });

  const verdicts = (ask: (who: Actor, whose: typeof myself) => { readonly kind: string }) => ({
    administrator: ask(actor('administrator'), someone(other)).kind,
    host: ask(actor('coordinator', hostId), someone(other)).kind,
    own: ask(actor('coordinator'), someone(own)).kind,
    foreign: ask(actor('coordinator'), someone(other)).kind,
    viewer: ask(actor('viewer'), someone(own)).kind,
    colleague: ask(actor('teacher'), someone(own)).kind,
    myself: ask(actor('teacher'), myself).kind,
  });
  const seen = {
    ...{ administrator: 'allowed', host: 'allowed', own: 'allowed', foreign: 'hidden', viewer: 'hidden' },
    ...{ colleague: 'hidden', myself: 'allowed' },
  };

  it('a list is seen by who keeps it and, of it, oneself', () => {
    expect(verdicts((who, whose) => maySeeEnrolment(who, item, whose))).toEqual(seen);
  });

  it('people enrol themselves, coordinators their own, administrators anybody', () => {
    expect(verdicts((who, whose) => mayEnrol(who, item, whose))).toEqual({ ...seen, host: 'forbidden' });
  });

  it('nobody notes the own attendance', () => {
    expect(verdicts((who, whose) => mayTakeAttendance(who, item, whose))).toEqual({ ...seen, myself: 'forbidden' });
    expect(mayTakeAttendance(actor('coordinator'), item, myself).kind).toBe('allowed');
  });

  it('a certificate is for whom it names, the own coordinator and administrators', () => {
    expect(verdicts((who, whose) => maySeeCertificate(who, whose))).toEqual({ ...seen, host: 'hidden' });
  });
});
