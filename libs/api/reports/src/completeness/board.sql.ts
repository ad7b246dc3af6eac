import { statement, type Statement } from '@qinglan/api-platform';
import { itemLacksByCategory, meetingDays, type DaySpan, type Slot } from '@qinglan/domain';

/** What the board is asked about: a month, as far as it is over, and one school or all. */
export interface Asked {
  readonly slot: Slot;
  readonly span: DaySpan;
  readonly schoolId: string | null;
}

/** The values that every statement of the board begins with. */
export const valuesOf = ({ slot, span, schoolId }: Asked): readonly unknown[] => [
  slot.startsAt.toString(),
  slot.endsAt.toString(),
  span.firstDay.toString(),
  span.lastDay.toString(),
  schoolId,
];

/** A statement of the board in two texts: one school has its own index, and its own plan. */
export interface BoardStatement {
  readonly all: Statement;
  readonly school: Statement;
}

// $1 and $2 the month as instants, $3 and $4 as days up to today, $5 the school; named here so that each has its type.
const asked = `asked AS (SELECT $1::timestamptz, $2::timestamptz, $3::date, $4::date, $5::uuid)`;

/** Declares a statement: the text gets the conditions for a lesson’s end, for a pairing and for an item. */
export const boardStatement = (name: string, text: (narrow: Narrow) => string): BoardStatement => ({
  all: statement(`completeness-${name}-all`, `WITH ${asked}, ${text(everywhere)}`),
  school: statement(`completeness-${name}-school`, `WITH ${asked}, ${text(ofSchool)}`),
});

/** Conditions on `e`, an end of a lesson, `p`, a pairing, `i`, an item, and `c`, a count of a school. */
export interface Narrow {
  readonly end: string;
  readonly pairing: string;
  readonly item: string;
  readonly count: string;
}

const everywhere: Narrow = { end: 'true', pairing: 'true', item: 'true', count: 'true' };
const ofSchool: Narrow = {
  end: 'e.school_id = $5',
  pairing: '(p.mentor_school_id = $5 OR p.mentee_school_id = $5)',
  item: '(i.host_id = $5 OR i.sender_id = $5)',
  count: 'c.school_id = $5',
};

/** CTE `ends`: the ends of the month’s lessons. */
export const endsOf = ({ end }: Narrow): string => `ends AS MATERIALIZED (
  SELECT e.* FROM report_board_lesson e WHERE e.starts_at >= $1 AND e.starts_at < $2 AND ${end})`;

const sharedDays = (first: string, last: string): string =>
  `greatest(0, least($4, ${last}) - greatest($3, ${first}) + 1)`;

const worked = `${sharedDays('p.first_day', `coalesce(p.last_day, 'infinity')`)} - coalesce((
  SELECT sum(${sharedDays('z.first_day', `coalesce(z.last_day, 'infinity')`)}) FROM report_board_pause z
  WHERE z.pairing_id = p.id), 0)`;

/** CTEs `met` and `ran`: pairings that should have met in the month, and whether they did, as `shouldHaveMet` says. */
export const pairingsOf = ({ pairing }: Narrow): string => `met AS MATERIALIZED (
  SELECT DISTINCT pairing_id FROM report_board_contact WHERE on_day BETWEEN $3 AND $4
), ran AS MATERIALIZED (
  SELECT p.*, p.id IN (SELECT pairing_id FROM met) AS has_met FROM report_board_pairing p
  WHERE p.first_day <= $4 AND (p.last_day IS NULL OR p.last_day >= $3) AND ${pairing}
    AND ${worked} >= ${String(meetingDays)})`;

const isUnknown = {
  day: `(i.first_day = date_trunc('month', i.first_day)::date AND i.last_day >= i.first_day + 27)`,
  ordinal: 'i.ordinal IS NULL',
  sender: 'i.sender_id IS NULL',
  host: 'i.host_id IS NULL',
  people: 'i.people IS NULL',
  enrolled: 'i.enrolled IS NULL',
  attended: 'i.attended IS NULL',
  completed: 'i.completed IS NULL',
} as const;

const lacksOfCategory = Object.entries(itemLacksByCategory).map(
  ([category, lacks]) =>
    `WHEN '${category}' THEN ARRAY[${lacks.map((lack) => `CASE WHEN ${isUnknown[lack]} THEN '${lack}' END`).join(', ')}]`,
);

/** CTE `held`: items whose days touch the month, with what is not known of each, as `lacksOfItem` says. */
export const itemsOf = ({ item }: Narrow): string => `held AS MATERIALIZED (
  SELECT i.*, array_remove(CASE i.category ${lacksOfCategory.join(' ')} END, NULL) AS lacks FROM report_item i
  WHERE i.first_day <= $4 AND i.last_day >= $3 AND ${item})`;

/** CTE `counts`: a row for each school with anything to expect; needs `ends`, `ran` and `held`. */
export const countsOf = ({ count }: Narrow): string => `parts AS (
  SELECT school_id, count(*) AS lessons, count(lack) AS lacking, count(*) FILTER (WHERE lack = 'signature') AS unsigned,
    0 AS pairings, 0 AS silent, 0 AS items, 0 AS unknown FROM ends GROUP BY school_id
  UNION ALL
  SELECT school_id, 0, 0, 0, count(*), count(*) FILTER (WHERE NOT has_met), 0, 0 FROM (
    SELECT id, has_met, mentor_school_id AS school_id FROM ran UNION SELECT id, has_met, mentee_school_id FROM ran) AS p
  GROUP BY school_id
  UNION ALL
  SELECT school_id, 0, 0, 0, 0, 0, count(*), count(*) FILTER (WHERE lacks <> '{}') FROM (
    SELECT id, lacks, host_id AS school_id FROM held UNION SELECT id, lacks, sender_id FROM held) AS i
  WHERE school_id IS NOT NULL GROUP BY school_id
), counts AS MATERIALIZED (
  SELECT c.school_id, sum(lessons)::int AS lessons, sum(lacking)::int AS lacking, sum(unsigned)::int AS unsigned,
    sum(pairings)::int AS pairings, sum(silent)::int AS silent, sum(items)::int AS items, sum(unknown)::int AS unknown,
    sum(lacking + silent + unknown)::int AS missing, sum(lessons + pairings + items)::int AS expected
  FROM parts c WHERE ${count} GROUP BY c.school_id)`;

/** Somebody to ask as JSON; `p` is of the view of people. */
export const personJson = (alias: string): string =>
  `json_build_object('id', ${alias}.id, 'name', ${alias}.name, 'school', ${alias}.school)`;

/** The coordinators of a school as JSON. */
export const coordinatorsJson = (schoolId: string): string => `(
  SELECT coalesce(json_agg(${personJson('k')} ORDER BY k.code), '[]') FROM report_board_person k
  WHERE k.school_id = ${schoolId} AND k.coordinates)`;
