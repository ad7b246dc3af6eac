import { Injectable } from '@nestjs/common';
import type { Read } from '@qinglan/api-platform';
import type { YearlyReportView } from '@qinglan/contracts';
import {
  type Actor,
  beijingDayOf,
  type FreezeFacts,
  freezeHindrances,
  isAllowed,
  mayCommentOnYearlyReport,
  mayResolveYearlyComment,
  mayShareYearlyReport,
  mayWriteYearlyReport,
  templateWords,
  type Temporal,
  type YearlyPlan,
  yearlySideOf,
} from '@qinglan/domain';
import { ComparedYear } from './compared-year';
import { approvedBy, DraftQueries, type DraftRow, openComments } from './draft.queries';

/** Who reads, and when. */
export interface Reading {
  readonly actor: Actor;
  readonly now: Temporal.Instant;
  /** Rows are compared however many they are. */
  readonly withRows?: boolean;
}

/** What a freeze is decided on. */
export const freezeFacts = (draft: DraftRow): FreezeFacts => ({
  state: draft.state,
  approvedBy: approvedBy(draft),
  openComments: openComments(draft),
  issues: draft.issues.length,
});

type Hindrance = YearlyReportView['hindrances'][number];

function hindrancesOf(draft: DraftRow, approvals: YearlyReportView['approvals']): Hindrance[] {
  const moved = [...new Set(approvals.flatMap((approval) => approval.moved.map(({ key }) => key)))];
  const found = freezeHindrances(freezeFacts(draft)).map((one): Hindrance => {
    if (one.kind === 'comments-open') return { kind: one.kind, subjects: [...one.sections] };
    return { kind: one.kind, subjects: one.kind === 'approval-missing' ? [...one.sides] : [] };
  });
  return moved.length > 0 ? [...found, { kind: 'figures-moved', subjects: moved }] : found;
}

/** The numbers and charts of a section, to begin an arrangement with. */
const itemsOf = ({ figures, charts }: YearlyPlan): YearlyReportView['sections'][number]['items'] => ({
  figures: [...figures],
  charts: charts.map(({ sentence: _sentence, within = null, ...chart }) => ({ ...chart, within })),
});

/** Puts the whole draft of a year together, with live numerals. */
@Injectable()
export class YearlyViewer {
  constructor(
    private readonly drafts: DraftQueries,
    private readonly compared: ComparedYear,
  ) {}

  async view(read: Read, year: number, { actor, now, withRows = false }: Reading): Promise<YearlyReportView> {
    const draft = await this.drafts.draft(read, year);
    const { side } = await this.drafts.speaker(read, actor.personId);
    const today = beijingDayOf(now).toString();
    const drafted = await this.compared.drafted(read, { year, today }, draft.sections);
    const { areRowsCompared, changes, moved } = await this.compared.compare(read, draft, { drafted, withRows });
    const approvals = draft.approvals.map(({ figures, ...approval }) => ({ ...approval, moved: moved({ figures }) }));
    const shown = this.shown(draft, actor);
    return {
      ...shown,
      content: drafted.content as YearlyReportView['content'],
      approvals,
      hindrances: hindrancesOf(draft, approvals),
      changes,
      areRowsCompared,
      may: { ...shown.may, approveFor: yearlySideOf(actor, side) },
    };
  }

  private shown(draft: DraftRow, actor: Actor) {
    const { id: _id, approvals: _approvals, sections, comments, progress, ...about } = draft;
    const mayWrite = isAllowed(mayWriteYearlyReport(actor));
    return {
      ...about,
      sections: sections.map(({ plan, ...section }) => ({
        ...section,
        templateBody: templateWords(plan),
        items: itemsOf(plan),
      })),
      comments: comments.map((comment) => ({
        ...comment,
        mayResolve: comment.resolved === null && isAllowed(mayResolveYearlyComment(actor, comment.by.id)),
      })),
      progress: progress && { ...progress, mayCancel: mayWrite && isRunning(progress.state) },
      may: {
        edit: mayWrite,
        comment: isAllowed(mayCommentOnYearlyReport(actor)),
        freeze: mayWrite,
        share: isAllowed(mayShareYearlyReport(actor)),
      },
    };
  }
}

/** Is a freeze on its way? */
export const isRunning = (state: string): boolean => state === 'queued' || state === 'running';
