import { randomUUID } from 'node:crypto';
import {
  answerObservation,
  askObservation,
  type CallOf,
  openObservation,
  readObservation,
  type SentEntryChange,
  type SentHeadingChange,
  sendObservationChanges,
  submitObservation,
} from '@qinglan/contracts';
import {
  asId,
  type LessonId,
  type ObservationDirection,
  type ObservationId,
  type ObservationRequestId,
} from '@qinglan/domain';
import type { Client } from './client';
import type { House } from './house';
import { aLesson, type HeldLesson } from './live';
import { aPairing, aStudio, type PairingMade } from './mentoring';
import { aPerson, aTown, type Person, type Town } from './town';

/** A remark of a device, written on 16 September 2026 at 09:55 Beijing time unless told otherwise. */
export function aRemark(text: string, wish: Partial<SentEntryChange> = {}): SentEntryChange {
  return {
    changeId: asId(randomUUID()),
    entryId: asId(randomUUID()),
    basedOn: null,
    kind: 'note',
    at: '2026-09-16T01:55:00Z',
    text,
    view: null,
    tags: [],
    isRemoved: false,
    ...wish,
  };
}

/** The same remark written anew. */
export const rewritten = (before: SentEntryChange, text: string, wish: Partial<SentEntryChange> = {}) =>
  aRemark(text, { entryId: before.entryId, at: before.at, kind: before.kind, basedOn: before.changeId, ...wish });

/** A mentor in Hangzhou, a mentee in Aksu who accompanies a lesson, the studio and who leads it. */
export interface Mentored {
  readonly town: Town;
  readonly lesson: HeldLesson;
  readonly mentor: Person;
  readonly mentee: Person;
  readonly lead: Person;
  readonly pairing: PairingMade;
}

/** Everybody in place on the day of the lesson. */
export async function aMentoredLesson(house: House, wish: { readonly state?: string } = {}): Promise<Mentored> {
  const town = await aTown(house);
  const lesson = await aLesson(house, town, wish);
  const mentor = await aPerson(house, town.hangzhou.id, 'mentor');
  const lead = await aPerson(house, town.hangzhou.id, 'teacher');
  const studioId = await aStudio(house, town.hangzhou.id, lead.id);
  const mentee = lesson.localTeacher;
  const obligations = [{ owedBy: 'mentor', kind: 'mentor-hears', number: 7, per: 'term' }] as const;
  const pairing = await aPairing(house, { mentor, mentee, studioId, obligations });
  return { town, lesson, mentor, mentee, lead, pairing };
}

/** Opens the observation of a lesson under a new id. */
export async function opens(
  client: Client,
  { pairing, lesson }: { readonly pairing: Pick<PairingMade, 'pairingId'>; readonly lesson: { readonly id: LessonId } },
  direction: ObservationDirection = 'mentor-hears',
) {
  const observationId = asId<ObservationId>(randomUUID());
  const heard = { pairingId: pairing.pairingId, direction, mode: 'live' as const };
  const body = { of: 'lesson' as const, ...heard, lessonId: lesson.id };
  return client.call(openObservation, { params: { observationId }, body });
}

/** Sends what a device wrote. */
export const sends = (client: Client, observationId: ObservationId, ...entries: readonly SentEntryChange[]) =>
  client.call(sendObservationChanges, { params: { observationId }, body: { entries: [...entries], heading: [] } });

/** Sends what a device wrote above the remarks. */
export const sendsHeading = (client: Client, observationId: ObservationId, ...heading: readonly SentHeadingChange[]) =>
  client.call(sendObservationChanges, { params: { observationId }, body: { entries: [], heading: [...heading] } });

type Asking = NonNullable<CallOf<typeof askObservation>['body']>;

/** Asks, under a new id, that the mentor of a pairing hear a lesson. */
export const asksObservation = (
  client: Client,
  { pairingId }: Pick<PairingMade, 'pairingId'>,
  wish: Partial<Asking> = {},
) =>
  client.call(askObservation, {
    params: { requestId: asId<ObservationRequestId>(randomUUID()) },
    body: { pairingId, direction: 'mentor-hears', lessonId: null, startsAt: null, topic: null, note: null, ...wish },
  });

/** A heard lesson and a request that waits, in one pairing. */
export interface ObservationMade {
  readonly observationId: ObservationId;
  readonly requestId: ObservationRequestId;
}

/** Written past the doors: what the mentor heard and submitted, and a request of the mentee that waits. */
export async function anObservation(
  { sql }: House,
  { pairingId, mentor, mentee }: PairingMade,
): Promise<ObservationMade> {
  const [observationId, requestId] = [asId<ObservationId>(randomUUID()), asId<ObservationRequestId>(randomUUID())];
  await sql(
    `INSERT INTO observation (id, pairing_id, direction, mode, observer_id, observed_id, on_day, school, topic, state,
       opened_at, submitted_at)
     VALUES ($1, $2, 'mentor-hears', 'on-site', $3, $4, '2026-08-24', '学校', '浮力', 'submitted', '2026-08-24', '2026-08-24')`,
    [observationId, pairingId, mentor.id, mentee.id],
  );
  await sql(
    `INSERT INTO observation_request (id, pairing_id, direction, asked_by_id, asked_of_id, starts_at, topic, state, asked_at)
     VALUES ($1, $2, 'mentor-hears', $3, $4, '2026-09-16T02:00:00Z', '浮力', 'asked', '2026-08-24')`,
    [requestId, pairingId, mentee.id, mentor.id],
  );
  return { observationId, requestId };
}

/** What the mentor heard, noted and submitted. */
export async function aSubmitted(mentor: Client, them: Mentored, ...texts: readonly string[]): Promise<ObservationId> {
  const { id } = (await opens(mentor, them)).body;
  const remarks = (texts.length > 0 ? texts : ['导入自然']).map((text) => aRemark(text));
  await sends(mentor, id, ...remarks);
  await submitsObservation(mentor, id);
  return id;
}

export const readsObservation = (client: Client, observationId: ObservationId) =>
  client.call(readObservation, { params: { observationId } });

export const submitsObservation = (client: Client, observationId: ObservationId, version = 1) =>
  client.call(submitObservation, { params: { observationId }, version });

interface Answering {
  readonly reply?: string;
  readonly countersigns?: boolean;
  readonly version?: number;
}

/** Replies to a submitted observation, countersigns it, or both. */
export const answersObservation = (client: Client, observationId: ObservationId, given: Answering) =>
  client.call(answerObservation, {
    params: { observationId },
    body: { reply: given.reply ?? null, countersigns: given.countersigns ?? false },
    version: given.version ?? 2,
  });

/** What a pairing has to its credit. */
export const creditsOf = ({ sql }: Pick<House, 'sql'>, { pairingId }: Pick<PairingMade, 'pairingId'>) =>
  sql<{ kind: string; source: string; source_key: string; on_day: string }>(
    `SELECT kind, source, source_key, on_day::text FROM credit WHERE pairing_id = $1 AND withdrawn_at IS NULL`,
    [pairingId],
  );

export const textsIn = (entries: readonly { readonly text: string }[]) => entries.map(({ text }) => text);
