import type { YearlyReportView } from '@qinglan/contracts';

/** The steps of a year's report, in their order. */
export const reportSteps = ['complete', 'write', 'answer', 'approve', 'freeze', 'hand-out'] as const;

/** A step of a year's report. */
export type ReportStep = (typeof reportSteps)[number];

/** How far a step is; `now` is where somebody has to do something. */
export interface StepState {
  readonly step: ReportStep;
  readonly state: 'done' | 'now' | 'later';
}

type Known = Pick<YearlyReportView, 'state' | 'hindrances' | 'changes'>;

const isOpen = (report: Known, kind: Known['hindrances'][number]['kind']): boolean =>
  report.hindrances.some((hindrance) => hindrance.kind === kind);

/** The step to be done now: the first that is not done. */
export function stepNow(report: Known | null): ReportStep {
  if (report === null) return 'complete';
  if (report.state === 'freezing') return 'freeze';
  // An issue is handed out until something differs from it.
  if (report.state === 'issued' && report.changes.length === 0) return 'hand-out';
  if (isOpen(report, 'comments-open')) return 'answer';
  return isOpen(report, 'approval-missing') || isOpen(report, 'figures-moved') ? 'approve' : 'freeze';
}

/** Every step with how far it is. */
export function stepsOf(report: Known | null): readonly StepState[] {
  const now = reportSteps.indexOf(stepNow(report));
  return reportSteps.map((step, at) => ({ step, state: at < now ? 'done' : at === now ? 'now' : 'later' }));
}
