import { apartCauses } from '@qinglan/domain';
import { personJson } from '../growth/sql';

/** A pairing that was laid before the two and did not lapse: it takes a place and does not move. */
export const laidPairs = (round: string): string =>
  `SELECT ml.mentee_id, ml.mentor_id FROM matching_laid ml JOIN pairing p ON p.id = ml.pairing_id
   WHERE ml.round_id = ${round} AND p.state <> 'lapsed'`;

/** Pairs that take a place: laid ones, and pinned ones that nobody has declined. */
export const fixedPairs = (round: string): string =>
  `${laidPairs(round)} UNION
   SELECT mr.mentee_id, mr.mentor_id FROM matching_rule mr WHERE mr.round_id = ${round} AND mr.kind = 'pin'
     AND NOT EXISTS (SELECT FROM matching_laid ml WHERE ml.round_id = mr.round_id AND ml.mentee_id = mr.mentee_id
       AND ml.mentor_id = mr.mentor_id)`;

/** Places of a mentor `mp` in the round `r`: what `roomOf` of the domain says, in exact decimals; null: not told. */
export const room = `CASE WHEN mp.capacity IS NULL OR mp.hours_per_week IS NULL THEN mp.capacity
  ELSE least(mp.capacity, floor(mp.hours_per_week / r.hours_per_mentee))::integer END`;

/** A pairing `p` of elsewhere that still runs on the day from which the round pairs. */
export const runsElsewhere = (round: string, fromDay: string): string =>
  `p.state NOT IN ('completed', 'extended', 'handed-over', 'dissolved', 'lapsed')
   AND (p.to_day IS NULL OR p.to_day >= ${fromDay})
   AND NOT EXISTS (SELECT FROM matching_laid ml WHERE ml.pairing_id = p.id AND ml.round_id = ${round})`;

/** Pairings `p` of two who are both in the round. */
const bothInRound = (round: string): string =>
  `matching_person me JOIN pairing p ON p.mentee_id = me.person_id
   JOIN matching_person mo ON mo.round_id = me.round_id AND mo.person_id = p.mentor_id AND mo.part = 'mentor'
   WHERE me.round_id = ${round} AND me.part = 'mentee'`;

/**
 * Pairs of the round that cannot be had, with the cause: forbidden, declined before, guiding each other already or asked
 * to elsewhere, or once paired from the very same day. A pair may be there for several causes.
 */
export const apartPairs = (round: string, fromDay: string): string =>
  `SELECT mr.mentee_id, mr.mentor_id, 'forbidden' AS cause FROM matching_rule mr
   WHERE mr.round_id = ${round} AND mr.kind = 'forbid'
   UNION ALL SELECT ml.mentee_id, ml.mentor_id, 'declined' FROM matching_laid ml JOIN pairing p ON p.id = ml.pairing_id
   WHERE ml.round_id = ${round} AND p.state = 'lapsed'
   UNION ALL SELECT p.mentee_id, p.mentor_id,
     CASE WHEN p.state IN ('nominated', 'consenting') THEN 'asked' ELSE 'paired' END
   FROM ${bothInRound(round)} AND ${runsElsewhere(round, fromDay)}
   UNION ALL SELECT p.mentee_id, p.mentor_id, 'paired-that-day'
   FROM ${bothInRound(round)} AND p.from_day = ${fromDay} AND p.state <> 'lapsed'
     AND NOT EXISTS (SELECT FROM matching_laid ml WHERE ml.round_id = ${round} AND ml.pairing_id = p.id)`;

/** Two people, by the SQL that gives their ids. */
interface PairSql {
  readonly mentee: string;
  readonly mentor: string;
}

const causes = apartCauses.map((cause) => `'${cause}'`).join(', ');
/** Of several causes the first is said. */
export const causeOrder = (cause: string): string => `array_position(ARRAY[${causes}], ${cause})`;
const firstCause = (apart: string, { mentee, mentor }: PairSql): string =>
  `(SELECT t.cause FROM (${apart}) t WHERE t.mentee_id = ${mentee} AND t.mentor_id = ${mentor}
    ORDER BY ${causeOrder('t.cause')} LIMIT 1)`;

/** The first cause that keeps the two apart, or null. */
export const apartCause = (round: string, fromDay: string, pair: PairSql): string =>
  firstCause(apartPairs(round, fromDay), pair);

/** The first cause that keeps the two apart besides a rule, or null. */
export const apartByThemselves = (round: string, fromDay: string, pair: PairSql): string =>
  firstCause(`SELECT * FROM (${apartPairs(round, fromDay)}) a WHERE a.cause <> 'forbidden'`, pair);

/** Mentees whom a mentor will be guiding already, without those of this round. */
export const currentOf = (mentor: string, round: string, fromDay: string): string =>
  `(SELECT count(*)::integer FROM pairing p WHERE p.mentor_id = ${mentor} AND ${runsElsewhere(round, fromDay)})`;

const isMine = `$2::uuid IN (ml.mentee_id, ml.mentor_id)`;
const mayConsent = `p.state = 'consenting' AND CASE WHEN ml.mentor_id = $2::uuid
  THEN p.mentor_consented_at ELSE p.mentee_consented_at END IS NULL`;

/** The asker ($2) has to tell a wish or an offer today ($3), or to say a word on a pair. */
const waitsForMe = `(f.state = 'open' AND me.told_at IS NULL AND me.part IS NOT NULL
    AND $3::date BETWEEN f.opens_on AND f.closes_on)
  OR EXISTS (SELECT FROM matching_laid ml JOIN pairing p ON p.id = ml.pairing_id
    WHERE ml.round_id = f.id AND ${isMine} AND ${mayConsent})`;

/** Fields of a round `f` for the asker $2 on the day $3. */
export const roundCardFields = `'id', f.id, 'title', f.title, 'cohort', f.cohort, 'state', f.state,
  'studio', CASE WHEN s.id IS NOT NULL THEN json_build_object('id', s.id, 'subject', s.subject) END,
  'opensOn', f.opens_on, 'closesOn', f.closes_on, 'mentors', n.mentors, 'mentees', n.mentees, 'told', n.told,
  'part', me.part, 'waitsForMe', ${waitsForMe}`;

/** What `roundCardFields` reads from, beside a round `f`. */
export const roundCardJoins = `LEFT JOIN studio s ON s.id = f.studio_id
  LEFT JOIN matching_person me ON me.round_id = f.id AND me.person_id = $2::uuid
  CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE mp.part = 'mentor') AS mentors,
    count(*) FILTER (WHERE mp.part = 'mentee') AS mentees, count(mp.told_at) AS told
    FROM matching_person mp WHERE mp.round_id = f.id) n`;

/** Pairs of the asker $2 that were laid before the two. */
export const laidBeforeMe = `(SELECT coalesce(json_agg(json_build_object('pairingId', p.id, 'version', p.version,
    'state', p.state, 'mayConsent', ${mayConsent}, 'other', ${personJson('o')}::jsonb
      || jsonb_build_object('subject', o.subject, 'specialities', om.specialities)) ORDER BY o.code), '[]')
  FROM matching_laid ml JOIN pairing p ON p.id = ml.pairing_id
  JOIN person o ON o.id = CASE WHEN ml.mentor_id = $2::uuid THEN ml.mentee_id ELSE ml.mentor_id END
  JOIN matching_person om ON om.round_id = ml.round_id AND om.person_id = o.id
  WHERE ml.round_id = f.id AND ${isMine})`;
