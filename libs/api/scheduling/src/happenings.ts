import { Injectable } from '@nestjs/common';
import { type Happening, History, Outbox, type Tx } from '@qinglan/api-platform';
import type { LessonId, LessonStep, PersonId, ProposalId, SchoolId, Temporal } from '@qinglan/domain';

/** What timetables are told after the commit. */
export interface TimetableNote {
  readonly lessonIds: readonly LessonId[];
  readonly proposalId: ProposalId | null;
  readonly schoolIds: readonly SchoolId[];
  readonly act: 'proposed' | 'answered' | 'withdrawn' | 'expired' | 'cancelled' | 'moved';
}

/** What happened to lessons: who did it and when, what to keep, and whom to tell. */
export interface Told {
  readonly by: { readonly at: Temporal.Instant; readonly actorId: PersonId | null };
  readonly history: readonly Happening[];
  readonly notes: readonly TimetableNote[];
}

/** One lesson's step as its history keeps it. */
export const stepHappening = ({ lessonId, from, to, reason }: LessonStep): Happening => ({
  subjectId: lessonId,
  act: `lesson.${to}`,
  detail: { before: { state: from }, after: { state: to }, ...(reason === null ? {} : { reason }) },
});

/** Keeps what happened and tells both schools' timetables once it is committed. */
@Injectable()
export class Happenings {
  constructor(
    private readonly history: History,
    private readonly outbox: Outbox,
  ) {}

  async tell(tx: Tx, told: Told): Promise<void> {
    await this.history.add(tx, told.by, told.history);
    for (const body of told.notes) await this.outbox.add(tx, { type: 'timetable.changed', body });
  }
}
