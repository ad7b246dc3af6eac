import { randomUUID } from 'node:crypto';
import type { ActivityId, LessonId, PartnershipId, ProposalId, Role, SeriesId } from '@qinglan/domain';
import {
  aFile,
  aMatchingRound,
  aPairing,
  aPartnership,
  aStudio,
  aPerson,
  aReportOf,
  anObservation,
  aSchool,
  aTown,
  type FileMade,
  anItemWith,
  type House,
  inCohort,
  type ItemMade,
  type ObservationMade,
  type PairingMade,
  type ReportMade,
  type Person,
  type RoundMade,
  type School,
  type Town,
} from '../../support';

/** Whose thing is knocked for: the own school's, a partner's with a third school, or one of strangers. */
export const places = ['own', 'partner', 'foreign'] as const;
export type Place = (typeof places)[number];
export type Knocker = Role | 'nobody';

/** One lesson agreed and one waiting, between two schools. */
export interface Agreed {
  readonly presenting: School;
  readonly receiving: School;
  readonly partnershipId: PartnershipId;
  readonly seriesId: SeriesId;
  readonly lessonId: LessonId;
  readonly proposalId: ProposalId;
}

export interface World {
  readonly town: Town;
  readonly schools: Readonly<Record<Place, School>>;
  readonly agreed: Readonly<Record<Place, Agreed>>;
  /** The proposal of the partner that the own school has been asked. */
  readonly asked: Agreed;
  readonly knockers: Readonly<Record<Role, Person>>;
  /** The report of 2026 with a remark of a stranger, an issue and a link. */
  readonly report: ReportMade;
  /** A calendar exception of each school. */
  readonly days: Readonly<Record<Place, string>>;
  /** A running pairing in each place, in a studio without a lead; in the own one mentor and mentee are the knockers. */
  readonly pairings: Readonly<Record<Place, PairingMade>>;
  /** In each of them something counted by its mentor, an open lesson with a panel of strangers, a petition of its mentee. */
  readonly files: Readonly<Record<Place, FileMade>>;
  /** A meeting of each of these pairings, arranged by its mentor. */
  readonly activities: Readonly<Record<Place, ActivityId>>;
  /** In each of them what the mentor heard and submitted, and a request of the mentee that waits. */
  readonly observations: Readonly<Record<Place, ObservationMade>>;
  /** A matching round of each pairing's two, open and with plans. */
  readonly rounds: Readonly<Record<Place, RoundMade>>;
  /** A training class at each school, with one of its teachers on the list, certified. */
  readonly items: Readonly<Record<Place, ItemMade>>;
}

async function seriesOf(house: House, schools: readonly [School, School]): Promise<SeriesId> {
  const id = randomUUID() as SeriesId;
  const [presenting, receiving] = schools;
  await house.sql(
    `INSERT INTO series (id, term_code, kind, subject, presenting_school_id, receiving_school_id, presenter_id,
       presenting_classroom_id, local_teacher_id, receiving_classroom_id, weekday, period, weeks)
     VALUES ($1, '2026-1', 'training', '数学', $2, $3, $4, $5, $6, $7, 3, 3, '3-18')`,
    [
      id,
      presenting.id,
      receiving.id,
      presenting.teachers[2].id,
      presenting.classrooms[1].id,
      receiving.teachers[2].id,
      receiving.classrooms[1].id,
    ],
  );
  return id;
}

interface LessonWish {
  readonly schools: readonly [School, School];
  readonly partnershipId: PartnershipId;
  readonly startsAt: string;
  /** Which of the two schools asks. */
  readonly from: School;
  readonly state: 'proposed' | 'confirmed';
}

/** Written past the doors: the matrix asks who may knock, not whether a lesson can be made. */
export async function agreedLesson(house: House, wish: LessonWish): Promise<Agreed> {
  const [presenting, receiving] = wish.schools;
  const to = wish.from === presenting ? receiving : presenting;
  const seriesId = await seriesOf(house, wish.schools);
  const proposalId = randomUUID() as ProposalId;
  const lessonId = randomUUID() as LessonId;
  await house.sql(
    `INSERT INTO proposal (id, partnership_id, from_school_id, to_school_id, proposed_by, proposed_at, expires_at, asked, closed_at)
     VALUES ($1, $2, $3, $4, $5, '2026-08-24T02:00:00Z', '2026-12-30T02:00:00Z', '-', $6)`,
    [
      proposalId,
      wish.partnershipId,
      wish.from.id,
      to.id,
      wish.from.coordinator.id,
      wish.state === 'confirmed' ? '2026-08-24T03:00:00Z' : null,
    ],
  );
  await house.sql(
    `INSERT INTO lesson (id, proposal_id, partnership_id, kind, subject, state, starts_at, ends_at, presenting_school_id,
       receiving_school_id, presenter_id, local_teacher_id, presenting_classroom_id, receiving_classroom_id)
     VALUES ($1, $2, $3, 'training', '数学', $4, $5::timestamptz, $5::timestamptz + interval '40 minutes', $6, $7, $8, $9, $10, $11)`,
    [
      lessonId,
      proposalId,
      wish.partnershipId,
      wish.state,
      wish.startsAt,
      presenting.id,
      receiving.id,
      presenting.teachers[2].id,
      receiving.teachers[2].id,
      presenting.classrooms[1].id,
      receiving.classrooms[1].id,
    ],
  );
  return { presenting, receiving, partnershipId: wish.partnershipId, seriesId, lessonId, proposalId };
}

