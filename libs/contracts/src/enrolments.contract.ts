import type { CertificateId, ItemId, PersonId } from '@qinglan/domain';
import * as z from 'zod';
import { endpoint } from './kernel/endpoint';
import { day, id, page, paging, search } from './kernel/primitives';
import { certificateView, enrolmentChange, enrolmentRow, enrolmentState, partialDay } from './programme.views';

const reader = 'signed-in' as const;
const administrator = { roles: ['administrator'] } as const;
const ofItem = z.object({ itemId: id<ItemId>() });

/** The list of an item, as far as the reader may see it, by school and code; who waits, in the order of the queue. */
export const listEnrolments = endpoint({
  method: 'GET',
  path: '/programme/items/:itemId/enrolments',
  summary: 'Who enrolled in an item',
  access: reader,
  params: ofItem,
  query: z.object({ ...paging, state: enrolmentState.optional(), q: search }),
  reply: page(enrolmentRow),
  problems: ['not-found'],
});
/** Who enrolled, withdrew or noted attendance of whom and when, the latest first, for people whom the reader sees on the list. */
export const listEnrolmentChanges = endpoint({
  method: 'GET',
  path: '/programme/items/:itemId/enrolment-changes',
  summary: 'History of the list of an item',
  access: reader,
  params: ofItem,
  query: z.object(paging),
  reply: page(enrolmentChange),
  problems: ['not-found'],
});
const ofEnrolment = ofItem.extend({ personId: id<PersonId>() });
const enrolling = ['not-found', 'forbidden', 'item-cancelled', 'enrolment-closed'] as const;

/**
 * Puts somebody on the list, or on the waiting list while it is full; sent twice it happens once. Who is taken at a sitting
 * to come is refused with what is in the way, unless `despite` says to enrol without being held then. Sent again for
 * somebody on the list it holds what has become free.
 */
export const enrolPerson = endpoint({
  method: 'PUT',
  path: '/programme/items/:itemId/enrolments/:personId',
  summary: 'Enrol in an item',
  access: reader,
  params: ofEnrolment,
  query: z.object({ despite: z.stringbool().optional() }),
  reply: enrolmentRow,
  problems: [...enrolling, 'party-taken'],
});
/** Takes somebody off the list; the first who waits moves up. Sent twice it happens once. */
export const withdrawEnrolment = endpoint({
  method: 'DELETE',
  path: '/programme/items/:itemId/enrolments/:personId',
  summary: 'Withdraw from an item',
  access: reader,
  params: ofEnrolment,
  reply: enrolmentRow,
  problems: [...enrolling, 'not-enrolled', 'attendance-known', 'certificate-stands'],
});
const noticing = [
  ...(['not-found', 'forbidden', 'not-enrolled', 'in-the-future'] as const),
  ...(['absent-completed', 'certificate-stands'] as const),
];
/** Notes whether somebody came; null says that it is not known. Sent twice it happens once. */
export const noteAttendance = endpoint({
  method: 'PUT',
  path: '/programme/items/:itemId/enrolments/:personId/attendance',
  summary: 'Note who came',
  access: reader,
  params: ofEnrolment,
  body: z.object({ attended: z.boolean().nullable() }),
  reply: enrolmentRow,
  problems: noticing,
});
/** Notes whether somebody completed; null says that it is not known. Sent twice it happens once. */
export const noteCompletion = endpoint({
  method: 'PUT',
  path: '/programme/items/:itemId/enrolments/:personId/completion',
  summary: 'Note who completed',
  access: reader,
  params: ofEnrolment,
  body: z.object({ completed: z.boolean().nullable() }),
  reply: enrolmentRow,
  problems: noticing,
});

/** Certifies everybody who completed and has no certificate that holds; sent twice it happens once. */
export const issueCertificates = endpoint({
  method: 'POST',
  path: '/programme/items/:itemId/certificates',
  summary: 'Certify who completed',
  access: administrator,
  params: ofItem,
  reply: z.object({ issued: z.int() }),
  problems: ['not-found', 'forbidden', 'item-cancelled'],
});
/** Certificates of an item that hold, as far as the reader may see them: to print them all. */
export const listCertificates = endpoint({
  method: 'GET',
  path: '/programme/items/:itemId/certificates',
  summary: 'Certificates of an item',
  access: reader,
  params: ofItem,
  query: z.object(paging),
  reply: page(certificateView),
  problems: ['not-found'],
});
const ofCertificate = z.object({ certificateId: id<CertificateId>() });
/** One certificate, for whom it names, the own coordinator and administrators. */
export const readCertificate = endpoint({
  method: 'GET',
  path: '/programme/certificates/:certificateId',
  summary: 'One certificate',
  access: reader,
  params: ofCertificate,
  reply: certificateView,
  problems: ['not-found'],
});
/** Takes a certificate back: whoever checks its code is told so. */
export const revokeCertificate = endpoint({
  method: 'POST',
  path: '/programme/certificates/:certificateId/revocation',
  summary: 'Revoke a certificate',
  access: administrator,
  params: ofCertificate,
  body: z.object({ reason: z.string().trim().max(300) }),
  reply: certificateView,
  versioned: true,
  problems: ['not-found', 'forbidden', 'stale', 'certificate-revoked', 'reason-missing'],
});
/** Whether a certificate holds: what stands on the paper, and nothing else. Open to everybody who has its code. */
export const verifyCertificate = endpoint({
  method: 'GET',
  path: '/verify/:code',
  summary: 'Check a certificate by its code',
  access: 'public',
  params: z.object({ code: z.string().trim().min(1).max(60) }),
  reply: z.object({
    code: z.string(),
    title: z.string(),
    name: z.string(),
    day: partialDay,
    issuedOn: day,
    revokedOn: day.nullable(),
  }),
  problems: ['not-found', 'too-fast'],
});
