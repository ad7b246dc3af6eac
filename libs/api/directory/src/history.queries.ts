import { Injectable } from '@nestjs/common';
import { allowOrHide, orNotFound, type Read, statement } from '@qinglan/api-platform';
import { type Actor, allowed, type Decision, hidden, type SchoolId, seesEverything } from '@qinglan/domain';

// Entries of the register only; lessons tell their history elsewhere, to those who see them.
const subject = statement(
  'register-history-subject',
  `SELECT ARRAY[id] AS schools FROM organisation WHERE id = $1
   UNION ALL SELECT ARRAY[organisation_id] FROM party WHERE id = $1
   UNION ALL SELECT ARRAY[supporting_school_id, receiving_school_id] FROM partnership WHERE id = $1
   UNION ALL SELECT array_remove(ARRAY[school_id], NULL) FROM calendar_day WHERE id = $1
   UNION ALL SELECT '{}' FROM bell_schedule WHERE id = $1
   UNION ALL SELECT '{}' FROM term WHERE id = $1`,
);
const history = statement(
  'register-history',
  `SELECT json_build_object('items', coalesce(json_agg(json_build_object(
     'at', h.at, 'act', h.act, 'actor', p.name, 'detail', h.detail) ORDER BY h.id DESC), '[]'))::text
   FROM (SELECT * FROM history WHERE subject_id = $1 ORDER BY id DESC LIMIT 200) AS h
   LEFT JOIN person p ON p.id = h.actor_id`,
);

/** What a partner did with its own entries is its own affair; what belongs to no school is everybody's. */
function maySeeHistory(actor: Actor, schools: readonly SchoolId[]): Decision {
  const isOwn = schools.length === 0 || schools.includes(actor.schoolId);
  return isOwn || seesEverything(actor) ? allowed : hidden('another school');
}

/** Who changed what in an entry of the register, the newest 200 changes first. */
@Injectable()
export class HistoryQueries {
  async of(read: Read, actor: Actor, subjectId: string): Promise<string> {
    const found = orNotFound(await read.row<{ readonly schools: readonly SchoolId[] }>(subject, [subjectId]));
    allowOrHide(maySeeHistory(actor, found.schools));
    return orNotFound(await read.text(history, [subjectId]));
  }
}
