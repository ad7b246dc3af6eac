import type { PairingView } from '@qinglan/contracts';
import { longestYears, readAgreement, Temporal } from '@qinglan/domain';
import { isNumber } from './obligation-draft';
import type { Terms } from './obligation-words';

/** An agreement while it is written. */
export interface AgreementDraft {
  readonly templateId: NonNullable<PairingView['template']>['id'] | null;
  readonly fromDay: string;
  readonly toDay: string;
  readonly clauses: string;
  readonly obligations: readonly Terms[];
}

/** What is missing or wrong, as keys of words to look up. */
export interface DraftFaults {
  readonly days?: 'needDays' | 'daysOrder' | 'tooLong';
  readonly obligations?: 'empty' | 'number99';
}

/** The last day of an agreement of so many months. */
export const endAfter = (fromDay: string, months: number): string =>
  Temporal.PlainDate.from(fromDay).add({ months }).subtract({ days: 1 }).toString();

const usualMonths = 12;

/** What the form begins with: the revision that waits, else the agreement as it stands, a year where its end is open. */
export function draftOf(pairing: PairingView): AgreementDraft {
  const { template, fromDay, toDay, clauses, obligations } = pairing.revision ?? pairing;
  return {
    templateId: template?.id ?? null,
    fromDay,
    toDay: toDay ?? endAfter(fromDay, usualMonths),
    clauses,
    obligations: obligations.map(({ owedBy, kind, number, per }) => ({ owedBy, kind, number, per })),
  };
}

/** The last day that a template proposes, where that is another than the one that stands; null where they agree. */
export const proposedEnd = ({ fromDay, toDay }: AgreementDraft, months: number): string | null => {
  if (fromDay === '') return null;
  const end = endAfter(fromDay, months);
  return end === toDay ? null : end;
};

/** What has to be mended before it can be saved; the server asks the same. */
export function faultsOf({ fromDay, toDay, obligations }: AgreementDraft): DraftFaults {
  const days = daysFault(fromDay, toDay);
  const rows =
    obligations.length === 0 ? 'empty' : obligations.every(({ number }) => isNumber(number)) ? null : 'number99';
  return { ...(days && { days }), ...(rows && { obligations: rows }) };
}

function daysFault(fromDay: string, toDay: string): DraftFaults['days'] {
  if (fromDay === '' || toDay === '') return 'needDays';
  if (toDay < fromDay) return 'daysOrder';
  return toDay > Temporal.PlainDate.from(fromDay).add({ years: longestYears }).toString() ? 'tooLong' : undefined;
}

/** The pieces of an agreement of the register that are not understood yet. */
export const unreadOf = ({
  words,
  agreementState,
}: Pick<PairingView, 'words' | 'agreementState'>): readonly string[] =>
  words === null || agreementState !== 'asks' ? [] : readAgreement(words).unread;
