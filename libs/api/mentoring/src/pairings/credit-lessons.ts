import { Injectable } from '@nestjs/common';
import { Clock, statement, Transactions } from '@qinglan/api-platform';
import { heardIn, type LessonId, type ObligationKind, type PairingId, type PersonId } from '@qinglan/domain';
import { isStanding } from '../standing.sql';
import { CreditBook, type Happened } from './credit-book';

/** How many lessons are credited in one transaction. */
const batch = 200;

// Two ways in which the two can have met in a lesson, each along an index of its own.
const met = (
  mentor: string,
  mentee: string,
  { kind, narrowing }: { kind: ObligationKind; narrowing: string },
): string => `
  SELECT l.id AS "lessonId", p.id AS "pairingId", p.mentor_id AS "mentorId", p.mentee_id AS "menteeId",
    coalesce(l.presenter_actual_id, l.presenter_id) AS "presenterId",
    coalesce(l.local_teacher_actual_id, l.local_teacher_id) AS "localTeacherId",
    (l.starts_at AT TIME ZONE 'Asia/Shanghai')::date AS "onDay", concat_ws(' · ', l.subject, l.topic) AS title
  FROM pairing p
  JOIN lesson l ON coalesce(l.presenter_actual_id, l.presenter_id) = ${mentor}
    AND coalesce(l.local_teacher_actual_id, l.local_teacher_id) = ${mentee}
  WHERE ${narrowing} l.state = 'verified' AND NOT ${isStanding.asked('p')} AND p.state <> 'lapsed'
    AND (l.starts_at AT TIME ZONE 'Asia/Shanghai')::date
      BETWEEN p.from_day AND coalesce(p.ended_on, p.to_day, 'infinity'::date)
    AND NOT EXISTS (SELECT FROM credit c WHERE c.pairing_id = p.id AND c.kind = '${kind}' AND c.source_key = l.id)`;
const both = (narrowing: string): string =>
  `${met('p.mentor_id', 'p.mentee_id', { kind: 'mentee-hears', narrowing })}
   UNION ALL ${met('p.mentee_id', 'p.mentor_id', { kind: 'mentor-hears', narrowing })}`;

const named = statement('mentoring-lessons-named', both('l.id = ANY($1::uuid[]) AND'));
const owed = statement('mentoring-lessons-owed', `SELECT * FROM (${both('')}) m LIMIT ${String(batch)}`);

interface Met {
  readonly lessonId: LessonId;
  readonly pairingId: PairingId;
  readonly mentorId: PersonId;
  readonly menteeId: PersonId;
  readonly presenterId: PersonId;
  readonly localTeacherId: PersonId;
  readonly onDay: string;
  readonly title: string;
}

const happened = (one: Met): readonly Happened[] => {
  const kind = heardIn(one, one);
  const { pairingId, onDay, title } = one;
  const rest = { source: 'lesson', sourceKey: one.lessonId, evidence: null, byId: null } as const;
  return kind ? [{ pairingId, kind, onDay, title, ...rest }] : [];
};

/** A lesson with a confirmed record pays by itself what it was for the two of a pairing, once. */
@Injectable()
export class CreditLessons {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly book: CreditBook,
  ) {}

  /** Lessons that were just verified. */
  async execute(lessonIds: readonly LessonId[]): Promise<number> {
    return this.transactions.write(async (tx) =>
      this.book.credit(tx, (await tx.rows<Met>(named, [lessonIds])).flatMap(happened), this.clock.now()),
    );
  }

  /** Whatever a crash or another node left uncounted. */
  async sweep(): Promise<number> {
    let counted = 0;
    for (let found = batch; found === batch;) {
      found = await this.transactions.write(async (tx) => {
        const rows = await tx.rows<Met>(owed);
        counted += await this.book.credit(tx, rows.flatMap(happened), this.clock.now());
        return rows.length;
      });
    }
    return counted;
  }
}
