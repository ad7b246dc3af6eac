import { Injectable } from '@nestjs/common';
import { type Read, statement, type Tx } from '@qinglan/api-platform';
import type { LessonId, PersonId, SchoolId, Temporal } from '@qinglan/domain';

const add = statement(
  'live-signature-add',
  'INSERT INTO record_signature (lesson_id, school_id, person_id, signed_at) VALUES ($1, $2, $3, $4)',
);
const all = statement(
  'live-signatures',
  `SELECT s.school_id AS "schoolId", o.short_name AS school, s.person_id AS "personId", p.name AS person, s.signed_at AS at
   FROM record_signature s JOIN organisation o ON o.id = s.school_id JOIN party p ON p.id = s.person_id
   WHERE s.lesson_id = $1 ORDER BY s.signed_at, s.school_id`,
);

/** A name under a record. */
export interface StoredSignature {
  readonly schoolId: SchoolId;
  readonly school: string;
  readonly personId: PersonId;
  readonly person: string;
  readonly at: Temporal.Instant;
}

/** Who confirmed a record, one a school: the only writer of `record_signature`. */
@Injectable()
export class SignatureStore {
  async add(
    tx: Tx,
    lessonId: LessonId,
    signature: Pick<StoredSignature, 'schoolId' | 'personId' | 'at'>,
  ): Promise<void> {
    await tx.run(add, [lessonId, signature.schoolId, signature.personId, signature.at.toString()]);
  }

  all(read: Read, lessonId: LessonId): Promise<readonly StoredSignature[]> {
    return read.rows<StoredSignature>(all, [lessonId]);
  }
}
