import { Injectable } from '@nestjs/common';
import {
  allowOrHide,
  Clock,
  History,
  orNotFound,
  orRefuse,
  Refused,
  Transactions,
  type Tx,
} from '@qinglan/api-platform';
import { type LessonFacts, lessonSubject } from '@qinglan/api-scheduling';
import { type Actor, decideSignature, type LessonId, maySignRecord, signingEndOf } from '@qinglan/domain';
import type { SignatureRefusal, Signatures, Temporal } from '@qinglan/domain';
import { LessonCourse } from './lesson-course.store';
import { RecordQueries } from './record.queries';
import { SignatureStore, type StoredSignature } from './signature.store';

const problems = { 'lesson-not-ended': 'wrong-state', 'already-signed': 'already-signed' } as const;
const named = (refusal: SignatureRefusal) => new Refused(problems[refusal.kind]);

function byEnd(lesson: LessonFacts, signatures: readonly StoredSignature[]): Signatures {
  const of = (schoolId: string) => signatures.find((one) => one.schoolId === schoolId)?.personId ?? null;
  return { presenting: of(lesson.presentingSchoolId), receiving: of(lesson.receivingSchoolId) };
}

/** A teacher confirms the record for her end; with both names the lesson is verified. */
@Injectable()
export class SignRecord {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly course: LessonCourse,
    private readonly signatures: SignatureStore,
    private readonly record: RecordQueries,
    private readonly history: History,
  ) {}

  execute(actor: Actor, lessonId: LessonId) {
    return this.transactions.write(async (tx) => {
      const at = this.clock.now();
      const lesson = orNotFound(await this.course.lock(tx, lessonId));
      const state = await this.sign(tx, lesson, { actor, at });
      return this.record.view(tx, { ...lesson, state }, { actor, now: at });
    });
  }

  private async sign(tx: Tx, lesson: LessonFacts, { actor, at }: { actor: Actor; at: Temporal.Instant }) {
    const { lessonId } = lesson;
    const subject = lessonSubject(lesson);
    allowOrHide(maySignRecord(actor, subject));
    const end = signingEndOf(actor, subject) ?? 'receiving';
    const signatures = byEnd(lesson, await this.signatures.all(tx, lessonId));
    const signed = orRefuse(
      decideSignature({ state: lesson.state, signatures }, { end, personId: actor.personId }),
      named,
    );
    const by = { at, actorId: actor.personId };
    await this.signatures.add(tx, lessonId, { schoolId: actor.schoolId, ...by, personId: actor.personId });
    await this.history.add(tx, by, [{ subjectId: lessonId, act: 'lesson.signed', detail: { end } }]);
    if (signed.state === lesson.state) await this.course.tell(tx, lesson, 'signed');
    else await this.course.move(tx, lesson, { states: [signed.state], by });
    return signed.state;
  }
}
