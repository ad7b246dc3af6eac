import { Injectable } from '@nestjs/common';
import { historyPage } from '@qinglan/api-directory';
import { orNotFound, type Read, statement, type Tx } from '@qinglan/api-platform';
import type { InputOf, readActivityHistory } from '@qinglan/contracts';
import {
  type Actor,
  type ActivityId,
  type ActivityKind,
  type ActivityPlace,
  type ActivityState,
  type ActivitySubject,
  type PairingId,
  type PersonId,
  seesEverything,
  type Slot,
  type StandingActivity,
  type StudioId,
} from '@qinglan/domain';
import { isStanding } from '../standing.sql';
import { activityFields, activityJoins } from './activity.sql';
import { personJson } from './studio.sql';

/** Whose history is asked for, and from where on. */
export type AskedHistory = InputOf<typeof readActivityHistory>;

/** An activity as rules and policies look at it. */
export interface ActivityFacts extends ActivitySubject, ActivityPlace, Slot {
  readonly activityId: ActivityId;
  readonly studioId: StudioId;
  readonly kind: ActivityKind;
  readonly title: string;
  readonly state: ActivityState;
  readonly asked: string;
  readonly version: number;
}

/** As a rule sees it before a change. */
export const standingActivity = ({ activityId, state, startsAt, endsAt }: ActivityFacts): StandingActivity => ({
  activityId,
  state,
  slot: { startsAt, endsAt },
});

const factsOf = `a.id AS "activityId", a.studio_id AS "studioId", a.kind, a.title, a.state, a.starts_at AS "startsAt",
  a.ends_at AS "endsAt", a.place, a.meeting_link AS "meetingLink", a.classroom_id AS "classroomId",
  a.arranged_by AS "arrangedById", s.lead_id AS "studioLeadId", a.asked, a.version,
  (SELECT json_agg(p.person_id ORDER BY p.person_id) FROM activity_person p WHERE p.activity_id = a.id) AS "personIds"`;
const find = statement(
  'activity-facts',
  `SELECT ${factsOf} FROM activity a JOIN studio s ON s.id = a.studio_id WHERE a.id = $1`,
);
const lock = statement('activity-lock', 'SELECT id FROM activity WHERE id = $1 FOR NO KEY UPDATE');

const shown = statement(
  'activity-view',
  `SELECT ${factsOf}, json_build_object(${activityFields('a')},
     'classroom', CASE WHEN room.id IS NOT NULL THEN
       json_build_object('id', room.id, 'name', room.name, 'school', room_of.short_name) END,
     'placeWords', a.place,
     'arrangedBy', (SELECT json_build_object('id', by.id, 'name', by.name) FROM person by WHERE by.id = a.arranged_by),
     'participants', (
       SELECT json_agg((${personJson('who', 'at_school')}::jsonb
         || jsonb_build_object('isGuest', p.is_guest, 'wasThere', p.was_there)) ORDER BY p.is_guest, who.code)
       FROM activity_person p JOIN person who ON who.id = p.person_id
       JOIN organisation at_school ON at_school.id = who.organisation_id WHERE p.activity_id = a.id),
     'reason', a.reason, 'summary', a.summary, 'version', a.version,
     'credited', (SELECT count(*) FROM credit c
       WHERE c.source_key = a.id AND c.source = 'activity' AND c.withdrawn_at IS NULL))::text AS view
   FROM activity a ${activityJoins('a', { actor: '$2::uuid', all: '$3::boolean' })} WHERE a.id = $1`,
);

const paired = statement(
  'activity-paired',
  `SELECT p.id FROM pairing p WHERE p.mentor_id = ANY($1::uuid[]) AND p.mentee_id = ANY($1::uuid[])
     AND NOT ${isStanding.asked('p')} AND p.state <> 'lapsed'
     AND $2::date BETWEEN p.from_day AND coalesce(p.ended_on, p.to_day, 'infinity'::date) ORDER BY p.id`,
);

/** Single activities, as rules look at them and as pages show them. */
@Injectable()
export class ActivityQueries {
  find(read: Read, activityId: ActivityId): Promise<ActivityFacts | null> {
    return read.row<ActivityFacts>(find, [activityId]);
  }

  /** Changes of one activity come one after the other; after the parties, where those are locked too. */
  async lock(tx: Tx, activityId: ActivityId): Promise<ActivityFacts> {
    await tx.run(lock, [activityId]);
    return orNotFound(await this.find(tx, activityId));
  }

  /** With its JSON that Postgres wrote, without what the reader may do. */
  async shown(read: Read, actor: Actor, activityId: ActivityId): Promise<ActivityFacts & { readonly view: string }> {
    const values = [activityId, actor.personId, seesEverything(actor)];
    return orNotFound(await read.row<ActivityFacts & { readonly view: string }>(shown, values));
  }

  /** Who did what to it and when, oldest first. */
  history(read: Read, { params, query }: AskedHistory): Promise<string> {
    return historyPage(read, { subjectId: params.activityId, ...query, isOldestFirst: true });
  }

  /** Pairings that ran on that day, of which mentor and mentee are both among these people. */
  async paired(read: Read, personIds: readonly PersonId[], onDay: string): Promise<readonly PairingId[]> {
    const rows = await read.rows<{ readonly id: PairingId }>(paired, [personIds, onDay]);
    return rows.map(({ id }) => id);
  }
}
