import { type Problem, problemKinds, type ProblemName } from '@qinglan/contracts';
import type { LanguageCode } from '@qinglan/web-platform';

/** A row that was refused, by its place in the request, and the problem that it met. */
export interface RefusedRow {
  readonly at: number;
  readonly problem: ProblemName;
}

/** What `some-refused` names. */
export function refusedRows({ errors = [] }: Problem): readonly RefusedRow[] {
  return errors.flatMap(({ pointer, detail }) => {
    const at = /^#\/pairings\/(\d+)$/.exec(pointer)?.[1];
    return at !== undefined && detail in problemKinds ? [{ at: Number(at), problem: detail as ProblemName }] : [];
  });
}

/** The title of a problem in the language in view; Uyghur falls back to zh. */
export const titleOf = (problem: ProblemName, language: LanguageCode): string =>
  problemKinds[problem].title[language === 'en' ? 'en' : 'zh'];
