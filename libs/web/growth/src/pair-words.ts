import type { GrowthView } from '@qinglan/contracts';
import type { Languages } from '@qinglan/web-platform';

const isolated = (name: string): string => `\u2068${name}\u2069`;

/** Who guides whom, in the order in which the language is read. */
export const pairWords = (
  languages: Pick<Languages, 'say'>,
  { mentor, mentee }: Pick<GrowthView['pairing'], 'mentor' | 'mentee'>,
): string => languages.say('growth.pair', { mentor: isolated(mentor.name), mentee: isolated(mentee.name) });
