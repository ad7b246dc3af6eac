import { countersignDays, type ReasonToAct, signaturesNeeded, silenceDays } from '@qinglan/domain';
import { isRunning, isUnderWay } from './tracking.sql';

/** How it is known of the pairing `p` that a share fails, that one is late, that all have signed, that one should countersign. */
export interface KnownBy {
  readonly red: string;
  readonly amber: string;
  readonly signed: string;
  readonly unanswered: string;
}

/** The same rules as `reasonsOf`, for the columns `state`, `agreement_state`, `to_day` and `waiting_days` of `p`. */
export const reasonRules = (today: string, known: KnownBy): Readonly<Record<ReasonToAct, string>> => ({
  'no-contact': `(${isUnderWay(today)} AND p.waiting_days >= ${String(silenceDays)})`,
  'obligation-red': `(${isUnderWay(today)} AND ${known.red})`,
  'obligation-amber': `(${isUnderWay(today)} AND ${known.amber})`,
  'end-overdue': `(${isRunning} AND coalesce(p.to_day < ${today}, false))`,
  'agreement-unsigned': `((p.state = 'agreed' AND NOT ${known.signed}) OR (${isRunning} AND
    (p.agreement_state = 'asks' OR (p.agreement_state = 'written' AND NOT ${known.signed}))))`,
  'countersign-waiting': `(${isRunning} AND ${known.unanswered})`,
});

/** All three have signed, among the signatures `g` of one pairing. */
export const allSigned = `count(*) >= ${String(signaturesNeeded)}`;

/** The observation `v` waits too long for its countersignature. */
export const isUnanswered = (today: string): string =>
  `v.state = 'submitted' AND v.submitted_at < (${today} - ${String(countersignDays)})::timestamp AT TIME ZONE 'Asia/Shanghai'`;
