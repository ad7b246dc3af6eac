import { Injectable } from '@nestjs/common';
import { type Read, statement } from '@qinglan/api-platform';
import { type LessonFacts, lessonSubject, slotOf } from '@qinglan/api-scheduling';
import type { readRecord, ReplyOf } from '@qinglan/contracts';
import { type Actor, effectiveMinutes, isAllowed, maySignRecord, minutesOf, signingEndOf } from '@qinglan/domain';
import type { ClassroomId, SchoolId, Temporal } from '@qinglan/domain';
import { attendance, intervalsOf } from './attendance';
import { HeadCountStore } from './head-count.store';
import { type KeptInterval, PresenceStore } from './presence.store';
import { SignatureStore, type StoredSignature } from './signature.store';

const ends = statement(
  'live-record-ends',
  `SELECT c.part, c.id AS "classroomId", c.school_id AS "schoolId", room.name, o.short_name AS school,
     l.effective_minutes AS "keptMinutes"
   FROM lesson l
   CROSS JOIN LATERAL (VALUES ('presenting', l.presenting_classroom_id, l.presenting_school_id),
                              ('receiving', l.receiving_classroom_id, l.receiving_school_id)) AS c (part, id, school_id)
   JOIN party room ON room.id = c.id
   JOIN organisation o ON o.id = c.school_id
   WHERE l.id = $1 ORDER BY c.part`,
);

interface EndRow {
  readonly part: 'presenting' | 'receiving';
  readonly classroomId: ClassroomId;
  readonly schoolId: SchoolId;
  readonly name: string;
  readonly school: string;
  /** What the lesson was settled with, once it is over. */
  readonly keptMinutes: number | null;
}

type RecordView = ReplyOf<typeof readRecord>;

/** Joined intervals as they are shown: the one that reaches into now has no end yet. */
function shown(kept: readonly KeptInterval[], classroomId: ClassroomId, now: Temporal.Instant) {
  const isThere = kept.some((interval) => interval.classroomId === classroomId && !interval.closedAt);
  const joined = intervalsOf(kept, classroomId, now);
  return joined.map(({ startsAt, endsAt }, index) => ({
    from: startsAt.toString(),
    to: isThere && index === joined.length - 1 ? null : endsAt.toString(),
  }));
}

const name = ({ schoolId, school, person, at }: StoredSignature) => ({ schoolId, school, person, at: at.toString() });

/** Reads of records. */
@Injectable()
export class RecordQueries {
  constructor(
    private readonly presence: PresenceStore,
    private readonly counts: HeadCountStore,
    private readonly signatures: SignatureStore,
  ) {}

  /** What happened in a lesson, for this reader. Asks no policy but whether the reader may sign. */
  async view(read: Read, lesson: LessonFacts, reader: { readonly actor: Actor; readonly now: Temporal.Instant }) {
    const { lessonId } = lesson;
    const kept = await this.presence.intervals(read, lessonId);
    const counts = await this.counts.all(read, lessonId);
    const rows = await read.rows<EndRow>(ends, [lessonId]);
    const signatures = await this.signatures.all(read, lessonId);
    const { presenting, receiving } = attendance(lesson, kept, reader.now);
    const view: RecordView = {
      lessonId,
      lessonState: lesson.state,
      startsAt: lesson.startsAt.toString(),
      endsAt: lesson.endsAt.toString(),
      plannedMinutes: minutesOf(slotOf(lesson)),
      effectiveMinutes: rows[0]?.keptMinutes ?? effectiveMinutes(presenting, receiving, slotOf(lesson)),
      classrooms: rows.map(({ keptMinutes: _kept, ...row }) => ({
        ...row,
        headCount: counts.get(row.classroomId) ?? null,
        intervals: shown(kept, row.classroomId, reader.now),
      })),
      signatures: signatures.map(name),
      maySign: lesson.state === 'ended' && maySignNow(reader.actor, lesson, signatures),
    };
    return view;
  }
}

function maySignNow(actor: Actor, lesson: LessonFacts, signatures: readonly StoredSignature[]): boolean {
  const subject = lessonSubject(lesson);
  const end = signingEndOf(actor, subject);
  const schoolId = end === 'presenting' ? lesson.presentingSchoolId : lesson.receivingSchoolId;
  return isAllowed(maySignRecord(actor, subject)) && !signatures.some((one) => one.schoolId === schoolId);
}
