import { Injectable } from '@nestjs/common';
import { type By, codeTaken, happeningsOf, invalid, RegisterTable, type Saved, savedOf } from '@qinglan/api-directory';
import { History, statement, type Tx } from '@qinglan/api-platform';
import type { Id, ItemCertainty, ItemId, PersonId } from '@qinglan/domain';

/** An enrolment as it is kept; enrolled, attended and completed are three facts, never one. */
export interface EnrolmentRow {
  readonly itemId: ItemId;
  readonly personId: PersonId;
  readonly state: 'enrolled' | 'waiting' | 'withdrawn';
  readonly attended: boolean | null;
  readonly completed: boolean | null;
  /** Who came first moves up first; null stands behind. */
  readonly turn: number | null;
  readonly certainty: ItemCertainty | 'recorded';
}

/** One row of the sheet 报名. */
export type EnrolmentSheetRow = Omit<EnrolmentRow, 'turn' | 'certainty'>;

const enrolments = new RegisterTable<EnrolmentRow, Id<'Enrolment'>>({
  table: 'enrolment',
  key: ['itemId', 'personId'],
  fields: {
    itemId: { column: 'item_id', type: 'uuid' },
    personId: { column: 'person_id', type: 'uuid' },
    state: { column: 'state', type: 'text' },
    attended: { column: 'attended', type: 'boolean' },
    completed: { column: 'completed', type: 'boolean' },
    turn: { column: 'turn', type: 'integer' },
    certainty: { column: 'certainty', type: 'text' },
  },
  refusals: {
    enrolment_once: codeTaken,
    enrolment_item: invalid('#/itemId', 'no such item'),
    enrolment_person: invalid('#/personId', 'no such person'),
  },
});

const certainties = statement(
  'programme-certainties',
  'SELECT id, certainty FROM programme_item WHERE id = ANY($1::uuid[])',
);

const lastTurns = statement(
  'programme-enrolment-last-turns',
  `SELECT i AS id, (SELECT coalesce(max(turn), 0) FROM enrolment WHERE item_id = i) AS last FROM unnest($1::uuid[]) i`,
);

/** Places behind everybody who has one, in the order of the sheet: who newly waits is asked one after the other. */
class Turns {
  constructor(private readonly last: Map<ItemId, number>) {}

  of({ itemId, state }: EnrolmentSheetRow, before: EnrolmentRow | undefined): number | null {
    if (state !== 'waiting' || before?.state === 'waiting') return before?.turn ?? null;
    if (typeof before?.turn === 'number') return before.turn;
    const turn = (this.last.get(itemId) ?? 0) + 1;
    this.last.set(itemId, turn);
    return turn;
  }
}

/** The only writer of `enrolment`. */
@Injectable()
export class EnrolmentStore {
  constructor(private readonly history: History) {}

  /** A sheet's rows, by `itemId|personId`: as sure as their item; places in the queue stay, and new ones follow the sheet. */
  async saveSheet(tx: Tx, rows: readonly EnrolmentSheetRow[], by: By): Promise<Saved<Id<'Enrolment'>>> {
    const ids = [...new Set(rows.map(({ itemId }) => itemId))];
    const sure = await tx.rows<{ readonly id: ItemId; readonly certainty: ItemCertainty }>(certainties, [ids]);
    const certaintyOf = new Map(sure.map(({ id, certainty }) => [id, certainty]));
    const standing = await enrolments.find(tx, rows);
    const last = await tx.rows<{ readonly id: ItemId; readonly last: number }>(lastTurns, [ids]);
    const turns = new Turns(new Map(last.map((one) => [one.id, one.last])));
    const whole = rows.map((row) => {
      const before = standing.get(`${row.itemId}|${row.personId}`)?.row;
      const certainty = before?.certainty ?? certaintyOf.get(row.itemId) ?? 'stated';
      return { ...row, turn: turns.of(row, before), certainty };
    });
    return this.saveAll(tx, whole, by);
  }

  /** The items of whose lists these rows take somebody off. */
  async leavesBy(tx: Tx, rows: readonly EnrolmentSheetRow[]): Promise<ReadonlySet<ItemId>> {
    const standing = await enrolments.find(tx, rows);
    const leaving = rows.filter(({ itemId, personId, state }) => {
      const before = standing.get(`${itemId}|${personId}`)?.row.state;
      return before === 'enrolled' && state !== 'enrolled';
    });
    return new Set(leaving.map(({ itemId }) => itemId));
  }

  /** Many at once, by `itemId|personId`. */
  async saveAll(tx: Tx, rows: readonly EnrolmentRow[], by: By): Promise<Saved<Id<'Enrolment'>>> {
    const changes = await enrolments.match(tx, rows);
    await enrolments.write(tx, changes);
    await this.history.add(tx, by, happeningsOf('enrolment', changes));
    return savedOf(changes);
  }
}
