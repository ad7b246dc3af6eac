import type { Problem, ProblemName } from '@qinglan/contracts';
import { problemKinds } from '@qinglan/contracts';
import type { ProblemExtras } from './refused';

/** The languages in which the server itself speaks; Uyghur falls back to zh. */
export type SpokenLanguage = 'zh' | 'en';

/** The language of an `Accept-Language` header: en where it is asked for before zh, else zh. */
export function spokenLanguage(header: string | undefined): SpokenLanguage {
  const wanted = (header ?? '').toLowerCase().split(',');
  const first = wanted.map((part) => part.trim().slice(0, 2)).find((part) => ['zh', 'en', 'ug'].includes(part));
  return first === 'en' ? 'en' : 'zh';
}

/** A problem as it goes out, in the reader's language. */
export function describeProblem(kind: ProblemName, extras: ProblemExtras, language: SpokenLanguage): Problem {
  const { cause: _inside, ...shown } = extras;
  return {
    type: `/problems/${kind}`,
    title: problemKinds[kind].title[language],
    status: problemKinds[kind].status,
    ...shown,
  };
}
