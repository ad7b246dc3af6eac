import { Injectable } from '@nestjs/common';
import type { By } from '@qinglan/api-directory';
import { Outbox, statement, type Tx } from '@qinglan/api-platform';
import type { ItemId, PersonId } from '@qinglan/domain';

const mark = statement(
  'programme-moved-up',
  `UPDATE enrolment SET moved_up_at = CASE WHEN state = 'enrolled' THEN $3::timestamptz END
   WHERE item_id = $1 AND (person_id = ANY($2::uuid[]) OR (state <> 'enrolled' AND moved_up_at IS NOT NULL))`,
);

/** Tells people that a place became free and is theirs now: it stands among what waits for them until the item is over. */
@Injectable()
export class MovedUpNews {
  constructor(private readonly outbox: Outbox) {}

  async tell(tx: Tx, itemId: ItemId, { personIds, by }: { readonly personIds: readonly PersonId[]; readonly by: By }) {
    await tx.run(mark, [itemId, personIds, by.at.toString()]);
    if (personIds.length > 0) await this.outbox.add(tx, { type: 'mentoring.changed', body: { personIds } });
  }
}
