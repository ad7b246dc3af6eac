import { Injectable } from '@nestjs/common';
import { type Listing, listPage, type Narrowing, search, where } from '@qinglan/api-directory';
import type { Read } from '@qinglan/api-platform';
import { schoolLabelJson } from '@qinglan/api-scheduling';
import type { InputOf, listMatchingCandidates, listMatchingPeople, listMatchingRounds } from '@qinglan/contracts';
import { type Actor, beijingDayOf, type MatchingRoundId, seesEverything, type Temporal } from '@qinglan/domain';
import { apartCause, currentOf, fixedPairs, room, roundCardFields, roundCardJoins } from './matching.sql';

const rounds: Listing = {
  name: 'matching-rounds',
  from: 'matching_round r',
  join: roundCardJoins,
  item: `json_build_object(${roundCardFields})`,
  keys: [
    { column: 'closes_on', type: 'date' },
    { column: 'id', type: 'uuid' },
  ],
  isNewestFirst: true,
};

// Between somebody of the list and $4, who stands on the other side or is null; $5: one of the two is of this school, or null.
const apart = apartCause('$2::uuid', 'f.from_day', {
  mentee: `CASE WHEN f.part = 'mentee' THEN f.person_id ELSE $4::uuid END`,
  mentor: `CASE WHEN f.part = 'mentor' THEN f.person_id ELSE $4::uuid END`,
});
// $2 the round, $3 whether the asker keeps it.
const people: Listing = {
  name: 'matching-people',
  from: `(SELECT mp.*, ${room} AS room, r.from_day, o.code, o.name, o.subject, o.organisation_id
    FROM matching_person mp JOIN matching_round r ON r.id = mp.round_id JOIN person o ON o.id = mp.person_id) x`,
  item: `json_build_object('id', f.person_id, 'name', f.name, 'school', ${schoolLabelJson('f.organisation_id')},
    'code', f.code, 'subject', f.subject, 'part', f.part, 'specialities', f.specialities, 'toldAt', f.told_at,
    'room', CASE WHEN f.part = 'mentor' THEN coalesce(f.room, 0) END,
    'roomLeft', CASE WHEN f.part = 'mentor' THEN greatest(0, coalesce(f.room, 0) - (SELECT count(*) FROM (${fixedPairs('$2::uuid')}) t
      WHERE t.mentor_id = f.person_id)) END,
    'current', CASE WHEN f.part = 'mentor' THEN ${currentOf('f.person_id', '$2::uuid', 'f.from_day')} END,
    'apart', CASE WHEN $4::uuid IS NOT NULL AND ($5::uuid IS NULL OR $5 IN (f.organisation_id,
      (SELECT o.organisation_id FROM person o WHERE o.id = $4::uuid))) THEN ${apart} END,
    'named', CASE WHEN $3::boolean THEN (SELECT coalesce(json_agg(json_build_object('id', w.id, 'name', o.name)
        ORDER BY w.place), '[]') FROM unnest(f.named) WITH ORDINALITY AS w (id, place) JOIN person o ON o.id = w.id) END,
    'capacity', CASE WHEN $3::boolean THEN f.capacity END,
    'hoursPerWeek', CASE WHEN $3::boolean THEN f.hours_per_week END)`,
  keys: [
    { column: 'code', type: 'text' },
    { column: 'person_id', type: 'uuid' },
  ],
};

const candidates: Listing = {
  name: 'matching-candidates',
  from: 'person c',
  item: `json_build_object('id', f.id, 'name', f.name, 'school', ${schoolLabelJson('f.organisation_id')}, 'code', f.code,
    'subject', f.subject, 'cohort', f.cohort)`,
  keys: [
    { column: 'code', type: 'text' },
    { column: 'id', type: 'uuid' },
  ],
};

