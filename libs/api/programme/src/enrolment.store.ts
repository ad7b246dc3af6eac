import { Injectable } from '@nestjs/common';
import { type By, codeTaken, happeningsOf, invalid, RegisterTable, type Saved, savedOf } from '@qinglan/api-directory';
import { History, type Tx } from '@qinglan/api-platform';
import type { Id, PersonId } from '@qinglan/domain';
import type { ItemId } from './item.store';

/** An enrolment as it is kept; enrolled, attended and completed are three facts, never one. */
export interface EnrolmentRow {
  readonly itemId: ItemId;
  readonly personId: PersonId;
  readonly state: 'enrolled' | 'withdrawn';
  readonly attended: boolean | null;
  readonly completed: boolean | null;
}

const enrolments = new RegisterTable<EnrolmentRow, Id<'Enrolment'>>({
  table: 'enrolment',
  key: ['itemId', 'personId'],
  fields: {
    itemId: { column: 'item_id', type: 'uuid' },
    personId: { column: 'person_id', type: 'uuid' },
    state: { column: 'state', type: 'text' },
    attended: { column: 'attended', type: 'boolean' },
    completed: { column: 'completed', type: 'boolean' },
  },
  refusals: {
    enrolment_once: codeTaken,
    enrolment_item: invalid('#/itemId', 'no such item'),
    enrolment_person: invalid('#/personId', 'no such person'),
  },
});

/** The only writer of `enrolment`. */
@Injectable()
export class EnrolmentStore {
  constructor(private readonly history: History) {}

  /** Many at once, by `itemId|personId`. */
  async saveAll(tx: Tx, rows: readonly EnrolmentRow[], by: By): Promise<Saved<Id<'Enrolment'>>> {
    const changes = await enrolments.match(tx, rows);
    await enrolments.write(tx, changes);
    await this.history.add(tx, by, happeningsOf('enrolment', changes));
    return savedOf(changes);
  }
}
