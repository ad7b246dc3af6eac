import { randomUUID } from 'node:crypto';
import { arrangeActivity, type InputOf } from '@qinglan/contracts';
import type { ActivityId, PersonId, StudioId } from '@qinglan/domain';
import type { Client } from './client';
import type { House } from './house';
import { aPairing, aStudio } from './mentoring';
import { aPerson, aTown, type Person, type Town } from './town';

/** A meeting as it is asked for. */
export type Meeting = InputOf<typeof arrangeActivity>['body'];

/** A studio of the receiving school with its lead, a mentor of the other city and two mentees. */
export interface StudioMade {
  readonly studioId: StudioId;
  readonly lead: Person;
  readonly mentor: Person;
  readonly mentees: readonly [Person, Person];
}

/** Lead, mentor and two mentees; both pairings run. */
export async function aLedStudio(house: House, { hangzhou, aksu }: Town): Promise<StudioMade> {
  const lead = await aPerson(house, aksu.id, 'mentor');
  const mentor = await aPerson(house, hangzhou.id, 'mentor', 'teacher');
  const mentees = [await aPerson(house, aksu.id, 'mentee'), await aPerson(house, aksu.id, 'mentee')] as const;
  const studioId = await aStudio(house, aksu.id, lead.id);
  for (const mentee of mentees) await aPairing(house, { mentor, mentee, studioId });
  return { studioId, lead, mentor, mentees };
}

/** A town with a led studio, and whoever comes to its door. */
export async function aStudioAtTheDoor(house: House) {
  const town = await aTown(house);
  const studio = await aLedStudio(house, town);
  return {
    ...{ town, studio },
    mentor: await house.as(studio.mentor),
    lead: await house.as(studio.lead),
    mentee: await house.as(studio.mentees[0]),
    stranger: await house.as(town.foreign.coordinator),
  };
}

/** An hour on Wednesday evening, 16 September 2026, 19:30 Beijing time, over a link. */
export const aMeeting = (
  studioId: StudioId,
  people: readonly { readonly id: PersonId }[],
  wish: Partial<Meeting> = {},
) => ({
  studioId,
  kind: 'discussion' as const,
  title: '函数单元研讨',
  startsAt: '2026-09-16T11:30:00Z',
  minutes: 60,
  place: null,
  meetingLink: 'https://meeting.example/1',
  classroomId: null,
  personIds: people.map(({ id }) => id),
  ...wish,
});

/** Sends a meeting under a new id or the one given. */
export const arranges = (client: Client, body: Meeting, activityId = randomUUID() as ActivityId) =>
  client.call(arrangeActivity, { params: { activityId }, body });