async function anExam(house: House, school: School): Promise<string> {
  const id = randomUUID();
  await house.sql(
    `INSERT INTO calendar_day (id, scope, school_id, day, kind, status) VALUES ($1, 'school', $2, '2027-06-01', 'exam', 'confirmed')`,
    [id, school.id],
  );
  return id;
}

async function oneOfEach(house: House, town: Town): Promise<Readonly<Record<Role, Person>>> {
  const here = (role: Role) => aPerson(house, town.hangzhou.id, role);
  return {
    administrator: town.administrator,
    viewer: town.viewer,
    coordinator: town.hangzhou.coordinator,
    teacher: await here('teacher'),
    mentor: await here('mentor'),
    mentee: await here('mentee'),
  };
}

async function pairingsOf(
  house: House,
  knockers: World['knockers'],
  pairs: Readonly<Record<'partner' | 'foreign', readonly [School, School]>>,
) {
  const between = async ([one, two]: readonly [School, School]) =>
    aPairing(house, {
      mentor: await aPerson(house, one.id, 'mentor'),
      mentee: await aPerson(house, two.id, 'mentee'),
      studioId: await aStudio(house, two.id),
    });
  const { mentor, mentee } = knockers;
  return {
    own: await aPairing(house, { mentor, mentee, studioId: await aStudio(house, mentor.schoolId) }),
    partner: await between(pairs.partner),
    foreign: await between(pairs.foreign),
  };
}

/** Written past the doors, like the lessons. */
async function aMeetingOf(house: House, { studioId, mentor, mentee }: PairingMade): Promise<ActivityId> {
  const id = randomUUID() as ActivityId;
  await house.sql(
    `INSERT INTO activity (id, studio_id, kind, title, starts_at, ends_at, place, arranged_by, asked)
     VALUES ($1, $2, 'discussion', '研讨', '2026-10-12T12:00:00Z', '2026-10-12T13:00:00Z', '会议室', $3, '-')`,
    [id, studioId, mentor.id],
  );
  await house.sql(
    `INSERT INTO activity_person (activity_id, person_id, is_guest) SELECT $1, unnest($2::uuid[]), false`,
    [id, [mentor.id, mentee.id]],
  );
  return id;
}

/** A matching round of two people, with plans, open for wishes. */
async function roundOf(house: House, { mentor, mentee }: PairingMade): Promise<RoundMade> {
  const made = await aMatchingRound(house, { mentors: [mentor], mentees: [mentee], isPlanned: true });
  await house.sql(`UPDATE matching_round SET state = 'open' WHERE id = $1`, [made.roundId]);
  return made;
}

/** At a school, with its first teacher on the list. */
const itemAt = (house: House, school: School, by: Person): Promise<ItemMade> =>
  anItemWith(house, { hostId: school.id, personId: school.teachers[0].id, by: by.id });

/** Four schools in a chain (own – partner – other – foreign), a lesson on each link, and somebody of each role. */
export async function aWorld(house: House): Promise<World> {
  const town = await aTown(house);
  const { hangzhou, aksu, foreign } = town;
  const other = await aSchool(house, { bell: 'HZ-SENIOR', sideId: 'hangzhou' });
  const withAksu = await aPartnership(house, other, aksu);
  const withForeign = await aPartnership(house, other, foreign);
  // The door of the room stands open at the house's time, 2026-08-25 10:00 Beijing.
  const startsAt = '2026-08-25T02:10:00Z';
  const state = 'confirmed' as const;
  const waiting = { from: aksu, startsAt: '2026-09-20T12:00:00Z', state: 'proposed' as const };
  const schools = { own: hangzhou, partner: aksu, foreign };
  const knockers = await oneOfEach(house, town);
  const pairings = await pairingsOf(house, knockers, { partner: [other, aksu], foreign: [other, foreign] });
  await inCohort(house, knockers.mentor, '第一期');
  return {
    town,
    schools,
    agreed: {
      own: await agreedLesson(house, {
        schools: [hangzhou, aksu],
        partnershipId: town.partnershipId,
        startsAt,
        state,
        from: hangzhou,
      }),
      partner: await agreedLesson(house, {
        schools: [other, aksu],
        partnershipId: withAksu,
        startsAt,
        state,
        from: other,
      }),
      foreign: await agreedLesson(house, {
        schools: [other, foreign],
        partnershipId: withForeign,
        startsAt,
        state,
        from: other,
      }),
    },
    asked: await agreedLesson(house, { schools: [hangzhou, aksu], partnershipId: town.partnershipId, ...waiting }),
    knockers,
    report: await aReportOf(house, 2026, foreign.coordinator),
    pairings,
    files: {
      own: await aFile(house, pairings.own, foreign.teachers),
      partner: await aFile(house, pairings.partner, other.teachers),
      foreign: await aFile(house, pairings.foreign, foreign.teachers),
    },
    activities: {
      own: await aMeetingOf(house, pairings.own),
      partner: await aMeetingOf(house, pairings.partner),
      foreign: await aMeetingOf(house, pairings.foreign),
    },
    observations: {
      own: await anObservation(house, pairings.own),
      partner: await anObservation(house, pairings.partner),
      foreign: await anObservation(house, pairings.foreign),
    },
    rounds: {
      own: await roundOf(house, pairings.own),
      partner: await roundOf(house, pairings.partner),
      foreign: await roundOf(house, pairings.foreign),
    },
    items: {
      own: await itemAt(house, hangzhou, town.administrator),
      partner: await itemAt(house, aksu, town.administrator),
      foreign: await itemAt(house, foreign, town.administrator),
    },
    days: {
      own: await anExam(house, hangzhou),
      partner: await anExam(house, aksu),
      foreign: await anExam(house, foreign),
    },
  };
}
