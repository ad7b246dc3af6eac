import { describe, expect, it } from '@jest/globals';
import { asId, type PersonId, type SchoolId } from '../kernel';
import {
  mayArrangeActivity,
  mayDiagnoseLesson,
  mayKeepActivity,
  maySeeActivity,
  type Actor,
  type Decision,
  type Role,
} from '.';

const school = asId<SchoolId>('S1');
const person = (name: string) => asId<PersonId>(name);
const actor = (name: string, roles: readonly Role[] = ['teacher']): Actor => ({
  personId: person(name),
  roles: new Set(roles),
  schoolId: asId<SchoolId>(`school of ${name}`),
  partnerSchoolIds: new Set(),
  pairedPersonIds: new Set(name === 'mentor' ? [person('mentee')] : []),
});

const people = {
  lead: actor('lead'),
  mentor: actor('mentor', ['mentor']),
  mentee: actor('mentee', ['mentee']),
  guest: actor('guest'),
  stranger: actor('stranger', ['coordinator']),
  administrator: actor('administrator', ['administrator']),
  viewer: actor('viewer', ['viewer']),
};
type Name = keyof typeof people;
const names = Object.keys(people) as Name[];
const studio = { leadId: person('lead'), mentorIds: [person('mentor')] };
const activity = {
  studioLeadId: person('lead'),
  arrangedById: person('mentor'),
  personIds: [person('mentee'), person('guest')],
};
const lesson = {
  presentingSchoolId: school,
  receivingSchoolId: school,
  presenterIds: [person('mentee')],
  localTeacherIds: [],
};

const verdicts = (decide: (who: Actor) => Decision) =>
  Object.fromEntries(names.map((name) => [name, decide(people[name]).kind]));

describe('a meeting of a studio', () => {
  it('is arranged by lead, mentors and administrators', () => {
    expect(verdicts((who) => mayArrangeActivity(who, studio))).toEqual({
      ...{ lead: 'allowed', mentor: 'allowed', mentee: 'forbidden', guest: 'forbidden', stranger: 'forbidden' },
      ...{ administrator: 'allowed', viewer: 'forbidden' },
    });
    expect(mayArrangeActivity(people.lead, { leadId: null, mentorIds: [] }).kind).toBe('forbidden');
  });

  it('is seen by those who meet, the lead, and who sees everything', () => {
    expect(verdicts((who) => maySeeActivity(who, activity))).toEqual({
      ...{ lead: 'allowed', mentor: 'allowed', mentee: 'allowed', guest: 'allowed', stranger: 'hidden' },
      ...{ administrator: 'allowed', viewer: 'allowed' },
    });
    expect(maySeeActivity(people.lead, { ...activity, studioLeadId: null }).kind).toBe('hidden');
  });

  it('is kept by who arranged it, the lead and administrators', () => {
    expect(verdicts((who) => mayKeepActivity(who, activity))).toEqual({
      ...{ lead: 'allowed', mentor: 'allowed', mentee: 'forbidden', guest: 'forbidden', stranger: 'hidden' },
      ...{ administrator: 'allowed', viewer: 'forbidden' },
    });
  });
});

describe('a diagnosis', () => {
  it('is attached by lead and mentors, and only to a lesson that they see anyway', () => {
    expect(verdicts((who) => mayDiagnoseLesson(who, studio, lesson))).toEqual({
      ...{ lead: 'hidden', mentor: 'allowed', mentee: 'hidden', guest: 'hidden', stranger: 'hidden' },
      ...{ administrator: 'forbidden', viewer: 'forbidden' },
    });
  });
});
