import { Injectable } from '@nestjs/common';
import { statement, type Tx } from '@qinglan/api-platform';
import {
  holdingStates,
  type LessonId,
  type LessonKind,
  type LessonStep,
  type PartnershipId,
  type PersonId,
  type PlacedWindow,
  type ProposalId,
  type SchoolId,
  type SeriesId,
  type Slot,
  type Temporal,
} from '@qinglan/domain';
import { type Cast, partiesOf } from './cast';

/** One lesson of a proposal. */
export interface NewLesson {
  readonly lessonId: LessonId;
  readonly week: number | null;
  readonly slot: Slot;
  readonly window: PlacedWindow;
}

/** A proposal with its lessons, as it is first written. */
export interface NewProposal {
  readonly proposalId: ProposalId;
  readonly seriesId: SeriesId | null;
  readonly partnershipId: PartnershipId;
  readonly fromSchoolId: SchoolId;
  readonly toSchoolId: SchoolId;
  readonly proposedBy: PersonId;
  readonly proposedAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
  readonly message: string | null;
  readonly asked: string;
  readonly kind: LessonKind;
  readonly subject: string;
  readonly topic: string | null;
  readonly cast: Cast;
  readonly lessons: readonly NewLesson[];
  /** The lesson that a single one makes up. */
  readonly replacesLessonId?: LessonId | null;
}

// A booking is one trip for the facts and one for the write: proposal, lessons and holds go in together.
const add = statement(
  'scheduling-proposal-add',
  `WITH p AS (SELECT * FROM jsonb_to_record($1::jsonb) AS p (
       id uuid, series_id uuid, partnership_id uuid, from_school_id uuid, to_school_id uuid, proposed_by uuid,
       proposed_at timestamptz, expires_at timestamptz, message text, asked text, kind text, subject text, topic text,
       replaces_lesson_id uuid)),
   c AS (SELECT * FROM jsonb_to_record($2::jsonb) AS c (
       "presentingSchoolId" uuid, "receivingSchoolId" uuid, "presenterId" uuid, "localTeacherId" uuid,
       "presentingClassId" uuid, "receivingClassId" uuid, "presentingClassroomId" uuid, "receivingClassroomId" uuid)),
   w AS (SELECT * FROM jsonb_to_recordset($3::jsonb) AS w (
       id uuid, week smallint, starts_at timestamptz, ends_at timestamptz, presenting_period smallint,
       receiving_period smallint, presenting_shift smallint, receiving_shift smallint)),
   sent AS (
     INSERT INTO proposal (id, series_id, partnership_id, from_school_id, to_school_id, proposed_by, proposed_at,
                           expires_at, message, asked)
     SELECT id, series_id, partnership_id, from_school_id, to_school_id, proposed_by, proposed_at, expires_at, message,
            asked FROM p),
   taught AS (
     INSERT INTO lesson (id, proposal_id, series_id, partnership_id, week, kind, subject, topic, state, starts_at, ends_at,
       presenting_school_id, receiving_school_id, presenter_id, local_teacher_id, presenting_class_id, receiving_class_id,
       presenting_classroom_id, receiving_classroom_id, presenting_period, receiving_period, presenting_shift,
       receiving_shift, replaces_lesson_id)
     SELECT w.id, p.id, p.series_id, p.partnership_id, w.week, p.kind, p.subject, p.topic, 'proposed', w.starts_at, w.ends_at,
       c."presentingSchoolId", c."receivingSchoolId", c."presenterId", c."localTeacherId", c."presentingClassId",
       c."receivingClassId", c."presentingClassroomId", c."receivingClassroomId", w.presenting_period, w.receiving_period,
       w.presenting_shift, w.receiving_shift, p.replaces_lesson_id
     FROM w, p, c)
   INSERT INTO hold (lesson_id, party_id, role, starts_at, ends_at)
   SELECT w.id, h."partyId", h.role, w.starts_at, w.ends_at
   FROM w, jsonb_to_recordset($4::jsonb) AS h ("partyId" uuid, role text)`,
);

const step = statement(
  'scheduling-proposal-step',
  `WITH step AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS s (
       "lessonId" uuid, "to" text, reason text, releases boolean)),
   stepped AS (
     UPDATE lesson l SET state = s."to", reason = coalesce(s.reason, l.reason), version = l.version + 1
     FROM step s WHERE l.id = s."lessonId"),
   released AS (
     UPDATE hold h SET released_at = $2::timestamptz
     FROM step s WHERE h.lesson_id = s."lessonId" AND s.releases AND h.released_at IS NULL)
   UPDATE proposal p SET version = p.version + 1, closed_at = CASE WHEN g.closes THEN $2::timestamptz ELSE p.closed_at END
   FROM jsonb_to_recordset($3::jsonb) AS g ("proposalId" uuid, closes boolean) WHERE p.id = g."proposalId"`,
);

const recordOf = (given: NewProposal) => ({
  id: given.proposalId,
  series_id: given.seriesId,
  partnership_id: given.partnershipId,
  from_school_id: given.fromSchoolId,
  to_school_id: given.toSchoolId,
  proposed_by: given.proposedBy,
  proposed_at: given.proposedAt,
  expires_at: given.expiresAt,
  message: given.message,
  asked: given.asked,
  kind: given.kind,
  subject: given.subject,
  topic: given.topic,
  replaces_lesson_id: given.replacesLessonId ?? null,
});

const lessonRecord = ({ lessonId, week, slot, window }: NewLesson) => ({
  id: lessonId,
  week,
  starts_at: slot.startsAt,
  ends_at: slot.endsAt,
  presenting_period: window.presentingPeriod,
  receiving_period: window.receivingPeriod,
  presenting_shift: window.presentingShift,
  receiving_shift: window.receivingShift,
});

/** Steps of the lessons of one proposal; it closes when none of them waits any more. */
export interface ProposalSteps {
  readonly proposalId: ProposalId;
  readonly steps: readonly LessonStep[];
  readonly closes: boolean;
}

/** The only writer of `proposal`; writes lessons and holds with it. */
@Injectable()
export class ProposalStore {
  async add(tx: Tx, given: NewProposal): Promise<void> {
    const { cast, lessons } = given;
    const parts = [recordOf(given), cast, lessons.map(lessonRecord), partiesOf(cast)];
    await tx.run(
      add,
      parts.map((part) => JSON.stringify(part)),
    );
  }

  /** Asked for proposals that the transaction has locked. */
  async step(tx: Tx, proposals: readonly ProposalSteps[], at: Temporal.Instant): Promise<void> {
    const steps = proposals.flatMap((one) => one.steps);
    const lessons = steps.map(({ lessonId, to, reason }) => ({
      lessonId,
      to,
      reason,
      releases: !holdingStates.has(to),
    }));
    const closing = proposals.map(({ proposalId, closes }) => ({ proposalId, closes }));
    await tx.run(step, [JSON.stringify(lessons), at.toString(), JSON.stringify(closing)]);
  }
}
