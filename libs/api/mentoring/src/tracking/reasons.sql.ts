import { consentDays, countersignDays, type ReasonToAct, signaturesNeeded, silenceDays } from '@qinglan/domain';
import { isStanding, isWorking } from '../standing.sql';
import { isUnderWay } from './tracking.sql';

/** How it is known of the pairing `p` that a share fails, that one is late, that all have signed, that a revision waits, that one should countersign or answer. */
export interface KnownBy {
  readonly red: string;
  readonly amber: string;
  readonly signed: string;
  readonly revised: string;
  readonly unanswered: string;
  readonly unconsented: string;
}

/** The same rules as `reasonsOf`, for the columns `state`, `agreement_state`, `to_day` and `waiting_days` of `p`. */
export const reasonRules = (today: string, known: KnownBy): Readonly<Record<ReasonToAct, string>> => ({
  'no-contact': `(${isUnderWay(today)} AND p.waiting_days >= ${String(silenceDays)})`,
  'obligation-red': `(${isUnderWay(today)} AND ${known.red})`,
  'obligation-amber': `(${isUnderWay(today)} AND ${known.amber})`,
  'end-overdue': isStanding.overdue('p', today),
  'agreement-unsigned': `((p.state = 'agreed' AND NOT ${known.signed}) OR (${isWorking('p')} AND
    (p.agreement_state = 'asks' OR (p.agreement_state = 'written' AND NOT ${known.signed}) OR ${known.revised})))`,
  'consent-waiting': `(p.state = 'consenting' AND ${known.unconsented})`,
  'countersign-waiting': `(${isWorking('p')} AND ${known.unanswered})`,
});

/** All three have signed, among the signatures `g` of one pairing. */
export const allSigned = `count(*) >= ${String(signaturesNeeded)}`;

/** The observation `v` waits too long for its countersignature, replied to or not. */
export const isUnanswered = (today: string): string =>
  `v.stage = 'waiting' AND v.submitted_at < (${today} - ${String(countersignDays)})::timestamp AT TIME ZONE 'Asia/Shanghai'`;

/** Pairings that were laid before the two and wait too long for their word: history knows since when. */
export const unconsentedPairings = (today: string): string => `
  SELECT laid.id FROM pairing laid WHERE laid.state = 'consenting' AND (SELECT max(h.at) FROM history h
    WHERE h.subject_id = laid.id AND h.act = 'pairing.consenting')
    < (${today} - ${String(consentDays)})::timestamp AT TIME ZONE 'Asia/Shanghai'`;
