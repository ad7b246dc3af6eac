import { Injectable } from '@nestjs/common';
import { type Happening, type Read, Refused, type Tx } from '@qinglan/api-platform';
import type { Actor, LessonId, ProposalId } from '@qinglan/domain';
import { Happenings } from './happenings';
import { ProposalQueries } from './proposal.queries';
import { type NewProposal, ProposalStore } from './proposal.store';

/** What the history of a lost lesson keeps of the lesson that shall make it up. */
const makeUpHappening = (subjectId: LessonId, lessons: NewProposal['lessons']): Happening => ({
  subjectId,
  act: 'lesson.make-up-proposed',
  detail: { makeUp: lessons.map(({ lessonId, slot }) => ({ lessonId, startsAt: slot.startsAt })) },
});

/** Writes a new proposal once, however often it is sent. */
@Injectable()
export class ProposalWriter {
  constructor(
    private readonly proposals: ProposalQueries,
    private readonly store: ProposalStore,
    private readonly happenings: Happenings,
  ) {}

  /** Whether the same person sent the same before; another content under the same id is refused. */
  async isRepeated(read: Read, actor: Actor, sent: { readonly proposalId: ProposalId; readonly asked: string }) {
    const known = await this.proposals.find(read, sent.proposalId);
    if (!known) return false;
    if (known.asked !== sent.asked || known.proposedById !== actor.personId) throw new Refused('id-taken');
    return true;
  }

  async write(tx: Tx, given: NewProposal): Promise<void> {
    await this.store.add(tx, given);
    const { proposalId, seriesId, lessons, cast } = given;
    const perLesson = lessons.map(({ lessonId, slot }) => ({
      subjectId: lessonId,
      act: 'lesson.proposed',
      detail: { after: { state: 'proposed', startsAt: slot.startsAt, endsAt: slot.endsAt } },
    }));
    const frame = [proposalId, ...(seriesId ? [seriesId] : [])].map((subjectId) => ({
      subjectId,
      act: 'proposal.sent',
      detail: { proposalId, lessons: lessons.length },
    }));
    const replaced = given.replacesLessonId ? [makeUpHappening(given.replacesLessonId, lessons)] : [];
    const lessonIds = lessons.map((lesson) => lesson.lessonId);
    const schoolIds = [cast.presentingSchoolId, cast.receivingSchoolId];
    await this.happenings.tell(tx, {
      by: { at: given.proposedAt, actorId: given.proposedBy },
      history: [...frame, ...perLesson, ...replaced],
      notes: [{ lessonIds, proposalId, schoolIds, act: 'proposed' }],
    });
  }
}
