import { randomUUID } from 'node:crypto';
import {
  administrators,
  coordinated,
  everybody,
  kept,
  row,
  type Row,
  seenByBoth,
  seenNear,
  shared,
  signedIn,
  stale,
} from './row';
import { completenessRows } from './rows.completeness';
import { growthRows } from './rows.growth';
import { matchingRows } from './rows.matching';
import { observationsRows } from './rows.observations';
import { pairingsRows } from './rows.pairings';
import { programmeRows } from './rows.programme';
import { studiosRows } from './rows.studios';
import { reportRows } from './rows.reports';
import { trackingRows } from './rows.tracking';
import { yearlyRows } from './rows.yearly';
import type { Place, World } from './world';

const text = '权限';

const seriesBody = (world: World, place: Place) => {
  const { presenting, receiving } = world.agreed[place];
  return {
    code: null,
    termCode: '2026-1',
    kind: 'training' as const,
    subject: text,
    presentingSchoolId: presenting.id,
    receivingSchoolId: receiving.id,
    presenterId: presenting.teachers[2].id,
    presentingClassId: null,
    presentingClassroomId: presenting.classrooms[1].id,
    localTeacherId: receiving.teachers[2].id,
    receivingClassId: null,
    receivingClassroomId: receiving.classrooms[1].id,
    weekday: 3,
    period: 3,
    weeks: '3-18',
    minutes: null,
    skipWeeks: [],
    choices: [],
  };
};

const lessonParams = (world: World, place: Place) => ({ params: { lessonId: world.agreed[place].lessonId } });
const proposalParams = (world: World, place: Place) => ({ params: { proposalId: world.agreed[place].proposalId } });
const personParams = (world: World, place: Place) => ({ params: { personId: world.schools[place].teachers[0].id } });
const never = '2027-06-01';

const register = (world: World, place: Place) => ({
  organisationId: world.schools[place].id,
  evidence: 'demo' as const,
});

