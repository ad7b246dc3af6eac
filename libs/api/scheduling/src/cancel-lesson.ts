import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, orRefuse, Refused, Transactions, type Tx } from '@qinglan/api-platform';
import type { cancelLesson, InputOf } from '@qinglan/contracts';
import { type Actor, decideCancel, mayChangeLesson, type Temporal } from '@qinglan/domain';
import { Happenings, stepHappening } from './happenings';
import { lessonSubject, slotOf } from './lesson.facts';
import { LessonQueries } from './lesson.queries';
import { LessonStore } from './lesson.store';
import { LessonViewer } from './lesson.viewer';
import { refusedBy } from './refusals';

type Given = InputOf<typeof cancelLesson>;

/** Calls off one agreed lesson and frees its slot. */
@Injectable()
export class CancelLesson {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly lessons: LessonQueries,
    private readonly store: LessonStore,
    private readonly happenings: Happenings,
    private readonly viewer: LessonViewer,
  ) {}

  execute(actor: Actor, given: Given): Promise<string> {
    const now = this.clock.now();
    return this.transactions.write(async (tx) => {
      await this.cancel(tx, actor, { given, now });
      return this.viewer.view(tx, actor, { lessonId: given.params.lessonId, now });
    });
  }

  private async cancel(tx: Tx, actor: Actor, asked: { readonly given: Given; readonly now: Temporal.Instant }) {
    const { given, now } = asked;
    await this.store.lock(tx, given.params.lessonId);
    const lesson = orNotFound(await this.lessons.facts(tx, given.params.lessonId));
    allowOrHide(mayChangeLesson(actor, lessonSubject(lesson)));
    if (lesson.version !== given.version) throw new Refused('stale');
    const standing = { lessonId: lesson.lessonId, state: lesson.state, slot: slotOf(lesson) };
    const step = orRefuse(decideCancel(standing, given.body.reason, now), refusedBy);
    await this.store.cancel(tx, step, now);
    const { lessonId, proposalId, presentingSchoolId, receivingSchoolId } = lesson;
    await this.happenings.tell(tx, {
      by: { at: now, actorId: actor.personId },
      history: [stepHappening(step)],
      notes: [
        { lessonIds: [lessonId], proposalId, schoolIds: [presentingSchoolId, receivingSchoolId], act: 'cancelled' },
      ],
    });
  }
}
