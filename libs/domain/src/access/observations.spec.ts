import { describe, expect, it } from '@jest/globals';
import { asId, type PersonId, type SchoolId } from '../kernel';
import {
  mayAnswerObservation,
  mayAnswerRequest,
  mayAskObservation,
  mayListObservations,
  mayObserve,
  mayReadObservation,
  maySubmitObservation,
  mayWithdrawRequest,
  mayWriteObservation,
  observationPartOf,
  type Actor,
  type Decision,
  type Role,
} from '.';

const actor = (code: string, school: string, ...its: Role[]): Actor => ({
  personId: asId<PersonId>(code),
  roles: new Set(its),
  schoolId: asId<SchoolId>(school),
  partnerSchoolIds: new Set(),
  pairedPersonIds: new Set(),
});
const actors = {
  mentor: actor('mentor', 'HZ', 'mentor'),
  mentee: actor('mentee', 'AK', 'mentee'),
  lead: actor('lead', 'HZ', 'teacher'),
  menteesCoordinator: actor('ak-co', 'AK', 'coordinator'),
  mentorsCoordinator: actor('hz-co', 'HZ', 'coordinator'),
  administrator: actor('admin', 'HQ', 'administrator'),
  viewer: actor('viewer', 'HQ', 'viewer'),
  colleague: actor('colleague', 'AK', 'teacher'),
};
type Name = keyof typeof actors;
const names = Object.keys(actors) as Name[];
const pairing = {
  mentorId: asId<PersonId>('mentor'),
  menteeId: asId<PersonId>('mentee'),
  mentorSchoolId: asId<SchoolId>('HZ'),
  menteeSchoolId: asId<SchoolId>('AK'),
  studioLeadId: asId<PersonId>('lead'),
  isSharedWithSchool: false,
};
const ofTwo = { ...pairing, observerId: pairing.mentorId, observedId: pairing.menteeId };
const heard = { ...ofTwo, isOpen: false, heirIds: [] as readonly PersonId[] };
const none: ReadonlySet<PersonId> = new Set();
const whoIs = (kind: Decision['kind'], policy: (one: Actor) => Decision) =>
  names.filter((name) => policy(actors[name]).kind === kind);

describe('what was observed', () => {
  it('is read by the two and the lead, and by nobody who merely sees everything', () => {
    expect(whoIs('allowed', (one) => mayReadObservation(one, heard))).toEqual(['mentor', 'mentee', 'lead']);
    expect(whoIs('forbidden', (one) => mayReadObservation(one, heard))).toEqual([]);
  });

  it('is read by the coordinator of the mentee’s school once both agreed', () => {
    const shared = { ...heard, isSharedWithSchool: true };
    expect(whoIs('allowed', (one) => mayReadObservation(one, shared))).toEqual([
      'mentor',
      'mentee',
      'lead',
      'menteesCoordinator',
    ]);
    expect(observationPartOf(actors.menteesCoordinator, shared)).toBe('coordinator');
  });

  it('is read, and no more, by a mentor who carries the pairing on', () => {
    const handed = { ...heard, heirIds: [actors.viewer.personId] };
    expect(observationPartOf(actors.viewer, handed)).toBe('successor');
    expect(whoIs('allowed', (one) => mayReadObservation(one, handed))).toHaveLength(4);
    expect(mayWriteObservation(actors.viewer, handed).kind).toBe('forbidden');
    expect(mayReadObservation(actors.viewer, { ...handed, isOpen: true }).kind).toBe('hidden');
    expect(observationPartOf(actors.lead, { ...heard, heirIds: [actors.lead.personId] })).toBe('lead');
    const heirs = new Set([actors.viewer.personId]);
    expect(mayListObservations(actors.viewer, pairing, heirs).kind).toBe('allowed');
  });

  it('is the observer’s alone while it is open', () => {
    const open = { ...heard, isOpen: true, isSharedWithSchool: true };
    expect(whoIs('allowed', (one) => mayReadObservation(one, open))).toEqual(['mentor']);
    expect(whoIs('hidden', (one) => mayAnswerObservation(one, open))).toHaveLength(names.length - 1);
  });

  it('is listed to those who may read it', () => {
    expect(whoIs('allowed', (one) => mayListObservations(one, pairing, none))).toEqual(['mentor', 'mentee', 'lead']);
    expect(whoIs('hidden', (one) => mayListObservations(one, pairing, none))).toHaveLength(names.length - 3);
  });

  it('is written by the two, submitted by who hears, answered by who is heard', () => {
    expect(whoIs('allowed', (one) => mayWriteObservation(one, heard))).toEqual(['mentor', 'mentee']);
    expect(whoIs('forbidden', (one) => mayWriteObservation(one, heard))).toEqual(['lead']);
    expect(whoIs('allowed', (one) => maySubmitObservation(one, heard))).toEqual(['mentor']);
    expect(whoIs('forbidden', (one) => maySubmitObservation(one, heard))).toEqual(['mentee', 'lead']);
    expect(whoIs('allowed', (one) => mayAnswerObservation(one, heard))).toEqual(['mentee']);
    expect(whoIs('forbidden', (one) => mayAnswerObservation(one, heard))).toEqual(['mentor', 'lead']);
  });

  it('is opened by the one who hears', () => {
    expect(whoIs('allowed', (one) => mayObserve(one, pairing, pairing.menteeId))).toEqual(['mentee']);
    expect(whoIs('forbidden', (one) => mayObserve(one, pairing, pairing.menteeId))).toEqual(['mentor']);
  });
});

describe('a request', () => {
  const request = { ...pairing, askedById: pairing.menteeId };

  it('is made by either, answered by the other', () => {
    expect(whoIs('allowed', (one) => mayAskObservation(one, pairing))).toEqual(['mentor', 'mentee']);
    expect(whoIs('allowed', (one) => mayAnswerRequest(one, request))).toEqual(['mentor']);
    expect(whoIs('forbidden', (one) => mayAnswerRequest(one, request))).toEqual(['mentee']);
  });

  it('is taken back by who made it, and called off by either once accepted', () => {
    expect(whoIs('allowed', (one) => mayWithdrawRequest(one, request, false))).toEqual(['mentee']);
    expect(whoIs('forbidden', (one) => mayWithdrawRequest(one, request, false))).toEqual(['mentor']);
    expect(whoIs('allowed', (one) => mayWithdrawRequest(one, request, true))).toEqual(['mentor', 'mentee']);
    expect(whoIs('hidden', (one) => mayWithdrawRequest(one, request, true))).toHaveLength(names.length - 2);
  });
});
