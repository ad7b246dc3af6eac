import { Injectable } from '@nestjs/common';
import { type Read, Refused, type Tx } from '@qinglan/api-platform';
import type { Actor, ProposalId } from '@qinglan/domain';
import { Happenings } from './happenings';
import { ProposalQueries } from './proposal.queries';
import { type NewProposal, ProposalStore } from './proposal.store';

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
    const lessonIds = lessons.map((lesson) => lesson.lessonId);
    const schoolIds = [cast.presentingSchoolId, cast.receivingSchoolId];
    await this.happenings.tell(tx, {
      by: { at: given.proposedAt, actorId: given.proposedBy },
      history: [...frame, ...perLesson],
      notes: [{ lessonIds, proposalId, schoolIds, act: 'proposed' }],
    });
  }
}
