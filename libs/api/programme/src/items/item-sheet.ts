import { Injectable } from '@nestjs/common';
import type { By, Saved } from '@qinglan/api-directory';
import type { Tx } from '@qinglan/api-platform';
import {
  beijingDayOf,
  categoryOf,
  itemSpan,
  type ItemId,
  ordinalOfTitle,
  readCertainty,
  readPartialDay,
  Temporal,
} from '@qinglan/domain';
import { EnrolmentQueue } from '../enrolments/enrolment.queue';
import { SittingStore } from '../sittings/sitting.store';
import { type ItemRow, ItemStore, type TakenOrdinal } from './item.store';

/** What every file of the sheet says of an item. */
type Said = Pick<
  ItemRow,
  | 'code'
  | 'title'
  | 'year'
  | 'begins'
  | 'ends'
  | 'senderId'
  | 'hostId'
  | 'people'
  | 'enrolled'
  | 'attended'
  | 'completed'
>;

/** Columns that older files do not have: undefined says nothing and leaves what is known. */
type SaidLater = 'ordinal' | 'purpose' | 'capacity' | 'source' | 'note' | 'numbersCertainty';

const saidLater = ['ordinal', 'purpose', 'capacity', 'source', 'note', 'numbersCertainty'] as const;

/** One row of the sheet 项目. */
export interface ItemSheetRow extends Said, Readonly<Partial<Pick<ItemRow, SaidLater>>> {
  /** As the register writes it, such as 送教. */
  readonly category: string;
  /** 原文, 推断 or 示例, and a remark. */
  readonly evidence: string;
  readonly state?: ItemRow['state'] | null | undefined;
}

type Days = Pick<ItemRow, 'year' | 'begins' | 'ends'>;

/** A span that does not fit its year covers the year, as the register says that it belongs there. */
function daysOf({ year, begins, ends }: Days): Pick<ItemRow, 'firstDay' | 'lastDay'> {
  const span = itemSpan({ year, begins, ends });
  const whole = readPartialDay(String(year));
  const found = span.ok ? span.value : whole.ok ? whole.value : null;
  return { firstDay: found?.firstDay.toString() ?? '', lastDay: found?.lastDay.toString() ?? '' };
}

const placeOf = ({ year, category, categoryWords }: Pick<ItemRow, 'year' | 'category' | 'categoryWords'>) =>
  `${String(year)}|${category}|${categoryWords ?? ''}`;

/** Which item has which number: two items of a category and a year never share one. */
class Ordinals {
  private readonly codes = new Map<string, string>();

  constructor(taken: readonly TakenOrdinal[]) {
    taken.forEach((one) => this.codes.set(`${placeOf(one)}|${String(one.ordinal)}`, one.code));
  }

  /** The number that a title is nothing but, where no other item has it. */
  ofTitle(row: Pick<ItemRow, 'year' | 'category' | 'categoryWords' | 'code' | 'title'>): number | null {
    const ordinal = ordinalOfTitle(row.title);
    const key = `${placeOf(row)}|${String(ordinal)}`;
    if (ordinal === null || (this.codes.get(key) ?? row.code) !== row.code) return null;
    this.codes.set(key, row.code);
    return ordinal;
  }
}

type Kept = Pick<ItemRow, SaidLater | 'isOpen' | 'reason'>;

const nothingSaid: Kept = {
  ...{ ordinal: null, purpose: null, capacity: null, source: null, note: null, numbersCertainty: null },
  ...{ isOpen: false, reason: null },
};

/** What the sheet does not say stays as it was. */
function keptOf(said: ItemSheetRow, before: ItemRow | undefined): Kept {
  const { ordinal, purpose, capacity, source, note, numbersCertainty, isOpen, reason } = before ?? nothingSaid;
  const told = saidLater.filter((name) => said[name] !== undefined);
  const stands = { ordinal, purpose, capacity, source, note, numbersCertainty, isOpen, reason };
  return { ...stands, ...Object.fromEntries(told.map((name) => [name, said[name]])) };
}

/** What is still to come is planned, unless the sheet says more. */
const stateOf = (said: ItemSheetRow['state'], before: ItemRow | undefined, isToCome: boolean): ItemRow['state'] =>
  said ?? before?.state ?? (isToCome ? 'planned' : 'held');

const isStanding = (before: ItemRow | undefined): boolean => before !== undefined && before.state !== 'cancelled';

/** Without a capacity there is room for everybody. */
const hasMoreRoom = (before: ItemRow | undefined, { capacity }: ItemRow): boolean =>
  before !== undefined && before.capacity !== null && (capacity === null || capacity > before.capacity);

interface Facts {
  readonly before: ItemRow | undefined;
  readonly ordinals: Ordinals;
  readonly today: Temporal.PlainDate;
}

function rowOf(said: ItemSheetRow, { before, ordinals, today }: Facts): ItemRow {
  const { evidence, category: words, state, ...rest } = said;
  const named = categoryOf(words);
  const days = daysOf(said);
  const isToCome = Temporal.PlainDate.compare(today, Temporal.PlainDate.from(days.firstDay)) < 0;
  const later = keptOf(said, before);
  const now = stateOf(state, before, isToCome);
  const isOff = now === 'cancelled';
  return {
    ...{ ...rest, ...named, ...days, ...readCertainty(evidence), ...later },
    ...{ state: now, isOpen: later.isOpen && !isOff, reason: isOff ? later.reason : null },
    ordinal: later.ordinal ?? ordinals.ofTitle({ ...rest, ...named }),
  };
}

/**
 * Takes rows of the sheet 项目 over: what a file does not say stays as it is. What the sheet calls off loses its sittings as
 * when it is called off by hand, and a larger capacity lets those who wait move up.
 */
@Injectable()
export class ItemSheet {
  constructor(
    private readonly items: ItemStore,
    private readonly sittings: SittingStore,
    private readonly queue: EnrolmentQueue,
  ) {}

  async saveAll(tx: Tx, rows: readonly ItemSheetRow[], by: By): Promise<Saved<ItemId>> {
    const standing = await this.items.standing(
      tx,
      rows.map(({ code }) => code),
    );
    const taken = await this.items.ordinals(
      tx,
      rows.map(({ year }) => year),
    );
    const ordinals = new Ordinals(taken);
    const today = beijingDayOf(by.at);
    const whole = rows.map((row) => rowOf(row, { before: standing.get(row.code), ordinals, today }));
    const saved = await this.items.saveAll(tx, whole, by);
    const idsOf = (some: readonly ItemRow[]) => some.flatMap(({ code }) => saved.ids.get(code) ?? []);
    const off = whole.filter(({ code, state }) => state === 'cancelled' && isStanding(standing.get(code)));
    await this.sittings.cancelAll(tx, idsOf(off), { reason: null, by });
    await this.queue.moveUp(tx, idsOf(whole.filter((row) => hasMoreRoom(standing.get(row.code), row))), by);
    return saved;
  }
}
