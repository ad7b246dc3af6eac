import { problemName, type Problem, type ProblemName } from '@qinglan/contracts';

/** What a call can fail with: a problem of the interface, or no answer at all. */
export type FailureName = ProblemName | 'offline';

const offlineType = '/problems/offline';

/** An answer that is a problem; `name` is what code switches on. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
    this.name = 'ProblemError';
  }

  get kind(): FailureName {
    return failureName(this.problem);
  }
}

/** The name of a problem to switch on, `offline` where no answer came. */
export const failureName = (problem: Problem): FailureName =>
  problem.type === offlineType ? 'offline' : problemName(problem);

/** Is the error this problem? */
export const isProblem = (error: unknown, name: FailureName): error is ProblemError =>
  error instanceof ProblemError && error.kind === name;

/** The problem for a call that got no answer. */
export const offlineProblem = (title: string): Problem => ({ type: offlineType, title, status: 0 });

/** The problem in an error; what is none of ours becomes `unexpected`, and its words, meant for engineers, are not shown. */
export const problemOf = (error: unknown): Problem =>
  error instanceof ProblemError ? error.problem : { type: '/problems/unexpected', title: '', status: 500 };
