import { Injectable } from '@nestjs/common';
import type { Tx } from '@qinglan/api-platform';
import type { LessonStep, PersonId, Temporal } from '@qinglan/domain';
import { Happenings, stepHappening, type TimetableNote } from './happenings';
import type { ProposalFacts, ProposalLesson } from './proposal.queries';
import { ProposalStore } from './proposal.store';

/** Decided steps of one locked proposal. */
export interface Stepping {
  readonly proposal: ProposalFacts;
  readonly lessons: readonly ProposalLesson[];
  readonly steps: readonly LessonStep[];
}

/** Who steps, and what timetables are told. */
export interface Stride {
  readonly by: { readonly at: Temporal.Instant; readonly actorId: PersonId | null };
  readonly act: Extract<TimetableNote['act'], 'answered' | 'withdrawn' | 'expired'>;
}

const isWaiting = ({ state }: ProposalLesson): boolean => state === 'proposed' || state === 'countered';

/** Closed once no lesson of it waits any more. */
function closes({ lessons, steps }: Stepping): boolean {
  const stepped = new Set(steps.map((step) => step.lessonId));
  return lessons.every((lesson) => !isWaiting(lesson) || stepped.has(lesson.lessonId));
}

const countByState = (steps: readonly LessonStep[]): Readonly<Record<string, number>> =>
  Object.fromEntries([...Map.groupBy(steps, (step) => step.to)].map(([state, of]) => [state, of.length]));

/** Takes lessons of proposals from state to state: writes them, frees what they no longer hold, and tells. */
@Injectable()
export class ProposalStepper {
  constructor(
    private readonly store: ProposalStore,
    private readonly happenings: Happenings,
  ) {}

  async step(tx: Tx, all: readonly Stepping[], { by, act }: Stride): Promise<void> {
    const proposals = all.map((one) => ({
      proposalId: one.proposal.proposalId,
      steps: one.steps,
      closes: closes(one),
    }));
    await this.store.step(tx, proposals, by.at);
    await this.happenings.tell(tx, {
      by,
      history: all.flatMap(({ proposal, steps }) => [
        { subjectId: proposal.proposalId, act: `proposal.${act}`, detail: { lessons: countByState(steps) } },
        ...steps.map(stepHappening),
      ]),
      notes: all.map(({ proposal, steps }) => ({
        lessonIds: steps.map((step) => step.lessonId),
        proposalId: proposal.proposalId,
        schoolIds: [proposal.fromSchoolId, proposal.toSchoolId],
        act,
      })),
    });
  }
}
