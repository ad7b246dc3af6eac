import { Injectable } from '@nestjs/common';
import { Clock, Transactions } from '@qinglan/api-platform';
import type { InputOf, moveLesson } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { LessonMover } from './lesson.mover';
import { LessonViewer } from './lesson.viewer';
import { settled } from './refusals';

/** Moves one agreed lesson and shows it where it lies now. */
@Injectable()
export class MoveLesson {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly mover: LessonMover,
    private readonly viewer: LessonViewer,
  ) {}

  execute(actor: Actor, given: InputOf<typeof moveLesson>): Promise<string> {
    const now = this.clock.now();
    return settled(() =>
      this.transactions.write(async (tx) => {
        await this.mover.move(tx, actor, { given, now });
        return this.viewer.view(tx, actor, { lessonId: given.params.lessonId, now });
      }),
    );
  }
}
