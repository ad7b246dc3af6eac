import type { PairingCard } from '@qinglan/contracts';
import type { Languages } from '@qinglan/web-platform';

/** Whose names are still missing under a revision, as one reads them; empty where none waits. */
export const awaitedNames = (
  languages: Pick<Languages, 'say'>,
  { revisionAwaits }: Pick<PairingCard, 'revisionAwaits'>,
): string =>
  revisionAwaits
    .map((party) => languages.say(`mentoring.agreement.party.${party}`))
    .join(languages.say('mentoring.and'));
