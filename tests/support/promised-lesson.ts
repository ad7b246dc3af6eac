import {
  answerObservationRequest,
  type LessonCard,
  moveLesson,
  readObservationRequest,
  withdrawObservationRequest,
} from '@qinglan/contracts';
import type { ObservationRequestId, StudioId } from '@qinglan/domain';
import { aMeeting, arranges } from './activities';
import type { Client } from './client';
import type { House } from './house';
import { aPairing, aStudio, type PairingMade } from './mentoring';
import { asksObservation } from './observations';
import { anAgreedLesson } from './scheduling';
import { aPerson, aTown, type Person, type Town } from './town';

/** A lesson ahead which the mentee receives and may ask her mentor to hear, with everybody at a door. */
export interface LessonToHear {
  readonly town: Town;
  /** Wednesday 16 September 2026, 09:50 to 10:30; the mentor is of neither school. */
  readonly lesson: LessonCard;
  readonly studioId: StudioId;
  readonly people: { readonly mentor: Person; readonly mentee: Person; readonly lead: Person };
  readonly pairing: PairingMade;
  readonly mentor: Client;
  readonly mentee: Client;
  readonly lead: Client;
  readonly coordinator: Client;
}

export async function aLessonToHear(house: House): Promise<LessonToHear> {
  const town = await aTown(house);
  const lesson = await anAgreedLesson(house, town, { topic: '浮力' });
  const people = {
    mentor: await aPerson(house, town.foreign.id, 'mentor'),
    mentee: town.aksu.teachers[0],
    lead: await aPerson(house, town.aksu.id, 'mentor'),
  };
  const studioId = await aStudio(house, town.aksu.id, people.lead.id);
  return {
    ...{ town, lesson, studioId, people },
    pairing: await aPairing(house, { ...people, studioId }),
    mentor: await house.as(people.mentor),
    mentee: await house.as(people.mentee),
    lead: await house.as(people.lead),
    coordinator: await house.as(town.hangzhou.coordinator),
  };
}

type Wish = Parameters<typeof asksObservation>[2];

const lessonStart = '2026-09-16T01:50:00Z';

/** What the people of a lesson to hear do at the doors, with the lesson that stands there at that moment. */
export const hearingOf = (here: () => LessonToHear) => {
  const ask = async (wish: Wish = {}, by: Client = here().mentee) =>
    (await asksObservation(by, here().pairing, { lessonId: here().lesson.id, ...wish })).body.id;
  const accept = (requestId: ObservationRequestId, { by = here().mentor, version = 1 } = {}) =>
    by.call(answerObservationRequest, { params: { requestId }, body: { accepts: true, reason: '' }, version });
  return {
    ask,
    accept,
    /** Asked and accepted. */
    async promised(wish: Wish = {}) {
      const id = await ask(wish);
      // The reply is read so that a refusal fails the test.
      return (await accept(id)).body.id;
    },
    withdraw: (requestId: ObservationRequestId, version = 2) =>
      here().mentor.call(withdrawObservationRequest, { params: { requestId }, body: { reason: '临时出差' }, version }),
    shown: async (requestId: ObservationRequestId) =>
      (await here().mentee.call(readObservationRequest, { params: { requestId } })).body,
    /** The lead calls the mentor, or another one, to half an hour with her. */
    meets: (startsAt = lessonStart, who: Person = here().people.mentor) =>
      arranges(here().lead, aMeeting(here().studioId, [who, here().people.lead], { startsAt, minutes: 30 })),
    moveTo: (startsAt: string) =>
      here().coordinator.call(moveLesson, {
        params: { lessonId: here().lesson.id },
        body: { startsAt, reason: '调课' },
        version: here().lesson.version,
      }),
  };
};
