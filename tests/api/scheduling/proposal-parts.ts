import { answerProposal } from '@qinglan/contracts';
import type { LessonId, ProposalId } from '@qinglan/domain';
import type { Client, House } from '../../support';

/** The lessons of a proposal. */
export const idsOf = (proposal: { readonly items: readonly { readonly id: LessonId }[] }) =>
  proposal.items.map((one) => one.id);

/** Answers a proposal; every lesson declined gets the one reason. */
export const answers = (
  client: Client,
  proposalId: ProposalId,
  given: { accept?: LessonId[]; reason?: string; version?: number; decline?: LessonId[] },
) =>
  client.call(answerProposal, {
    params: { proposalId },
    body: {
      accept: given.accept ?? [],
      decline: (given.decline ?? []).map((lessonId) => ({ lessonId, reason: given.reason ?? '' })),
    },
    version: given.version ?? 1,
  });

/** How many holds of a proposal stand. */
export const liveHolds = async ({ sql }: Pick<House, 'sql'>, proposalId: string) =>
  (
    await sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM hold h JOIN lesson l ON l.id = h.lesson_id
       WHERE l.proposal_id = $1 AND h.released_at IS NULL`,
      [proposalId],
    )
  )[0]?.n;
