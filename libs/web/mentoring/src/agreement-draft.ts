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

/** What the form begins with: the agreement as it stands, a year where its end is open. */
export const draftOf = (pairing: PairingView): AgreementDraft => ({
  templateId: pairing.template?.id ?? null,
  fromDay: pairing.fromDay,
  toDay: pairing.toDay ?? endAfter(pairing.fromDay, usualMonths),
  clauses: pairing.clauses,
  obligations: pairing.obligations.map(({ owedBy, kind, number, per }) => ({ owedBy, kind, number, per })),
});

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
