import { type Problem, problemName } from '@qinglan/contracts';

interface Answer {
  readonly status: number;
  readonly problem: Problem | null;
}

/** The name of the problem that was answered, or null where nothing was refused. */
export const kindOf = ({ problem }: Pick<Answer, 'problem'>): string | null => problem && problemName(problem);

/** The status with the name of the problem, as `409 gate-closed`; `200 fine` where nothing was refused. */
export const problemOf = (answer: Answer): string => `${String(answer.status)} ${kindOf(answer) ?? 'fine'}`;
