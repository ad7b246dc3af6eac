import { meetingMinutes } from '@qinglan/domain';
import type { ClassroomId, ItemId, OrganisationId, PersonId, SittingId } from '@qinglan/domain';
import * as z from 'zod';
import { historyEntry } from './directory.contract';
import { endpoint } from './kernel/endpoint';
import { code, id, instant, page, paging, search, text } from './kernel/primitives';
import { itemCategory, itemCertainty, itemRow, itemState, itemView, maybeNumber, partialDay } from './programme.views';

const reader = 'signed-in' as const;
const administrator = { roles: ['administrator'] } as const;
const ofItem = z.object({ itemId: id<ItemId>() });
const reason = z.object({ reason: z.string().trim().max(300) });
const year = z.coerce.number().int().min(1990).max(2100);
const filters = {
  year: year.optional(),
  category: itemCategory.optional(),
  /** One of the categories that 其他 holds, by its words. */
  categoryWords: text(60).optional(),
  state: itemState.optional(),
};

/** The years that have items, newest first. */
export const listProgrammeYears = endpoint({
  method: 'GET',
  path: '/programme/years',
  summary: 'Years with programme items',
  access: reader,
  reply: z.object({ items: z.array(z.object({ year: z.int(), items: z.int() })) }),
});
/** How many items of each category a year has; `highest` is the highest number given, 0 where there is none. */
export const readProgrammeYear = endpoint({
  method: 'GET',
  path: '/programme/years/:year',
  summary: 'Programme items of a year by category',
  access: reader,
  params: z.object({ year }),
  reply: z.object({
    categories: z.array(
      z.object({
        category: itemCategory,
        categoryWords: z.string().nullable(),
        held: z.int(),
        planned: z.int(),
        cancelled: z.int(),
        highest: z.int(),
      }),
    ),
  }),
});
/** Items by category and number; `mine` leaves those on whose list the reader is. */
export const listItems = endpoint({
  method: 'GET',
  path: '/programme/items',
  summary: 'Programme items',
  access: reader,
  query: z.object({ ...paging, ...filters, q: search, mine: z.stringbool().optional() }),
  reply: page(itemRow),
});
/**
 * The sheet 项目 as a file that can be imported again; an empty cell is unknown. xlsx brings 报名 to administrators. All rows,
 * however many; only what no sheet of Excel holds (1,048,575 rows) is refused as xlsx.
 */
export const downloadItems = endpoint({
  method: 'GET',
  path: '/programme/export',
  summary: 'Programme items as CSV or xlsx',
  access: reader,
  query: z.object({ ...filters, format: z.enum(['csv', 'xlsx']).default('xlsx') }),
  carries: 'file',
  problems: ['file-too-long'],
});
/** One item. */
export const readItem = endpoint({
  method: 'GET',
  path: '/programme/items/:itemId',
  summary: 'One programme item',
  access: reader,
  params: ofItem,
  reply: itemView,
  problems: ['not-found'],
});
/** Who changed what of an item and when, newest first. */
export const readItemHistory = endpoint({
  method: 'GET',
  path: '/programme/items/:itemId/history',
  summary: 'History of one programme item',
  access: reader,
  params: ofItem,
  query: z.object(paging),
  reply: page(historyEntry),
  problems: ['not-found'],
});

/**
 * Adds an item (version 0) or revises it. A number left null is unknown; without a code the item gets one. What was called
 * off stays so, whatever state is sent, unless `revives` says that it takes place after all. What is called stated names its
 * source, unless it came without one and nothing of that changes.
 */
export const saveItem = endpoint({
  method: 'PUT',
  path: '/programme/items/:itemId',
  summary: 'Add or revise a programme item',
  access: administrator,
  params: ofItem,
  body: z.object({
    code: code.nullable(),
    category: itemCategory,
    categoryWords: text(60).nullable(),
    title: text(120),
    year: z.int().min(1990).max(2100),
    ordinal: z.int().min(1).max(9999).nullable(),
    begins: partialDay.nullable(),
    ends: partialDay.nullable(),
    state: z.enum(['planned', 'held']),
    senderId: id<OrganisationId>().nullable(),
    hostId: id<OrganisationId>().nullable(),
    people: maybeNumber,
    enrolled: maybeNumber,
    attended: maybeNumber,
    completed: maybeNumber,
    certainty: itemCertainty,
    certaintyRemark: text(60).nullable(),
    /** Null: as sure as the item. Left out it stays. */
    numbersCertainty: itemCertainty.nullable().optional(),
    purpose: text(300).nullable(),
    source: text(300).nullable(),
    note: text(1000).nullable(),
    capacity: z.int().min(1).max(100_000).nullable(),
    isOpen: z.boolean(),
    revives: z.boolean().optional(),
  }),
  reply: itemView,
  versioned: true,
  problems: [
    ...(['not-found', 'forbidden', 'stale', 'code-taken', 'id-taken', 'ordinal-taken'] as const),
    ...(['days-backwards', 'outside-year', 'in-the-future'] as const),
  ],
});
/** Calls an item off, with its sittings that are still to come; what they held is free. */
export const cancelItem = endpoint({
  method: 'POST',
  path: '/programme/items/:itemId/cancellation',
  summary: 'Call a programme item off',
  access: administrator,
  params: ofItem,
  body: reason,
  reply: itemView,
  versioned: true,
  problems: ['not-found', 'forbidden', 'stale', 'item-cancelled', 'reason-missing'],
});

const ofSitting = z.object({ sittingId: id<SittingId>() });
const minutes = z.int().min(meetingMinutes.least).max(meetingMinutes.most);
const placing = ['not-found', 'forbidden', 'party-taken', 'in-the-past'] as const;

/** Gives an item a time and place, and holds people and room; sent twice it happens once. */
export const arrangeSitting = endpoint({
  method: 'PUT',
  path: '/programme/sittings/:sittingId',
  summary: 'Give an item a time and place',
  access: administrator,
  params: ofSitting,
  body: z.object({
    itemId: id<ItemId>(),
    startsAt: instant,
    minutes,
    topic: text(120).nullable(),
    place: text(120).nullable(),
    meetingLink: z
      .url({ protocol: /^https$/ })
      .max(500)
      .nullable(),
    classroomId: id<ClassroomId>().nullable(),
    personIds: z.array(id<PersonId>()).max(200),
  }),
  reply: itemView,
  problems: [...placing, 'id-taken', 'party-foreign', 'place-missing', 'item-cancelled'],
});
/** Moves a sitting to another time; everybody and the room are checked again. */
export const moveSitting = endpoint({
  method: 'POST',
  path: '/programme/sittings/:sittingId/move',
  summary: 'Move a sitting',
  access: administrator,
  params: ofSitting,
  body: reason.extend({ startsAt: instant, minutes }),
  reply: itemView,
  versioned: true,
  problems: [...placing, 'stale', 'sitting-cancelled', 'reason-missing'],
});
/** Calls a sitting off; what it held is free. */
export const cancelSitting = endpoint({
  method: 'POST',
  path: '/programme/sittings/:sittingId/cancellation',
  summary: 'Call a sitting off',
  access: administrator,
  params: ofSitting,
  body: reason,
  reply: itemView,
  versioned: true,
  problems: ['not-found', 'forbidden', 'stale', 'sitting-cancelled', 'reason-missing'],
});
