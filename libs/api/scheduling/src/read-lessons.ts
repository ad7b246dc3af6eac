import { Injectable } from '@nestjs/common';
import { historyPage } from '@qinglan/api-directory';
import { allowOrHide, Clock, orNotFound, Transactions } from '@qinglan/api-platform';
import type { InputOf, listLessons, readLessonHistory } from '@qinglan/contracts';
import { type Actor, type LessonId, maySeeLesson } from '@qinglan/domain';
import { LessonListQueries } from './lesson-list.queries';
import { lessonSubject } from './lesson.facts';
import { LessonQueries } from './lesson.queries';
import { LessonViewer } from './lesson.viewer';

/** Shows lessons to those who may see them. */
@Injectable()
export class ReadLessons {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly list: LessonListQueries,
    private readonly lessons: LessonQueries,
    private readonly viewer: LessonViewer,
  ) {}

  page(actor: Actor, query: InputOf<typeof listLessons>['query']): Promise<string> {
    return this.transactions.read((read) => this.list.page(read, actor, query));
  }

  one(actor: Actor, lessonId: LessonId): Promise<string> {
    const now = this.clock.now();
    return this.transactions.read((read) => this.viewer.view(read, actor, { lessonId, now }));
  }

  /** Who did what to it and when, oldest first. */
  history(actor: Actor, { params: { lessonId }, query }: InputOf<typeof readLessonHistory>): Promise<string> {
    return this.transactions.read(async (read) => {
      const lesson = orNotFound(await this.lessons.facts(read, lessonId));
      allowOrHide(maySeeLesson(actor, lessonSubject(lesson)));
      return historyPage(read, { subjectId: lessonId, ...query, isOldestFirst: true });
    });
  }
}
