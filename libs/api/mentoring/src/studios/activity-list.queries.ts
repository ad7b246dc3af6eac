import { Injectable } from '@nestjs/common';
import { orNotFound, type Read, type Statement, statement } from '@qinglan/api-platform';
import { cursorId, cursorInstant, cursorInstantSql, readCursor } from '@qinglan/api-scheduling';
import type { InputOf, listMyActivities, listStudioActivities } from '@qinglan/contracts';
import { type Actor, activityMinutes, seesEverything, type StudioId, type Temporal } from '@qinglan/domain';
import { activityFields, activityJoins } from './activity.sql';
import { pageSql } from './page.sql';

type Mine = InputOf<typeof listMyActivities>['query'];
type OfStudio = InputOf<typeof listStudioActivities>['query'];

const item = `json_build_object(${activityFields('f')})`;
const joins = activityJoins('f', { actor: '$4::uuid', all: '$5::boolean' });
const cursor = `${cursorInstantSql('f.starts_at')} || '|' || f.id`;

// $1 limit, $2 and $3 where the page begins, $4 and $5 who reads, $6 now; $7 the studio where it is one studio's.
// No meeting is longer than eight hours, so of those still to come none began earlier: the index begins there.
const toCome = `a.ends_at > $6 AND a.starts_at > $6::timestamptz - interval '${String(activityMinutes.most)} minutes'`;
const soonestFirst = (name: string, from: string): Statement =>
  statement(
    name,
    pageSql({
      found: `SELECT a.* FROM ${from} AND (a.starts_at, a.id) > ($2::timestamptz, $3::uuid)`,
      order: 'starts_at, id',
      ...{ item, cursor, joins },
    }),
  );
const latestFirst = (name: string, from: string): Statement =>
  statement(
    name,
    pageSql({
      found: `SELECT a.* FROM ${from} AND a.ends_at <= $6 AND (a.starts_at, a.id) < ($2::timestamptz, $3::uuid)`,
      order: 'starts_at DESC, id DESC',
      ...{ item, cursor, joins },
    }),
  );

// Row by row along the key: a person has dozens of activities, and Postgres would rather read a hundred thousand.
const mine = `activity_person p
  CROSS JOIN LATERAL (SELECT * FROM activity WHERE id = p.activity_id OFFSET 0) a WHERE p.person_id = $4::uuid`;
const ofStudio = 'activity a WHERE a.studio_id = $7::uuid';
const toWriteDown = `activity a JOIN studio s ON s.id = a.studio_id
  WHERE a.state = 'scheduled' AND a.ends_at <= $6 AND ($4::uuid = a.arranged_by OR coalesce($4::uuid = s.lead_id, false))`;
const lists = {
  mine: {
    upcoming: soonestFirst('activities-mine-upcoming', `${mine} AND ${toCome}`),
    past: latestFirst('activities-mine-past', mine),
    unrecorded: soonestFirst('activities-mine-unrecorded', toWriteDown),
  },
  ofStudio: {
    upcoming: soonestFirst('activities-studio-upcoming', `${ofStudio} AND ${toCome}`),
    past: latestFirst('activities-studio-past', ofStudio),
  },
};

const shape = new RegExp(`^${cursorInstant}\\|${cursorId}$`);
const firstId = '00000000-0000-0000-0000-000000000000';
const beginning = { upcoming: '-infinity', unrecorded: '-infinity', past: 'infinity' };

const startOf = ({ after, when }: Pick<Mine, 'after' | 'when'>): readonly (string | undefined)[] =>
  after === undefined ? [beginning[when], firstId] : readCursor(after, shape);

/** Activities of one person and of one studio: to come, or over. */
@Injectable()
export class ActivityListQueries {
  async mine(read: Read, actor: Actor, asked: { readonly query: Mine; readonly now: Temporal.Instant }) {
    const { query, now } = asked;
    const reader = [actor.personId, seesEverything(actor)];
    const values = [query.limit, ...startOf(query), ...reader, now.toString()];
    return orNotFound(await read.text(lists.mine[query.when], values));
  }

  async ofStudio(
    read: Read,
    actor: Actor,
    asked: { readonly studioId: StudioId; readonly query: OfStudio; readonly now: Temporal.Instant },
  ) {
    const { studioId, query, now } = asked;
    const reader = [actor.personId, seesEverything(actor)];
    const values = [query.limit, ...startOf(query), ...reader, now.toString(), studioId];
    return orNotFound(await read.text(lists.ofStudio[query.when], values));
  }
}
