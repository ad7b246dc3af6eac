import { randomUUID } from 'node:crypto';
import { administrators, everybody, type Expected, row, type Row, seenByBoth, signedIn, stale } from './row';
import type { Place, World } from './world';

const text = '权限';

const studioParams = (world: World, place: Place) => ({
  params: { studioId: world.pairings[place].studioId ?? randomUUID() },
});
const activityParams = (world: World, place: Place) => ({ params: { activityId: world.activities[place] } });

/** In the own place mentor and mentee take part; others learn of a meeting no more than that it is there. */
const invited = ['ok', '404', '404'] as const;
const seenByInvited: Expected = {
  ...everybody('404'),
  administrator: 'ok',
  viewer: 'ok',
  mentor: invited,
  mentee: invited,
  nobody: '401',
};
/** The mentor has arranged it; the mentee sees it and may not touch it. */
const keptByArranger: Expected = { ...seenByInvited, viewer: '403', mentee: ['403', '404', '404'] };
/** Studios are seen by everybody; in the own one the mentor guides, and nobody leads it. */
const byMentors: Expected = { ...administrators, mentor: ['ok', '403', '403'] };
/** The lesson must be seen first; then it is for who guides in the studio. */
const near = ['403', '404', '404'] as const;
const diagnosed: Expected = {
  ...everybody(near),
  administrator: '403',
  viewer: '403',
  mentor: invited,
  nobody: '401',
};

/** Who gets through the doors of studios. */
export const studiosRows: Readonly<Record<string, Row>> = {
  listStudios: row(signedIn),
  readStudio: row(signedIn, studioParams),
  readStudioPeople: row(signedIn, studioParams),
  readLineage: row(signedIn, studioParams),
  listStudioActivities: row(signedIn, studioParams),
  listStudioDiagnoses: row(signedIn, studioParams),
  saveStudio: row(administrators, (world, place) => ({
    ...studioParams(world, place),
    body: { subject: text, leadId: null },
    ...stale,
  })),
  saveHonour: row(administrators, (world, place) => ({
    params: { ...studioParams(world, place).params, honourId: randomUUID() },
    body: { title: `${text} ${randomUUID().slice(0, 8)}`, level: text, year: 2026, evidence: 'demo' },
    version: 0,
  })),
  saveDiagnosis: row(diagnosed, (world, place) => ({
    params: { ...studioParams(world, place).params, lessonId: world.agreed[place].lessonId },
    body: { focus: text },
    version: 0,
  })),
  readLessonDiagnoses: row(seenByBoth, (world, place) => ({ params: { lessonId: world.agreed[place].lessonId } })),
  listMyActivities: row(signedIn),
  readActivity: row(seenByInvited, activityParams),
  readActivityHistory: row(seenByInvited, activityParams),
  // A start in the past is refused by rule to whoever is let through, so nothing is arranged.
  arrangeActivity: row(byMentors, (world, place) => {
    const { studioId, mentor, mentee } = world.pairings[place];
    return {
      params: { activityId: randomUUID() },
      body: {
        studioId,
        kind: 'discussion',
        title: text,
        startsAt: '2020-01-06T02:00:00Z',
        minutes: 60,
        place: text,
        meetingLink: null,
        classroomId: null,
        personIds: [mentor.id, mentee.id],
      },
    };
  }),
  moveActivity: row(keptByArranger, (world, place) => ({
    ...activityParams(world, place),
    body: { startsAt: '2026-10-20T12:00:00Z', minutes: 60, reason: text },
    ...stale,
  })),
  // Nobody is asked to a meeting alone.
  inviteToActivity: row(keptByArranger, (world, place) => ({
    ...activityParams(world, place),
    body: { personIds: [world.pairings[place].mentor.id] },
    ...stale,
  })),
  correctActivity: row(keptByArranger, (world, place) => ({
    ...activityParams(world, place),
    body: { presentIds: [], summary: text, reason: text },
    ...stale,
  })),
  cancelActivity: row(keptByArranger, (world, place) => ({
    ...activityParams(world, place),
    body: { reason: text },
    ...stale,
  })),
  recordActivity: row(keptByArranger, (world, place) => ({
    ...activityParams(world, place),
    body: { presentIds: [], summary: text },
    ...stale,
  })),
};
