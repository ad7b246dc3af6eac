import { Controller } from '@nestjs/common';
import { Acting, Door, Input } from '@qinglan/api-platform';
import { cancelLesson, type InputOf, listLessons, moveLesson, readLesson, readLessonHistory } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { CancelLesson } from './cancel-lesson';
import { MoveLesson } from './move-lesson';
import { ReadLessons } from './read-lessons';

/** Lessons, their history, and what may still be changed of them. */
@Controller()
export class LessonsController {
  constructor(
    private readonly lessons: ReadLessons,
    private readonly cancelling: CancelLesson,
    private readonly moving: MoveLesson,
  ) {}

  @Door(listLessons)
  list(@Acting() actor: Actor, @Input() { query }: InputOf<typeof listLessons>) {
    return this.lessons.page(actor, query);
  }

  @Door(readLesson)
  read(@Acting() actor: Actor, @Input() { params }: InputOf<typeof readLesson>) {
    return this.lessons.one(actor, params.lessonId);
  }

  @Door(readLessonHistory)
  history(@Acting() actor: Actor, @Input() asked: InputOf<typeof readLessonHistory>) {
    return this.lessons.history(actor, asked);
  }

  @Door(cancelLesson)
  cancel(@Acting() actor: Actor, @Input() input: InputOf<typeof cancelLesson>) {
    return this.cancelling.execute(actor, input);
  }

  @Door(moveLesson)
  move(@Acting() actor: Actor, @Input() input: InputOf<typeof moveLesson>) {
    return this.moving.execute(actor, input);
  }
}
