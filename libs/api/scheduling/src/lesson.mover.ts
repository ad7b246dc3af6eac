import { Injectable } from '@nestjs/common';
import { allowOrHide, orNotFound, type Read, Refused, type Tx } from '@qinglan/api-platform';
import type { InputOf, moveLesson } from '@qinglan/contracts';
import {
  type Actor,
  type ChangeRefusal,
  decideMove,
  mayChangeLesson,
  minutesOf,
  type MovedLesson,
  type PlaceRefusal,
  Temporal,
} from '@qinglan/domain';
import { partiesOf } from './cast';
import { Happenings } from './happenings';
import type { Parties } from './holds';
import { type LessonFacts, lessonSubject, slotOf } from './lesson.facts';
import { type Asked, LessonPlacer, schoolDaysAt, wantedLesson } from './lesson.placer';
import { LessonQueries } from './lesson.queries';
import { LessonStore } from './lesson.store';
import { refusedBy } from './refusals';

/** A wish to move a lesson, as it came through the door. */
export interface Moving {
  readonly given: InputOf<typeof moveLesson>;
  readonly now: Temporal.Instant;
}

const shown = ({ startsAt, endsAt }: { readonly startsAt: Temporal.Instant; readonly endsAt: Temporal.Instant }) => ({
  startsAt,
  endsAt,
});

/** Moves one agreed lesson to another start, if both bells ring for it and everybody is free. */
@Injectable()
export class LessonMover {
  constructor(
    private readonly lessons: LessonQueries,
    private readonly placer: LessonPlacer,
    private readonly store: LessonStore,
    private readonly happenings: Happenings,
  ) {}

  async move(tx: Tx, actor: Actor, moving: Moving): Promise<void> {
    const { lessonId } = moving.given.params;
    // Who takes part never changes, so it may be read before the locks; everything else is read after them.
    const known = orNotFound(await this.lessons.facts(tx, lessonId));
    allowOrHide(mayChangeLesson(actor, lessonSubject(known)));
    const observers = await this.store.observers(tx, lessonId);
    const parties = await this.placer.lock(tx, [...partiesOf(known), ...observers]);
    await this.store.lock(tx, lessonId);
    const lesson = orNotFound(await this.lessons.facts(tx, lessonId));
    if (lesson.version !== moving.given.version) throw new Refused('stale');
    const moved = await this.decide(tx, actor, { lesson, parties, moving });
    await this.store.move(tx, moved, moving.now);
    await this.tell(tx, actor, { lesson, moved, now: moving.now });
  }

  private async decide(
    tx: Tx,
    actor: Actor,
    given: { readonly lesson: LessonFacts; readonly parties: Parties; readonly moving: Moving },
  ): Promise<MovedLesson> {
    const { lesson, parties, moving } = given;
    const { startsAt, reason } = moving.given.body;
    const asked: Asked = {
      startsAt: Temporal.Instant.from(startsAt),
      minutes: minutesOf(slotOf(lesson)),
      parties: partiesOf(lesson),
    };
    const partnership = await this.placer.partnership(tx, lesson);
    const calendars = await this.placer.calendars(tx, lesson, { startsAt: asked.startsAt, now: moving.now });
    const holds = await this.placer.holdsAround(tx, asked);
    const standing = { lessonId: lesson.lessonId, state: lesson.state, slot: slotOf(lesson) };
    const facts = { partnership, ...schoolDaysAt(calendars, asked.startsAt), holds, now: moving.now };
    const decided = decideMove({ lesson: standing, to: wantedLesson(asked), reason }, facts);
    if (decided.ok) return decided.value;
    throw await this.refused(tx, actor, { refusal: decided.refusal, subject: lesson.subject, parties });
  }

  private refused(
    read: Read,
    actor: Actor,
    given: { readonly refusal: ChangeRefusal | PlaceRefusal; readonly subject: string; readonly parties: Parties },
  ): Refused | Promise<Refused> {
    const { refusal } = given;
    if (refusal.kind !== 'party-taken') return refusedBy(refusal);
    return this.placer.refused(read, actor, { ...given, refusal });
  }

  private tell(
    tx: Tx,
    actor: Actor,
    given: { readonly lesson: LessonFacts; readonly moved: MovedLesson; readonly now: Temporal.Instant },
  ): Promise<void> {
    const { lesson, moved, now } = given;
    const { lessonId, proposalId, presentingSchoolId, receivingSchoolId } = lesson;
    const detail = { before: shown(moved.movedFrom), after: shown(moved.slot), reason: moved.reason };
    return this.happenings.tell(tx, {
      by: { at: now, actorId: actor.personId },
      history: [{ subjectId: lessonId, act: 'lesson.moved', detail }],
      notes: [{ lessonIds: [lessonId], proposalId, schoolIds: [presentingSchoolId, receivingSchoolId], act: 'moved' }],
    });
  }
}
