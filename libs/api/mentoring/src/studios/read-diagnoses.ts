import { Injectable } from '@nestjs/common';
import { allowOrHide, orNotFound, Transactions } from '@qinglan/api-platform';
import { LessonQueries, lessonSubject } from '@qinglan/api-scheduling';
import type { InputOf, listStudioDiagnoses } from '@qinglan/contracts';
import { type Actor, type LessonId, maySeeLesson } from '@qinglan/domain';
import { DiagnosisQueries } from './diagnosis.queries';
import { StudioQueries } from './studio.queries';

/** Shows diagnoses to those who may see the lesson. */
@Injectable()
export class ReadDiagnoses {
  constructor(
    private readonly transactions: Transactions,
    private readonly studios: StudioQueries,
    private readonly lessons: LessonQueries,
    private readonly diagnoses: DiagnosisQueries,
  ) {}

  ofStudio(actor: Actor, given: InputOf<typeof listStudioDiagnoses>): Promise<string> {
    return this.transactions.read(async (read) => {
      await this.studios.facts(read, given.params.studioId);
      return this.diagnoses.ofStudio(read, actor, given);
    });
  }

  ofLesson(actor: Actor, lessonId: LessonId): Promise<string> {
    return this.transactions.read(async (read) => {
      const lesson = orNotFound(await this.lessons.facts(read, lessonId));
      allowOrHide(maySeeLesson(actor, lessonSubject(lesson)));
      return this.diagnoses.ofLesson(read, actor, lessonId);
    });
  }
}
