import { inject, Injectable } from '@angular/core';
import type { Problem } from '@qinglan/contracts';
import { problemOf } from './api/problem-error';
import { Languages } from './language/languages';

/** Says a problem in one sentence of the language in view; the server has already chosen its title's language. */
@Injectable({ providedIn: 'root' })
export class ProblemText {
  private readonly languages = inject(Languages);

  /** Title and detail of a problem, or of whatever was thrown. */
  of(problemOrError: unknown): string {
    const problem = isProblemShape(problemOrError) ? problemOrError : problemOf(problemOrError);
    const title = problem.title || this.languages.say('problem.unexpected');
    const isOurs = problem.status > 0 && problem.status < 500;
    return isOurs && problem.detail ? `${title}${this.languages.say('problem.colon')}${problem.detail}` : title;
  }

  /** The fault at a field of the body, for instance `/topic`. */
  at(problem: Problem, pointer: string): string | null {
    return problem.errors?.find((error) => error.pointer === `#${pointer}`)?.detail ?? null;
  }
}

const isProblemShape = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'type' in value && 'title' in value && 'status' in value;
