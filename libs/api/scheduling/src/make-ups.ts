import { Injectable } from '@nestjs/common';
import { allowOrHide, orNotFound, orRefuse, Refused, type Tx } from '@qinglan/api-platform';
import { type Actor, decideMakeUp, type LessonId, maySeeLesson, type PartnershipId } from '@qinglan/domain';
import { lessonSubject } from './lesson.facts';
import { LessonQueries } from './lesson.queries';

/** The lesson that a new one shall make up. */
export interface WantedMakeUp {
  readonly replacesLessonId: LessonId | undefined;
  readonly partnershipId: PartnershipId;
}

/** Finds the lesson that a new one makes up; whoever does not see it does not find it. */
@Injectable()
export class MakeUps {
  constructor(private readonly lessons: LessonQueries) {}

  /** Null for a lesson that makes up none. */
  async replaced(tx: Tx, actor: Actor, wanted: WantedMakeUp): Promise<LessonId | null> {
    if (!wanted.replacesLessonId) return null;
    const lesson = orNotFound(await this.lessons.toMakeUp(tx, wanted.replacesLessonId));
    allowOrHide(maySeeLesson(actor, lessonSubject(lesson)));
    return orRefuse(decideMakeUp(lesson, wanted.partnershipId), ({ kind }) => new Refused(kind));
  }
}
