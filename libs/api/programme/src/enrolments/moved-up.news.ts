import { Injectable } from '@nestjs/common';
import type { By } from '@qinglan/api-directory';
import { Outbox, statement, type Tx } from '@qinglan/api-platform';
import type { ListPeople } from '../sittings/list-holder';

// Who has no place any more has no news of one either.
const mark = statement(
  'programme-moved-up',
  `UPDATE enrolment SET moved_up_at = CASE WHEN state = 'enrolled' THEN $4::timestamptz END
   WHERE item_id = ANY($1::uuid[]) AND (
     (item_id, person_id) IN (SELECT * FROM unnest($2::uuid[], $3::uuid[]))
     OR (state <> 'enrolled' AND moved_up_at IS NOT NULL))`,
);

/** Tells people that a place became free and is theirs now: it stands among what waits for them until the item is over. */
@Injectable()
export class MovedUpNews {
  constructor(private readonly outbox: Outbox) {}

  async tell(tx: Tx, lists: readonly ListPeople[], by: By): Promise<void> {
    const up = lists.flatMap(({ itemId, personIds }) => personIds.map((personId) => ({ itemId, personId })));
    const whose = [up.map(({ itemId }) => itemId), up.map(({ personId }) => personId)];
    await tx.run(mark, [lists.map(({ itemId }) => itemId), ...whose, by.at.toString()]);
    const personIds = [...new Set(up.map(({ personId }) => personId))];
    if (personIds.length > 0) await this.outbox.add(tx, { type: 'mentoring.changed', body: { personIds } });
  }
}
