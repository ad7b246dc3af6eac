import type { Languages } from '@qinglan/web-platform';

interface Named {
  readonly name: string;
}

const isolated = (name: string): string => `\u2068${name}\u2069`;

/** Who guides whom, in the order in which the language is read. */
export const pairWords = (
  languages: Pick<Languages, 'say'>,
  { mentor, mentee }: { readonly mentor: Named; readonly mentee: Named },
): string => languages.say('growth.pair', { mentor: isolated(mentor.name), mentee: isolated(mentee.name) });