/** Who gets through each door. A route that is missing here fails the matrix. */
export const rows: Readonly<Record<string, Row>> = {
  // Wrong on purpose: knocking at these must not sign anybody in or change a password.
  signIn: row(everybody('401'), () => ({
    body: { account: `NOBODY-${randomUUID().slice(0, 8)}`, password: 'wrong-password' },
  })),
  changePassword: row(everybody('401'), () => ({ body: { current: 'wrong-password', wanted: 'another-one-2026' } })),
  listDemoPeople: row(everybody('404')),
  signInAsDemo: row(everybody('404'), (world) => ({ body: { personId: world.knockers.teacher.id } })),
  readSession: row(everybody('ok')),
  signOut: row(signedIn),
  signOutEverywhere: row(signedIn),
  listAccounts: row(administrators),
  resetAccount: row(administrators, personParams),
  enableAccount: row(administrators, (world, place) => ({ ...personParams(world, place), body: { enabled: true } })),

  listSides: row(signedIn),
  listOrganisations: row(signedIn),
  readOrganisation: row(signedIn, (world, place) => ({ params: { organisationId: world.schools[place].id } })),
  saveOrganisation: row(administrators, (world, place) => ({
    params: { organisationId: world.schools[place].id },
    body: {
      code: world.schools[place].code,
      name: text,
      shortName: text,
      category: 'school',
      stage: 'senior',
      sideId: 'aksu',
      bellScheduleCode: null,
      evidence: 'demo',
    },
    ...stale,
  })),
  listClassrooms: row(signedIn),
  saveClassroom: row(kept, (world, place) => ({
    params: { classroomId: world.schools[place].classrooms[0].id },
    body: { ...register(world, place), code: `R-${place}`, name: text, endpoint: 'presenting', seats: null },
    ...stale,
  })),
  listClasses: row(signedIn),
  saveClass: row(kept, (world, place) => ({
    params: { classId: world.schools[place].classes[0].id },
    body: { organisationId: world.schools[place].id, code: `C-${place}`, name: text, grade: text, roll: null },
    ...stale,
  })),
  listPeople: row(signedIn),
  savePerson: row(kept, (world, place) => ({
    ...personParams(world, place),
    body: {
      ...register(world, place),
      code: `P-${place}`,
      name: text,
      roles: ['teacher'],
      subject: null,
      cohort: null,
    },
    ...stale,
  })),
  listPartnerships: row(signedIn),
  savePartnership: row(administrators, (world, place) => ({
    params: { partnershipId: world.agreed[place].partnershipId },
    body: {
      supportingSchoolId: world.agreed[place].presenting.id,
      receivingSchoolId: world.agreed[place].receiving.id,
      fromDay: '2015-03-01',
      toDay: null,
      evidence: 'demo',
    },
    ...stale,
  })),
  readRegisterHistory: row({ ...administrators, coordinator: shared }, (world, place) => ({
    params: { subjectId: world.schools[place].classrooms[0].id },
  })),

  listBellSchedules: row(signedIn),
  saveBellSchedule: row(administrators, () => ({
    params: { bellScheduleId: randomUUID() },
    body: {
      code: `BELL-${randomUUID().slice(0, 8)}`,
      name: text,
      seasons: [
        {
          name: text,
          firstDay: '01-01',
          lastDay: '12-31',
          periods: [{ number: 1, startsAt: '08:00', endsAt: '08:40', kind: 'lesson' }],
        },
      ],
    },
    version: 0,
  })),
  listTerms: row(signedIn),
  saveTerm: row(administrators, () => ({
    params: { termId: randomUUID() },
    body: {
      code: `T-${randomUUID().slice(0, 8)}`,
      name: text,
      sideId: 'aksu',
      firstMonday: '2027-03-01',
      weekCount: 18,
    },
    version: 0,
  })),
  listCalendarDays: row(signedIn),
  saveCalendarDay: row(kept, (world, place) => ({
    params: { calendarDayId: world.days[place] },
    body: {
      scope: 'school',
      sideId: null,
      schoolId: world.schools[place].id,
      day: never,
      kind: 'exam',
      followsWeekday: null,
      status: 'confirmed',
      note: text,
    },
    ...stale,
  })),
  withdrawCalendarDay: row(kept, (world, place) => ({ params: { calendarDayId: world.days[place] }, ...stale })),

  readWindows: row(seenNear, (world, place) => ({
    query: {
      presentingSchoolId: world.schools[place].id,
      receivingSchoolId: world.schools[place].id,
      day: '2026-09-16',
    },
  })),
  readTermWindows: row(seenNear, (world, place) => ({
    query: {
      presentingSchoolId: world.schools[place].id,
      receivingSchoolId: world.schools[place].id,
      termCode: '2026-1',
      weekday: 3,
    },
  })),
  readWeek: row(seenNear, (world, place) => ({ params: { schoolId: world.schools[place].id, monday: '2026-08-24' } })),
  listSeries: row(signedIn),
  readSeries: row(seenByBoth, (world, place) => ({ params: { seriesId: world.agreed[place].seriesId } })),
  saveSeries: row(coordinated, (world, place) => ({
    params: { seriesId: world.agreed[place].seriesId },
    body: seriesBody(world, place),
    ...stale,
  })),
  previewSeries: row(coordinated, (world, place) => ({ body: seriesBody(world, place) })),
  listProposals: row(signedIn),
  readProposal: row(seenByBoth, proposalParams),
  // A start in the past is refused by rule to whoever is let through, so nothing is proposed.
  propose: row(coordinated, (world, place) => {
    const {
      termCode: _term,
      code: _code,
      weekday: _day,
      period: _period,
      weeks: _weeks,
      ...rest
    } = seriesBody(world, place);
    const { skipWeeks: _skip, choices: _choices, ...lesson } = rest;
    return {
      params: { proposalId: randomUUID() },
      body: {
        of: 'lesson',
        lessonId: randomUUID(),
        message: null,
        lesson: { ...lesson, topic: null, startsAt: '2020-01-06T02:00:00Z' },
      },
    };
  }),
  // The own school has been asked by its partner; the other two places are nothing to it.
  answerProposal: row({ ...coordinated, teacher: '403' }, (world, place) => ({
    params: { proposalId: place === 'own' ? world.asked.proposalId : world.agreed[place].proposalId },
    body: { accept: [], decline: [] },
    ...stale,
  })),
  withdrawProposal: row(coordinated, (world, place) => ({ ...proposalParams(world, place), ...stale })),
  listLessons: row(signedIn),
  readLesson: row(seenByBoth, lessonParams),
  readLessonHistory: row(seenByBoth, lessonParams),
  cancelLesson: row(coordinated, (world, place) => ({
    ...lessonParams(world, place),
    body: { reason: text },
    ...stale,
  })),
  moveLesson: row(coordinated, (world, place) => ({
    ...lessonParams(world, place),
    body: { reason: text, startsAt: '2026-09-16T02:00:00Z' },
    ...stale,
  })),

  readRecord: row(seenByBoth, lessonParams),
  // Only the two teachers sign, and none of the knockers is one.
  signRecord: row({ ...coordinated, coordinator: ['403', '404', '404'] }, lessonParams),

  listSheets: row(administrators),
  downloadTemplate: row(administrators),
  importRegister: row(administrators, () => ({ query: { dryRun: 'true' } })),
  listImports: row(administrators),

  ...pairingsRows,
  ...studiosRows,
  ...observationsRows,
  ...matchingRows,
  ...growthRows,
  ...trackingRows,
  ...completenessRows,
  ...yearlyRows,
  ...reportRows,
  ...programmeRows,
};
