import type { YearlyReportView } from '@qinglan/contracts';

/** The steps of a year's report, in their order. */
export const reportSteps = ['complete', 'write', 'answer', 'approve', 'freeze', 'hand-out'] as const;

/** A step of a year's report. */
export type ReportStep = (typeof reportSteps)[number];

/**
 * How far a step is; `now` is where somebody has to do something, `open` was passed over and is not done, and `frozen` was not
 * done either when the year was frozen.
 */
export interface StepState {
  readonly step: ReportStep;
  readonly state: 'done' | 'now' | 'open' | 'later' | 'frozen';
  /** How many are still to be done; null where that is not counted. */
  readonly remains: number | null;
}

type Known = Pick<YearlyReportView, 'state' | 'hindrances' | 'changes' | 'approvals' | 'issues'> & {
  readonly content: { readonly sections: readonly Pick<Section, 'code' | 'kind' | 'text'>[] };
  readonly sections: readonly Pick<YearlyReportView['sections'][number], 'code' | 'templateBody'>[];
};
type Section = YearlyReportView['content']['sections'][number];

const isOpen = (report: Known, kind: Known['hindrances'][number]['kind']): boolean =>
  report.hindrances.some((hindrance) => hindrance.kind === kind);

const isSilent = ({ kind, text }: Pick<Section, 'kind' | 'text'>): boolean =>
  kind !== 'facts' && text.zh.every((piece) => piece.text.trim() === '');

/** Whether the template has words for a section and prints none of them: the year has no data for them. */
export const lacksData = (draft: Known['sections'][number], shown: Pick<Section, 'kind' | 'text'>): boolean =>
  isSilent(shown) && draft.templateBody.zh.trim() !== '';

/**
 * Sections that are printed, say nothing in words, and for which the template proposes none; the table of facts needs none, and
 * where only data are missing nobody has to write.
 */
export function unwritten({ content, sections }: Known): number {
  const drafts = new Map(sections.map((draft) => [draft.code, draft]));
  return content.sections.filter((shown) => {
    const draft = drafts.get(shown.code);
    return isSilent(shown) && !(draft && lacksData(draft, shown));
  }).length;
}

/** The last issue says what the draft says: nobody has anything to approve or to correct. */
export const isSettled = ({ state, changes }: Pick<Known, 'state' | 'changes'>): boolean =>
  state === 'issued' && changes.length === 0;

/** Somebody approved, or there is an issue: what lacks then was passed over knowingly. */
const isUnderWay = ({ approvals, issues }: Known): boolean => approvals.length > 0 || issues.length > 0;

function writingStep(report: Known, lacking: number | null): ReportStep | null {
  if (isUnderWay(report)) return null;
  if ((lacking ?? 0) > 0) return 'complete';
  return unwritten(report) > 0 ? 'write' : null;
}

const approvingStep = (report: Known): ReportStep =>
  isOpen(report, 'approval-missing') || isOpen(report, 'figures-moved') ? 'approve' : 'freeze';

/** The step to be done now: the first that is not done. `lacking` is null until it is known. */
export function stepNow(report: Known | null, lacking: number | null = null): ReportStep {
  if (report === null) return lacking === 0 ? 'write' : 'complete';
  if (report.state === 'freezing') return 'freeze';
  // An issue is handed out until something differs from it.
  if (isSettled(report)) return 'hand-out';
  if (isOpen(report, 'comments-open')) return 'answer';
  return writingStep(report, lacking) ?? approvingStep(report);
}

function remainsOf(step: ReportStep, report: Known | null, lacking: number | null): number | null {
  if (step === 'complete') return lacking;
  return step === 'write' && report ? unwritten(report) : null;
}

/** The steps of a year that is frozen, and from which nothing differs: what it lacked is not told to be done. */
const settledSteps = (report: Known | null, lacking: number | null): readonly StepState[] =>
  reportSteps.map((step) => {
    const isLacking = (step === 'complete' || step === 'write') && remainsOf(step, report, lacking) !== 0;
    return { step, state: step === 'hand-out' ? 'now' : isLacking ? 'frozen' : 'done', remains: null };
  });

/**
 * Every step with how far it is: nothing counts as done because somebody looked at it. Of a year that is frozen, and from
 * which nothing differs, nothing remains: what it lacks is told again where a correction is at work.
 */
export function stepsOf(report: Known | null, lacking: number | null = null): readonly StepState[] {
  const next = stepNow(report, lacking);
  if (next === 'hand-out') return settledSteps(report, lacking);
  const now = reportSteps.indexOf(next);
  return reportSteps.map((step, at) => {
    const remains = remainsOf(step, report, lacking);
    const isCounted = step === 'complete' || step === 'write';
    const isDone = isCounted ? remains === 0 : at < now;
    if (at === now) return { step, state: 'now', remains };
    return { step, state: isDone ? 'done' : at < now ? 'open' : 'later', remains };
  });
}