/** Into the round of a cohort come its own mentors, and mentees of it or of none. */
const isOfAnother = `CASE WHEN 'mentor' = ANY (c.roles) THEN r.cohort IS NOT NULL AND c.cohort IS DISTINCT FROM r.cohort
  ELSE c.cohort <> r.cohort END`;

/** Those in a round, of it the people of the asker's school, those of a studio that the asker leads, or all. */
function whose(actor: Actor): Narrowing | null {
  if (seesEverything(actor)) return null;
  const school = actor.roles.has('coordinator') ? actor.schoolId : null;
  return {
    name: 'seen',
    values: [actor.personId, school],
    condition: (me = '', own = '') => `(r.studio_id IN (SELECT s.id FROM studio s WHERE s.lead_id = ${me}::uuid)
      OR r.id IN (SELECT mp.round_id FROM matching_person mp WHERE mp.person_id = ${me}::uuid)
      OR r.id IN (SELECT mp.round_id FROM person o JOIN matching_person mp ON mp.person_id = o.id
        WHERE o.organisation_id = ${own}::uuid))`,
    isPlannedAnew: true,
  };
}

/** How much of the people of a round somebody sees. */
export interface PeopleSeen {
  readonly roundId: MatchingRoundId;
  readonly seesWords: boolean;
  /** Who is on the other side and asks or is asked about, or null. */
  readonly otherId: string | null;
  /** What keeps two apart is told where one of them is of this school; null: wherever it is. */
  readonly apartOf: string | null;
  readonly schoolId: string | null;
}

/** Rounds, their people, and who could be taken in, a page at a time. */
@Injectable()
export class RoundListQueries {
  rounds(
    read: Read,
    actor: Actor,
    asked: { readonly query: InputOf<typeof listMatchingRounds>['query']; readonly now: Temporal.Instant },
  ): Promise<string> {
    const { query, now } = asked;
    return listPage(read, rounds, {
      limit: query.limit,
      after: query.after,
      given: [actor.personId, beijingDayOf(now).toString()],
      narrowings: [whose(actor), where('studio', query.studioId, (id) => `r.studio_id = ${id}`)],
    });
  }

  people(read: Read, query: InputOf<typeof listMatchingPeople>['query'], seen: PeopleSeen): Promise<string> {
    return listPage(read, people, {
      limit: query.limit,
      after: query.after,
      given: [seen.roundId, seen.seesWords, seen.otherId, seen.apartOf],
      narrowings: [
        where('round', seen.roundId, (id) => `x.round_id = ${id}`),
        where('part', query.part, (part) => `x.part = ${part}`),
        where('school', seen.schoolId, (id) => `x.organisation_id = ${id}`),
        where('missing', query.missing, (missing) => `(x.told_at IS NULL) = ${missing}::boolean`),
        where('q', query.q, (words) => `strpos(lower(x.code || ' ' || x.name), lower(${words}::text)) > 0`),
      ],
    });
  }

  candidates(read: Read, { params, query }: InputOf<typeof listMatchingCandidates>): Promise<string> {
    return listPage(read, candidates, {
      limit: query.limit,
      after: query.after,
      narrowings: [
        where('part', query.part, (part) => `c.roles @> ARRAY[${part}::text]`),
        where(
          'round',
          params.roundId,
          (id) => `NOT EXISTS (SELECT FROM matching_person mp WHERE mp.round_id = ${id}
          AND mp.person_id = c.id)`,
        ),
        where(
          'of-round',
          params.roundId,
          (id) => `NOT EXISTS (SELECT FROM matching_round r WHERE r.id = ${id} AND ${isOfAnother})`,
        ),
        where('school', query.schoolId, (id) => `c.organisation_id = ${id}`),
        where('cohort', query.cohort, (cohort) => `c.cohort = ${cohort}`),
        // Of whom no subject is known is offered for every subject.
        where('subject', query.subject, (subject) => `coalesce(c.subject, ${subject}) = ${subject}`),
        search(query.q, "c.code || ' ' || c.name"),
      ],
    });
  }
}
