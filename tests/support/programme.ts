import { randomUUID } from 'node:crypto';
import { arrangeSitting, enrolPerson, type InputOf, saveItem } from '@qinglan/contracts';
import type { CertificateId, ItemId, OrganisationId, PersonId, SittingId } from '@qinglan/domain';
import type { Client } from './client';
import type { House } from './house';

/** An item as it is written down. */
export type ItemBody = InputOf<typeof saveItem>['body'];
/** A sitting as it is asked for. */
export type SittingBody = InputOf<typeof arrangeSitting>['body'];

/** A training class planned for November 2026, of which nothing else is known. */
export const anItemBody = (wish: Partial<ItemBody> = {}): ItemBody => ({
  code: `T-${randomUUID().slice(0, 8)}`,
  ...{ category: 'training', categoryWords: null, title: '课堂教学能力提升培训', year: 2026, ordinal: null },
  ...{ begins: '2026-11-03', ends: '2026-11-05', state: 'planned', senderId: null, hostId: null },
  ...{ people: null, enrolled: null, attended: null, completed: null },
  ...{ certainty: 'recorded', certaintyRemark: null, purpose: null, source: null, note: null },
  ...{ capacity: null, isOpen: false },
  ...wish,
});

/** Sends an item under a new id or the one given. */
export const savesItem = (
  client: Client,
  wish: Partial<ItemBody> = {},
  { itemId = randomUUID() as ItemId, version = 0 }: { readonly itemId?: ItemId; readonly version?: number } = {},
) => client.call(saveItem, { params: { itemId }, version, body: anItemBody(wish) });

/** Enrols somebody; `despite` what is in the way. */
export const enrols = (
  client: Client,
  itemId: ItemId,
  { id: personId, despite }: { readonly id: PersonId; readonly despite?: boolean },
) => client.call(enrolPerson, { params: { itemId, personId }, query: despite ? { despite: 'true' } : {} });

/** Two hours on Tuesday, 3 November 2026, 10:00 Beijing time, at a place in words. */
export const aSittingBody = (itemId: ItemId, wish: Partial<SittingBody> = {}): SittingBody => ({
  ...{ itemId, startsAt: '2026-11-03T02:00:00Z', minutes: 120, topic: null, place: '报告厅' },
  ...{ meetingLink: null, classroomId: null, personIds: [] },
  ...wish,
});

/** Sends a sitting under a new id or the one given. */
export const arrangesSitting = (client: Client, body: SittingBody, sittingId = randomUUID() as SittingId) =>
  client.call(arrangeSitting, { params: { sittingId }, body });

/** What an item has that was written past the doors. */
export interface ItemMade {
  readonly itemId: ItemId;
  readonly sittingId: SittingId;
  readonly personId: PersonId;
  readonly certificateId: CertificateId;
  readonly certificateCode: string;
}

const codes = { signs: '0123456789ABCDEFGHJKMNPQRSTVWXYZ' };
const aCode = () =>
  Array.from({ length: 4 }, () =>
    Array.from({ length: 4 }, () => codes.signs[Math.floor(Math.random() * 32)]).join(''),
  ).join('-');

/** A training class at an organisation, with a sitting and one person who completed and is certified. */
export async function anItemWith(
  { sql }: Pick<House, 'sql'>,
  given: { readonly hostId: OrganisationId; readonly personId: PersonId; readonly by: PersonId },
): Promise<ItemMade> {
  const [itemId, sittingId] = [randomUUID() as ItemId, randomUUID() as SittingId];
  const certificateId = randomUUID() as CertificateId;
  const certificateCode = aCode();
  await sql(
    `INSERT INTO programme_item (id, code, category, title, year, first_day, last_day, state, certainty, host_id, is_open)
     VALUES ($1, $2, 'training', '培训', 2026, '2026-08-20', '2026-08-21', 'planned', 'stated', $3, false)`,
    [itemId, `W-${itemId.slice(0, 8)}`, given.hostId],
  );
  await sql(
    `INSERT INTO sitting (id, item_id, starts_at, ends_at, place, arranged_by, asked)
     VALUES ($1, $2, '2026-08-20T02:00:00Z', '2026-08-20T04:00:00Z', '报告厅', $3, '-')`,
    [sittingId, itemId, given.by],
  );
  await sql(
    `INSERT INTO enrolment (id, item_id, person_id, state, attended, completed, turn, certainty)
     VALUES (gen_random_uuid(), $1, $2, 'enrolled', true, true, 1, 'recorded')`,
    [itemId, given.personId],
  );
  await sql(
    `INSERT INTO certificate (id, code, item_id, person_id, printed_title, printed_name, printed_day, issued_at, issued_by)
     VALUES ($1, $2, $3, $4, '培训', '人员', '2026-08-20', '2026-08-24T02:00:00Z', $5)`,
    [certificateId, certificateCode, itemId, given.personId, given.by],
  );
  return { itemId, sittingId, personId: given.personId, certificateId, certificateCode };
}
