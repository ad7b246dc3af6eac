import { type ReasonToAct, reasonsToAct } from '@qinglan/domain';
import type { Question } from './question';
import { allSigned, isUnanswered, reasonRules, unconsentedPairings } from './reasons.sql';
import { isOpenPairing } from '../standing.sql';
import { isAmber, isAtRisk, isRed } from './tracking.sql';

/** What a page of the list is asked with: places in the statement. */
export interface Turn {
  readonly limit: string;
  /** Where the page begins. */
  readonly rank: string;
  readonly days: string;
  readonly id: string;
  /** Only pairings that have this reason, among others. */
  readonly reason: ReasonToAct | undefined;
  /** A condition on `p`: every pairing that meets it, also such as need nobody; null for those that need somebody. */
  readonly wanted: string | null;
}

const watchedStates = `${isOpenPairing('p')} AND p.state <> 'nominated'`;

// Sets of pairings: each is made once, and only when somebody asks for it.
function setsOf({ today, inView, narrowed }: Question): string {
  // Few pairings are looked up one by one; of all of them the whole table is read.
  const ofPicked = (id: string) => (narrowed === 'true' ? '' : `AND ${id} IN (SELECT id FROM picked)`);
  return `
  tones AS MATERIALIZED (
    SELECT s.pairing_id, bool_or(${isRed(today)}) AS red, bool_or(${isAmber(today)}) AS amber FROM obligation_share s
    WHERE ${inView} AND ${isAtRisk(today)} ${ofPicked('s.pairing_id')} GROUP BY s.pairing_id
  ), signed AS MATERIALIZED (
    SELECT g.pairing_id FROM agreement_signature g WHERE g.revision_id IS NULL ${ofPicked('g.pairing_id')} GROUP BY g.pairing_id HAVING ${allSigned}
  ), unanswered AS MATERIALIZED (
    SELECT DISTINCT v.pairing_id FROM observation v WHERE ${isUnanswered(today)} ${ofPicked('v.pairing_id')}
  ), unconsented AS MATERIALIZED (${unconsentedPairings(today)} ${ofPicked('laid.id')}
  )`;
}

const known = {
  red: 'p.id IN (SELECT pairing_id FROM tones WHERE red)',
  amber: 'p.id IN (SELECT pairing_id FROM tones WHERE amber)',
  signed: 'p.id IN (SELECT pairing_id FROM signed)',
  revised: `p.id IN (SELECT pairing_id FROM agreement_revision WHERE state = 'draft')`,
  unanswered: 'p.id IN (SELECT pairing_id FROM unanswered)',
  unconsented: 'p.id IN (SELECT id FROM unconsented)',
};

const ranked = reasonsToAct.map((reason, place) => ({ reason, rank: reasonsToAct.length - place }));
const [mostUrgent, ...others] = ranked;

const after = ({ rank, days, id }: Turn, own: string): string =>
  `(${own} < ${rank} OR (${own} = ${rank} AND (p.waiting_days < ${days} OR (p.waiting_days = ${days} AND p.id > ${id}))))`;

/**
 * The page in two steps: who was not seen for three weeks comes first and needs neither shares nor signatures; only where
 * these do not fill the page is it looked what else there is.
 */
function stepsOf(question: Question, turn: Turn): string {
  const rules = reasonRules(question.today, known);
  const first = mostUrgent
    ? { rule: rules[mostUrgent.reason], rank: String(mostUrgent.rank) }
    : { rule: 'false', rank: '0' };
  const wanted = turn.reason ? ` AND ${rules[turn.reason]}` : '';
  const cases = others.map(({ reason, rank }) => `WHEN ${rules[reason]} THEN ${String(rank)}`).join(' ');
  const order = 'waiting_days DESC, id';
  return `silent AS MATERIALIZED (
    SELECT p.*, ${first.rank} AS rank FROM picked p WHERE ${first.rule} AND ${after(turn, first.rank)}${wanted}
    ORDER BY ${order} LIMIT ${turn.limit} + 1
  ), ranked AS MATERIALIZED (
    SELECT p.*, CASE ${cases} ELSE 0 END AS rank FROM picked p
    WHERE (SELECT count(*) FROM silent) <= ${turn.limit} AND NOT ${first.rule}${wanted}
  ), rest AS (
    SELECT * FROM ranked p WHERE ${turn.wanted ? '' : 'rank > 0 AND '}${after(turn, 'rank')}
    ORDER BY rank DESC, ${order} LIMIT ${turn.limit} + 1
  ), found AS MATERIALIZED (
    SELECT * FROM (SELECT * FROM silent UNION ALL SELECT * FROM rest) AS both_of_them
    ORDER BY rank DESC, ${order} LIMIT ${turn.limit} + 1)`;
}

/** CTEs that end in `found`: one row more than the page holds, most urgent first. */
export function foundOf(question: Question, turn: Turn): string {
  const { today, narrowed, asked } = question;
  const wanted = turn.wanted ?? watchedStates;
  return `${asked}, picked AS MATERIALIZED (
    SELECT p.id, p.state, p.agreement_state, p.to_day, p.mentor_id, p.mentee_id, p.studio_id, p.waiting_since AS since,
      least(9999, greatest(0, ${today} - p.waiting_since)) AS waiting_days
    FROM pairing p WHERE ${wanted} AND ${narrowed}
  ), ${setsOf(question)}, ${stepsOf(question, turn)}`;
}
