import { anItemBody, aSittingBody } from '../../support';
import { administrators, everybody, type Expected, type Row, row, signedIn, stale } from './row';
import type { Place, World } from './world';

const item = (world: World, place: Place) => ({ params: { itemId: world.items[place].itemId } });
const enrolment = (world: World, place: Place) => {
  const { itemId, personId } = world.items[place];
  return { params: { itemId, personId } };
};
const sitting = (world: World, place: Place) => ({ params: { sittingId: world.items[place].sittingId } });
const certificate = (world: World, place: Place) => ({ params: { certificateId: world.items[place].certificateId } });

/** Of a list, those of the own school are seen by its coordinator; the knockers are on none themselves. */
const listed: Expected = {
  ...everybody('404'),
  ...{ administrator: 'ok', coordinator: ['ok', '404', '404'], nobody: '401' },
};
const reason = '权限';
const time = { startsAt: '2026-11-03T02:00:00Z', minutes: 60 };

/** Who gets through the doors of programme items. */
export const programmeRows: Readonly<Record<string, Row>> = {
  listProgrammeYears: row(signedIn),
  readProgrammeYear: row(signedIn, () => ({ params: { year: 2026 } })),
  listItems: row(signedIn),
  downloadItems: row(signedIn),
  readItem: row(signedIn, item),
  readItemHistory: row(signedIn, item),
  saveItem: row(administrators, (world, place) => ({ ...item(world, place), body: anItemBody(), ...stale })),
  cancelItem: row(administrators, (world, place) => ({ ...item(world, place), body: { reason }, ...stale })),

  // The door is open; whom the list shows is narrowed for each reader.
  listEnrolments: row(signedIn, item),
  listEnrolmentChanges: row(signedIn, item),
  // This person is on the list already, completed and is certified: nothing changes.
  enrolPerson: row(listed, enrolment),
  withdrawEnrolment: row(listed, enrolment),
  noteAttendance: row(listed, (world, place) => ({ ...enrolment(world, place), body: { attended: true } })),
  noteCompletion: row(listed, (world, place) => ({ ...enrolment(world, place), body: { completed: true } })),

  issueCertificates: row(administrators, item),
  listCertificates: row(signedIn, item),
  readCertificate: row(listed, certificate),
  revokeCertificate: row(administrators, (world, place) => ({
    ...certificate(world, place),
    body: { reason },
    ...stale,
  })),
  verifyCertificate: row(everybody('ok'), (world, place) => ({
    params: { code: world.items[place].certificateCode },
  })),

  // The id is another sitting's.
  arrangeSitting: row(administrators, (world, place) => ({
    ...sitting(world, place),
    body: aSittingBody(world.items[place].itemId),
  })),
  moveSitting: row(administrators, (world, place) => ({
    ...sitting(world, place),
    body: { ...time, reason },
    ...stale,
  })),
  cancelSitting: row(administrators, (world, place) => ({ ...sitting(world, place), body: { reason }, ...stale })),
};
