import { Injectable } from '@nestjs/common';
import { allowOrHide, orNotFound, type Read, statement } from '@qinglan/api-platform';
import type { InputOf, readRegisterHistory } from '@qinglan/contracts';
import { type Actor, allowed, type Decision, hidden, type SchoolId, seesEverything } from '@qinglan/domain';
import { historyPage } from './history-page';

type Asked = InputOf<typeof readRegisterHistory>;

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
/** What a partner did with its own entries is its own affair; what belongs to no school is everybody's. */
function maySeeHistory(actor: Actor, schools: readonly SchoolId[]): Decision {
  const isOwn = schools.length === 0 || schools.includes(actor.schoolId);
  return isOwn || seesEverything(actor) ? allowed : hidden('another school');
}

/** Who changed what in an entry of the register, newest first. */
@Injectable()
export class HistoryQueries {
  async of(read: Read, actor: Actor, { params: { subjectId }, query }: Asked): Promise<string> {
    const found = orNotFound(await read.row<{ readonly schools: readonly SchoolId[] }>(subject, [subjectId]));
    allowOrHide(maySeeHistory(actor, found.schools));
    return historyPage(read, { subjectId, ...query });
  }
}
