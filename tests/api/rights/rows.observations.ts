import { randomUUID } from 'node:crypto';
import { everybody, type Expected, row, type Row, signedIn, stale } from './row';
import type { Place, World } from './world';

const own = ['ok', '404', '404'] as const;
const notTheirs = ['403', '404', '404'] as const;
/** What concerns the two alone is hidden from everybody else, whatever else they see. */
const twoAlone: Expected = { ...everybody('404'), mentor: own, mentee: own, nobody: '401' };
const mentorAlone: Expected = { ...twoAlone, mentee: notTheirs };
const menteeAlone: Expected = { ...twoAlone, mentor: notTheirs };

const pairing = (world: World, place: Place) => ({ params: { pairingId: world.pairings[place].pairingId } });
const observation = (world: World, place: Place) => ({
  params: { observationId: world.observations[place].observationId },
});
const request = (world: World, place: Place) => ({ params: { requestId: world.observations[place].requestId } });
const newObservation = () => ({ params: { observationId: randomUUID() } });

const heard = (world: World, place: Place) => ({
  pairingId: world.pairings[place].pairingId,
  direction: 'mentor-hears' as const,
  mode: 'on-site' as const,
  onDay: '2026-08-24',
  topic: '权限',
  subject: null,
  class: null,
});

/** Who gets through the doors of observations. */
export const observationsRows: Readonly<Record<string, Row>> = {
  listWaiting: row(signedIn),
  listObservable: row(signedIn),
  listObservableLessons: row(twoAlone, (world, place) => ({
    ...pairing(world, place),
    query: { direction: 'mentor-hears' },
  })),
  listHeardOnDay: row(twoAlone, (world, place) => ({
    ...pairing(world, place),
    query: { direction: 'mentor-hears', onDay: '2026-08-24' },
  })),
  listObservations: row(signedIn, () => ({ query: { box: 'done' } })),
  listPairingObservations: row(twoAlone, pairing),
  openObservation: row(mentorAlone, (world, place) => ({
    ...newObservation(),
    body: { of: 'class', ...heard(world, place) },
  })),
  logVisit: row(mentorAlone, (world, place) => ({
    ...newObservation(),
    body: { ...heard(world, place), highlight: null, advice: null },
  })),
  readObservation: row(twoAlone, observation),
  sendObservationChanges: row(twoAlone, (world, place) => ({
    ...observation(world, place),
    body: { entries: [], heading: [] },
  })),
  submitObservation: row(mentorAlone, (world, place) => ({ ...observation(world, place), ...stale })),
  discardObservation: row(mentorAlone, (world, place) => ({
    ...observation(world, place),
    body: { reason: '' },
    ...stale,
  })),
  answerObservation: row(menteeAlone, (world, place) => ({
    ...observation(world, place),
    body: { reply: null, countersigns: true },
    ...stale,
  })),
  listObservationRequests: row(signedIn, () => ({ query: { box: 'asked-of-me' } })),
  readObservationRequest: row(twoAlone, request),
  askObservation: row(twoAlone, (world, place) => ({
    params: { requestId: randomUUID() },
    body: {
      pairingId: world.pairings[place].pairingId,
      direction: 'mentor-hears',
      lessonId: null,
      startsAt: '2026-09-16T02:00:00Z',
      topic: '权限',
      note: null,
    },
  })),
  answerObservationRequest: row(mentorAlone, (world, place) => ({
    ...request(world, place),
    body: { accepts: true, reason: '' },
    ...stale,
  })),
  withdrawObservationRequest: row(menteeAlone, (world, place) => ({
    ...request(world, place),
    body: { reason: '' },
    ...stale,
  })),
};
