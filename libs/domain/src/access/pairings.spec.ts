import { describe, expect, it } from '@jest/globals';
import { asId, type PersonId, type SchoolId } from '../kernel';
import {
  mayKeepPairing,
  mayKeepStudio,
  mayKeepTemplates,
  mayRecordInPairing,
  maySeeLesson,
  maySeePairing,
  maySignAgreement,
  mayWriteAgreement,
  signingPartyOf,
  type Actor,
  type PairingSubject,
  type Role,
} from '.';

const person = (code: string): PersonId => asId(code);
const school = (code: string): SchoolId => asId(code);

const actor = (code: string, at: string, ...roles: Role[]): Actor => ({
  personId: person(code),
  roles: new Set(roles),
  schoolId: school(at),
  partnerSchoolIds: new Set(),
  pairedPersonIds: new Set(),
});

const pairing: PairingSubject = {
  mentorId: person('M'),
  menteeId: person('T'),
  mentorSchoolId: school('HZ'),
  menteeSchoolId: school('AK'),
  studioLeadId: person('L'),
  isSharedWithSchool: false,
};

const people = {
  mentor: actor('M', 'HZ', 'mentor'),
  mentee: actor('T', 'AK', 'mentee'),
  lead: actor('L', 'HZ', 'mentor'),
  'mentee’s coordinator': actor('CA', 'AK', 'coordinator'),
  'mentor’s coordinator': actor('CH', 'HZ', 'coordinator'),
  administrator: actor('A', 'HQ', 'administrator'),
  viewer: actor('V', 'HQ', 'viewer'),
  colleague: actor('X', 'AK', 'teacher', 'mentee'),
  stranger: actor('S', 'XX', 'coordinator', 'mentor'),
};
type Who = keyof typeof people;

const everybody = Object.keys(people) as Who[];
const seers: readonly Who[] = [
  ...(['mentor', 'mentee', 'lead', 'mentee’s coordinator', 'mentor’s coordinator'] as const),
  ...(['administrator', 'viewer'] as const),
];
const keepers: readonly Who[] = ['lead', 'mentee’s coordinator', 'administrator'];

describe('a pairing', () => {
  it.each([
    ['is seen by', maySeePairing, seers],
    ['has its agreement written by', mayWriteAgreement, ['mentor', ...keepers]],
    ['is signed by', maySignAgreement, ['mentor', 'mentee', 'mentee’s coordinator', 'administrator']],
    ['is kept by', mayKeepPairing, keepers],
    ['is recorded in by', mayRecordInPairing, ['mentor', 'mentee', ...keepers]],
  ] as const)('%s those and hidden from whoever may not see it', (_, may, those) => {
    for (const who of everybody) {
      const kind = may(people[who], pairing).kind;
      const refused = seers.includes(who) ? 'forbidden' : 'hidden';
      expect([who, kind]).toEqual([who, (those as readonly Who[]).includes(who) ? 'allowed' : refused]);
    }
  });

  it('is signed by each for the own party', () => {
    expect(everybody.map((who) => signingPartyOf(people[who], pairing)).filter((party) => party !== null)).toEqual([
      'mentor',
      'mentee',
      'school',
      'school',
    ]);
  });

  it('without a studio has no lead', () => {
    expect(maySeePairing(people.lead, { ...pairing, studioLeadId: null }).kind).toBe('hidden');
  });
});

describe('templates and studios', () => {
  it('are kept by administrators, a studio by its lead too', () => {
    for (const who of everybody) {
      expect(mayKeepTemplates(people[who]).kind).toBe(who === 'administrator' ? 'allowed' : 'forbidden');
      const keepsStudio = who === 'administrator' || who === 'lead';
      expect(mayKeepStudio(people[who], { leadId: person('L') }).kind).toBe(keepsStudio ? 'allowed' : 'forbidden');
    }
    expect(mayKeepStudio(people.lead, { leadId: null }).kind).toBe('forbidden');
  });
});

describe('a lesson', () => {
  it('is seen by whoever guides, or is guided by, one of its teachers', () => {
    const lesson = {
      presentingSchoolId: school('HZ'),
      receivingSchoolId: school('AK'),
      presenterIds: [person('T')],
      localTeacherIds: [person('Y')],
    };
    const far = people.stranger;
    expect(maySeeLesson(far, lesson).kind).toBe('hidden');
    expect(maySeeLesson({ ...far, pairedPersonIds: new Set([person('Y')]) }, lesson).kind).toBe('allowed');
    expect(maySeeLesson({ ...far, pairedPersonIds: new Set([person('Z')]) }, lesson).kind).toBe('hidden');
  });
});
