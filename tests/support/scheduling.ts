import { randomUUID } from 'node:crypto';
import { answerProposal, type InputOf, propose, saveSeries } from '@qinglan/contracts';
import type { LessonId, ProposalId, SeriesId } from '@qinglan/domain';
import type { Client } from './client';
import type { House } from './house';
import type { School, Town } from './town';

/** A draft of a term of lessons. */
export type Draft = InputOf<typeof saveSeries>['body'];
type Body = InputOf<typeof propose>['body'];
/** One lesson as it is asked for. */
export type SingleLesson = Extract<Body, { of: 'lesson' }>['lesson'];

const newId = <I extends string>(): I => randomUUID() as I;

/** Two partners: the one that presents first. */
export type Schools = readonly [presenting: School, receiving: School];

/** Who takes part: the first teacher, class and classroom of each school, or others by number. */
export function aCast([presenting, receiving]: Schools, nth = 0) {
  const room = nth % 2;
  return {
    presentingSchoolId: presenting.id,
    receivingSchoolId: receiving.id,
    presenterId: pick(presenting.teachers, nth).id,
    presentingClassId: pick(presenting.classes, nth).id,
    presentingClassroomId: pick(presenting.classrooms, room).id,
    localTeacherId: pick(receiving.teachers, nth).id,
    receivingClassId: pick(receiving.classes, nth).id,
    receivingClassroomId: pick(receiving.classrooms, room).id,
  };
}

function pick<T>(from: readonly T[], nth: number): T {
  const found = from[nth];
  if (found === undefined) throw new Error(`there is no number ${String(nth)}`);
  return found;
}

/** B01 of the register: Wednesdays, the presenting school's period 3, weeks 3 to 18. */
export const aDraft = (schools: Schools, wish: Partial<Draft> = {}): Draft => ({
  code: null,
  termCode: '2026-1',
  kind: 'synchronous',
  subject: '数学',
  ...aCast(schools),
  weekday: 3,
  period: 3,
  weeks: '3-18',
  minutes: null,
  skipWeeks: [],
  choices: [],
  ...wish,
});

/** A lesson on Wednesday 16 September 2026, 09:50 to 10:30, where both senior bells ring. */
export const aSingleLesson = (schools: Schools, wish: Partial<SingleLesson> = {}): SingleLesson => ({
  kind: 'synchronous',
  subject: '数学',
  topic: null,
  ...aCast(schools),
  startsAt: '2026-09-16T01:50:00Z',
  minutes: null,
  ...wish,
});

/** Saves a draft under a new id. */
export async function drafted(client: Client, draft: Draft): Promise<SeriesId> {
  const seriesId = newId<SeriesId>();
  const { problem } = await client.call(saveSeries, { params: { seriesId }, body: draft, version: 0 });
  if (problem) throw new Error(`not drafted: ${JSON.stringify(problem)}`);
  return seriesId;
}

/** Sends a drafted series under a new id. */
export function proposesSeries(client: Client, seriesId: SeriesId, wish: { includesPast?: boolean } = {}) {
  const body = { of: 'series' as const, seriesId, message: null, includesPast: wish.includesPast ?? false };
  return client.call(propose, { params: { proposalId: newId<ProposalId>() }, body });
}

/** Sends a single lesson under new ids, or under those given. */
export function proposesLesson(
  client: Client,
  lesson: SingleLesson,
  ids = { proposalId: newId<ProposalId>(), lessonId: newId<LessonId>() },
) {
  const body = { of: 'lesson' as const, lessonId: ids.lessonId, lesson, message: null };
  return client.call(propose, { params: { proposalId: ids.proposalId }, body });
}

/** A town and the people of it who act. */
export async function actorsOf(house: House, town: Town) {
  return {
    teacher: await house.as(town.hangzhou.teachers[0]),
    coordinator: await house.as(town.hangzhou.coordinator),
    theirCoordinator: await house.as(town.aksu.coordinator),
    theirTeacher: await house.as(town.aksu.teachers[0]),
    stranger: await house.as(town.foreign.coordinator),
  };
}

/** A lesson that both schools agreed on. */
export async function anAgreedLesson(house: House, town: Town, wish: Partial<SingleLesson> = {}) {
  const { coordinator, theirCoordinator } = await actorsOf(house, town);
  const sent = await proposesLesson(coordinator, aSingleLesson([town.hangzhou, town.aksu], wish));
  const { id: proposalId, version, items } = sent.body;
  const accept = items.map((lesson) => lesson.id);
  const answered = await theirCoordinator.call(answerProposal, {
    params: { proposalId },
    body: { accept, decline: [] },
    version,
  });
  const [lesson] = answered.body.items;
  if (!lesson) throw new Error('there is no lesson');
  return lesson;
}

/** Pairs of live holds of one party that overlap: there must never be any. */
export const overlapsIn = (house: House) =>
  house.sql(
    `SELECT a.party_id, a.starts_at, b.starts_at FROM hold a JOIN hold b
       ON a.party_id = b.party_id AND a.ctid < b.ctid AND a.starts_at < b.ends_at
      AND b.starts_at < a.ends_at
     WHERE a.released_at IS NULL AND b.released_at IS NULL`,
  );
