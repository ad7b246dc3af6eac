import { Injectable } from '@nestjs/common';
import { type Read, statement } from '@qinglan/api-platform';
import type { LessonId, LessonState, PersonId, ProposalId, SchoolId, SeriesId, Temporal } from '@qinglan/domain';
import { lessonCardJoins, lessonCardsJson } from './lesson-card.sql';
import { proposalRowJoins, proposalRowJson } from './proposal.sql';

const columns = `SELECT p.id AS "proposalId", p.series_id AS "seriesId", p.from_school_id AS "fromSchoolId",
    p.to_school_id AS "toSchoolId", p.proposed_by AS "proposedById", p.expires_at AS "expiresAt",
    p.closed_at AS "closedAt", p.asked, p.version`;
const facts = `${columns} FROM proposal p WHERE p.id = $1`;
const find = statement('scheduling-proposal', facts);
const lock = statement('scheduling-proposal-lock', `${facts} FOR NO KEY UPDATE`);

const lessons = statement(
  'scheduling-proposal-lessons',
  `SELECT id AS "lessonId", state FROM lesson WHERE proposal_id = $1 ORDER BY starts_at, id`,
);

// Another node that expires at the same moment takes the ones this one has not.
const lockDue = statement(
  'scheduling-proposals-due',
  `${columns} FROM proposal p WHERE p.closed_at IS NULL AND p.expires_at <= $1
   ORDER BY p.expires_at LIMIT $2 FOR NO KEY UPDATE SKIP LOCKED`,
);
const lessonsOf = statement(
  'scheduling-proposals-lessons',
  `SELECT proposal_id AS "proposalId", id AS "lessonId", state FROM lesson
   WHERE proposal_id = ANY($1::uuid[]) ORDER BY starts_at, id`,
);

const shown = statement(
  'scheduling-proposal-view',
  `${columns}, ${proposalRowJson('$2')}::text AS row,
     (SELECT ${lessonCardsJson} FROM lesson l ${lessonCardJoins}
      WHERE l.proposal_id = p.id) AS items,
     (SELECT json_build_object('id', o.id, 'startsAt', o.starts_at, 'subject', o.subject)
      FROM lesson l JOIN lesson o ON o.id = l.replaces_lesson_id WHERE l.proposal_id = p.id LIMIT 1) AS "makesUp"
   FROM proposal p ${proposalRowJoins} WHERE p.id = $1`,
);

/** A proposal as rules and policies look at it. */
export interface ProposalFacts {
  readonly proposalId: ProposalId;
  readonly seriesId: SeriesId | null;
  readonly fromSchoolId: SchoolId;
  readonly toSchoolId: SchoolId;
  readonly proposedById: PersonId;
  readonly expiresAt: Temporal.Instant;
  readonly closedAt: Temporal.Instant | null;
  readonly asked: string;
  readonly version: number;
}

/** A proposal as the list shows it and its lessons as cards, in JSON that Postgres wrote. */
export interface ShownProposal extends ProposalFacts {
  readonly row: string;
  readonly items: string;
  /** The lesson that a single one of it makes up. */
  readonly makesUp: { readonly id: LessonId; readonly startsAt: string; readonly subject: string } | null;
}

/** A lesson of a proposal and where it stands. */
export interface ProposalLesson {
  readonly lessonId: LessonId;
  readonly state: LessonState;
}

/** Reads of single proposals. */
@Injectable()
export class ProposalQueries {
  find(read: Read, proposalId: ProposalId): Promise<ProposalFacts | null> {
    return read.row<ProposalFacts>(find, [proposalId]);
  }

  /** Answers, withdrawals and the expiry of one proposal come one after the other. */
  lock(read: Read, proposalId: ProposalId): Promise<ProposalFacts | null> {
    return read.row<ProposalFacts>(lock, [proposalId]);
  }

  lessons(read: Read, proposalId: ProposalId): Promise<readonly ProposalLesson[]> {
    return read.rows<ProposalLesson>(lessons, [proposalId]);
  }

  /** Open proposals whose time is over, those longest over first. */
  lockDue(
    read: Read,
    asked: { readonly now: Temporal.Instant; readonly most: number },
  ): Promise<readonly ProposalFacts[]> {
    return read.rows<ProposalFacts>(lockDue, [asked.now.toString(), asked.most]);
  }

  async lessonsOf(
    read: Read,
    proposals: readonly ProposalFacts[],
  ): Promise<ReadonlyMap<ProposalId, readonly ProposalLesson[]>> {
    const ids = proposals.map((proposal) => proposal.proposalId);
    const rows = await read.rows<ProposalLesson & { readonly proposalId: ProposalId }>(lessonsOf, [ids]);
    return Map.groupBy(rows, (one) => one.proposalId);
  }

  shown(read: Read, proposalId: ProposalId, now: Temporal.Instant): Promise<ShownProposal | null> {
    return read.row<ShownProposal>(shown, [proposalId, now.toString()]);
  }
}
