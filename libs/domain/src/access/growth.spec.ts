import { describe, expect, it } from '@jest/globals';
import { asId, type OrganisationId, type PersonId } from '../kernel';
import type { Actor, Role } from './actor';
import {
  mayJudgePairing,
  mayKeepCohort,
  mayMarkOpenLesson,
  maySeeCohort,
  maySeeGrowth,
  maySeeMarks,
  maySeeOpenLesson,
  maySeePetition,
  mayWithdrawItem,
  mayWriteAs,
  mayWriteGrowth,
} from './growth';
import type { PairingSubject } from './pairings';

const person = (name: string) => asId<PersonId>(name);
const school = (name: string) => asId<OrganisationId>(name);
const pairing: PairingSubject = {
  mentorId: person('mentor'),
  menteeId: person('mentee'),
  mentorSchoolId: school('hangzhou'),
  menteeSchoolId: school('aksu'),
  studioLeadId: person('lead'),
  isSharedWithSchool: false,
};
const actor = (name: string, role: Role, at = 'elsewhere'): Actor => ({
  personId: person(name),
  roles: new Set([role]),
  schoolId: school(at),
  partnerSchoolIds: new Set(),
  pairedPersonIds: new Set(),
});

const mentor = actor('mentor', 'mentor', 'hangzhou');
const mentee = actor('mentee', 'mentee', 'aksu');
const lead = actor('lead', 'mentor');
const here = actor('co', 'coordinator', 'aksu');
const there = actor('co2', 'coordinator', 'hangzhou');
const administrator = actor('admin', 'administrator');
const viewer = actor('viewer', 'viewer');
const stranger = actor('stranger', 'mentor', 'aksu');
const heirs = new Set([person('heir')]);
const heir = actor('heir', 'mentor');
const panel = { memberIds: [person('panelist')] };
const panelist = actor('panelist', 'teacher');
const everybody = [mentor, mentee, lead, here, there, administrator, viewer, stranger, heir, panelist];

const verdicts = (decide: (actor: Actor) => { readonly kind: string }) =>
  Object.fromEntries(everybody.map((one) => [one.personId, decide(one).kind]));

describe('who may read and write the file of a pairing', () => {
  it('reads: the two, those who keep the pairing, and mentors who carry it on; none who merely looks on', () => {
    expect(verdicts((one) => maySeeGrowth(one, pairing, heirs))).toEqual({
      ...{ mentor: 'allowed', mentee: 'allowed', lead: 'allowed', co: 'allowed', co2: 'hidden' },
      ...{ admin: 'allowed', viewer: 'hidden', stranger: 'hidden', heir: 'allowed', panelist: 'hidden' },
    });
  });

  it('plans: the two alone', () => {
    expect(verdicts((one) => mayWriteGrowth(one, pairing))).toEqual({
      ...{ mentor: 'allowed', mentee: 'allowed', lead: 'forbidden', co: 'forbidden', co2: 'forbidden' },
      ...{ admin: 'forbidden', viewer: 'forbidden', stranger: 'hidden', heir: 'hidden', panelist: 'hidden' },
    });
    expect(mayWriteAs(mentor, pairing, 'mentor').kind).toBe('allowed');
    expect(mayWriteAs(mentor, pairing, 'mentee').kind).toBe('forbidden');
    expect(mayWriteAs(stranger, pairing, 'mentee').kind).toBe('hidden');
  });

  it('judges: who keeps the pairing, but none of the two', () => {
    expect(verdicts((one) => mayJudgePairing(one, pairing))).toEqual({
      ...{ mentor: 'forbidden', mentee: 'forbidden', lead: 'allowed', co: 'allowed', co2: 'forbidden' },
      ...{ admin: 'allowed', viewer: 'forbidden', stranger: 'hidden', heir: 'hidden', panelist: 'hidden' },
    });
    const own = { ...pairing, studioLeadId: pairing.mentorId };
    expect(mayJudgePairing(mentor, own).kind).toBe('forbidden');
    expect(maySeeMarks(mentor, own)).toBe(false);
    expect(maySeeMarks(here, own)).toBe(true);
  });

  it('takes back: whoever counted it, or who keeps the pairing', () => {
    expect(mayWithdrawItem(mentee, pairing, mentee.personId).kind).toBe('allowed');
    expect(mayWithdrawItem(mentee, pairing, mentor.personId).kind).toBe('forbidden');
    expect(mayWithdrawItem(here, pairing, mentor.personId).kind).toBe('allowed');
    expect(mayWithdrawItem(viewer, pairing, null).kind).toBe('forbidden');
    expect(mayWithdrawItem(stranger, pairing, stranger.personId).kind).toBe('hidden');
  });

  it('reads a petition: whoever wrote it and who decides it, not the other one', () => {
    const readers = everybody.filter((one) => maySeePetition(one, pairing, mentee.personId));
    expect(readers.map(({ personId }) => personId)).toEqual(['mentee', 'lead', 'co', 'admin']);
  });
});

describe('who may sit on a panel', () => {
  it('sees the open lesson', () => {
    expect(maySeeOpenLesson(panelist, pairing, panel).kind).toBe('allowed');
    expect(maySeeOpenLesson(viewer, pairing, panel).kind).toBe('allowed');
    expect(maySeeOpenLesson(stranger, pairing, panel).kind).toBe('hidden');
  });

  it('marks it, and nobody else does', () => {
    expect(mayMarkOpenLesson(panelist, pairing, panel).kind).toBe('allowed');
    expect(mayMarkOpenLesson(administrator, pairing, panel).kind).toBe('forbidden');
    expect(mayMarkOpenLesson(stranger, pairing, panel).kind).toBe('hidden');
  });
});

describe('a cohort', () => {
  it('is kept by administrators and seen by leads of its studios too', () => {
    expect(everybody.filter((one) => mayKeepCohort(one).kind === 'allowed')).toEqual([administrator]);
    expect(maySeeCohort(lead, true).kind).toBe('allowed');
    expect(maySeeCohort(lead, false).kind).toBe('hidden');
    expect(maySeeCohort(viewer, false).kind).toBe('allowed');
  });
});
