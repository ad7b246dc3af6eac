import { epochDayOf, type Temporal } from '../../time';
import { shareTone, type PaidShare, type ShareTone } from '../balance';
import { isSilent, waitingDays } from '../contact';
import { pairingStanding } from '../pairing-standing';
import { runningPairingStates, type PairingState } from '../pairing-states';

/** Why somebody has to do something about a pairing, most urgent first. */
export const reasonsToAct = [
  'no-contact',
  'obligation-red',
  'obligation-amber',
  'end-overdue',
  'agreement-unsigned',
  'consent-waiting',
  'countersign-waiting',
] as const;

/** Why somebody has to do something about a pairing. */
export type ReasonToAct = (typeof reasonsToAct)[number];

/** What is to be done next about a pairing. */
export type Remedy =
  | 'arrange-visit'
  | 'pay-obligation'
  | 'decide-end'
  | 'write-agreement'
  | 'sign-agreement'
  | 'remind-of-consent'
  | 'countersign';

/** Mentor, mentee and school sign. */
export const signaturesNeeded = 3;

/** An observation may wait so many days for its countersignature before it is on the list. */
export const countersignDays = 7;

/** The two may think so many days about a pairing that was laid before them before it is on the list. */
export const consentDays = 7;

/** So many days back what ended unpaid is still owed, where the mentee's side has no term that runs. */
export const owedDaysOutsideTerms = 120;

/** What is looked at to see whether a pairing needs somebody. */
export interface WatchedPairing {
  readonly state: PairingState;
  /** The last contact, or the first day where there was none. */
  readonly since: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate | null;
  /** `asks`: the register's words leave something to be said; `read`: they are understood; `written`: written here. */
  readonly agreementState: 'asks' | 'read' | 'written';
  readonly signatures: number;
  /** A text waits for names beside the one in force. */
  readonly hasRevision: boolean;
  /** Of every period, also such as are over or to come. */
  readonly shares: readonly PaidShare[];
  /** The first day of the term that the mentee's side is in, or `owedDaysOutsideTerms` ago. */
  readonly owedSince: Temporal.PlainDate;
  /** When it was laid before the two, or null. */
  readonly askedOn: Temporal.PlainDate | null;
  /** Days on which observations were submitted that nobody has countersigned. */
  readonly submittedOn: readonly Temporal.PlainDate[];
}

type Watch = (pairing: WatchedPairing, today: Temporal.PlainDate) => boolean;

/** The two work with each other, whatever day it is. */
const isWorking: Watch = ({ state }) => runningPairingStates.has(state);

/** Somebody is expected to come and to pay: the pairing runs, is not paused, and its last day has not gone. */
export const isUnderWay: Watch = (pairing, today) =>
  pairingStanding(pairing, today) === 'running' && pairing.state !== 'paused';

/** A share is looked at while it holds, and when it ended unpaid no earlier than what is still owed: red until it is paid. */
export function isInView(share: PaidShare, owedSince: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  if (epochDayOf(share.firstDay) > epochDayOf(today)) return false;
  const holds = epochDayOf(share.lastDay) >= epochDayOf(today);
  return holds || (share.done < share.due && epochDayOf(share.lastDay) >= epochDayOf(owedSince));
}

const hasShare =
  (tone: ShareTone): Watch =>
  (pairing, today) =>
    isUnderWay(pairing, today) &&
    pairing.shares.some((share) => isInView(share, pairing.owedSince, today) && shareTone(share, today) === tone);

/**
 * Are names missing here under the agreement in force? Words of the register that nobody understood are no agreement yet;
 * whatever was signed on paper shows no name either. Of what ended nobody asks it.
 */
export const areNamesMissing = ({
  state,
  agreementState,
  signatures,
}: Pick<WatchedPairing, 'state' | 'agreementState' | 'signatures'>): boolean =>
  (state === 'agreed' && signatures < signaturesNeeded) ||
  (runningPairingStates.has(state) && (agreementState === 'asks' || signatures < signaturesNeeded));

/** What the register knows was signed on paper and asks nobody; what is written here has to be signed, a revision too. */
const isUnsigned: Watch = (pairing, today) => {
  if (isWorking(pairing, today) && (pairing.hasRevision || pairing.agreementState === 'read'))
    return pairing.hasRevision;
  return areNamesMissing(pairing);
};

const rules: Readonly<Record<ReasonToAct, Watch>> = {
  'no-contact': (pairing, today) => isUnderWay(pairing, today) && isSilent(pairing.since, today),
  'obligation-red': hasShare('red'),
  'obligation-amber': hasShare('amber'),
  'end-overdue': (pairing, today) => pairingStanding(pairing, today) === 'overdue',
  'agreement-unsigned': isUnsigned,
  'consent-waiting': ({ state, askedOn }, today) =>
    state === 'consenting' && askedOn !== null && waitingDays(askedOn, today) > consentDays,
  'countersign-waiting': (pairing, today) =>
    isWorking(pairing, today) && pairing.submittedOn.some((day) => waitingDays(day, today) > countersignDays),
};

/** Every reason to act on a pairing, most urgent first; none where all is well. */
export const reasonsOf = (pairing: WatchedPairing, today: Temporal.PlainDate): readonly ReasonToAct[] =>
  reasonsToAct.filter((reason) => rules[reason](pairing, today));

/** Days beyond these are not told apart. */
const mostDays = 9999;

/** Greater is more urgent: by the first reason, then by days without contact. */
export function urgencyOf(pairing: WatchedPairing, today: Temporal.PlainDate): number {
  const [first] = reasonsOf(pairing, today);
  const rank = first ? reasonsToAct.length - reasonsToAct.indexOf(first) : 0;
  return rank * (mostDays + 1) + Math.min(mostDays, waitingDays(pairing.since, today));
}

const steps = {
  'no-contact': 'arrange-visit',
  'obligation-red': 'pay-obligation',
  'obligation-amber': 'pay-obligation',
  'end-overdue': 'decide-end',
  'agreement-unsigned': 'sign-agreement',
  'consent-waiting': 'remind-of-consent',
  'countersign-waiting': 'countersign',
} as const satisfies Record<ReasonToAct, Remedy>;

/** What is to be done about the most urgent reason; an agreement is written, or its revision is, before it is signed. */
export function remedyOf(
  reasons: readonly ReasonToAct[],
  { agreementState, hasRevision }: Pick<WatchedPairing, 'agreementState' | 'hasRevision'>,
): Remedy | null {
  const [first] = reasons;
  if (!first) return null;
  const isUnwritten = agreementState === 'asks' && !hasRevision;
  return first === 'agreement-unsigned' && isUnwritten ? 'write-agreement' : steps[first];
}
