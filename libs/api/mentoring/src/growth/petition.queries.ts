import { Injectable } from '@nestjs/common';
import { type Listing, listPage, type Narrowing } from '@qinglan/api-directory';
import type { Read } from '@qinglan/api-platform';
import type { InputOf, listPetitions } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { personJson } from './sql';

const petitions: Listing = {
  name: 'growth-petitions',
  from: `(SELECT q.*, p.mentor_id, p.mentee_id, m.organisation_id AS school_id, s.lead_id
    FROM pairing_petition q JOIN pairing p ON p.id = q.pairing_id JOIN person m ON m.id = p.mentee_id
    LEFT JOIN studio s ON s.id = p.studio_id WHERE q.decided_at IS NULL) w`,
  join: `JOIN pairing p ON p.id = f.pairing_id JOIN person a ON a.id = p.mentor_id JOIN person b ON b.id = p.mentee_id
    JOIN person qb ON qb.id = f.by_id`,
  item: `json_build_object('id', f.id, 'by', qb.name,
    'part', CASE WHEN f.by_id = p.mentor_id THEN 'mentor' ELSE 'mentee' END, 'at', f.asked_at, 'reason', f.reason,
    'decidedAt', NULL, 'decidedBy', NULL, 'isGranted', NULL, 'answer', NULL,
    'pairing', json_build_object('id', p.id, 'mentor', ${personJson('a')}, 'mentee', ${personJson('b')},
      'state', p.state, 'version', p.version))`,
  keys: [
    { column: 'asked_at', type: 'timestamptz' },
    { column: 'id', type: 'uuid' },
  ],
};

/** What `mayJudgePairing` says, in SQL: lead, coordinator of the mentee's school or administrator, and none of the two. */
function decidedBy(actor: Actor): Narrowing {
  const schoolId = actor.roles.has('coordinator') ? actor.schoolId : null;
  return {
    name: 'mine',
    values: [actor.personId, schoolId, actor.roles.has('administrator')],
    condition: (me = '', school = '', all = '') =>
      `(${all}::boolean OR w.lead_id = ${me}::uuid OR w.school_id = ${school}::uuid)
       AND ${me}::uuid NOT IN (w.mentor_id, w.mentee_id)`,
    isPlannedAnew: true,
  };
}

/** Petitions that wait for somebody's answer. */
@Injectable()
export class PetitionQueries {
  page(read: Read, actor: Actor, { limit, after }: InputOf<typeof listPetitions>['query']): Promise<string> {
    return listPage(read, petitions, { limit, after, narrowings: [decidedBy(actor)] });
  }
}
