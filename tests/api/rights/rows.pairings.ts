import { randomUUID } from 'node:crypto';
import { administrators, everybody, type Expected, type Row, row, signedIn, stale } from './row';
import type { Place, World } from './world';

const params = (world: World, place: Place) => ({ params: { pairingId: world.pairings[place].pairingId } });

/** The own pairing is seen by its two, who are the knockers, and by the coordinator of their school. */
const own = ['ok', '404', '404'] as const;
const theTwo = { mentor: own, mentee: own } as const;
const seen: Expected = {
  ...everybody('404'),
  administrator: 'ok',
  viewer: 'ok',
  coordinator: own,
  ...theTwo,
  nobody: '401',
};
const onlyTheTwo: Expected = {
  ...everybody('404'),
  administrator: '403',
  viewer: '403',
  coordinator: ['403', '404', '404'],
  ...theTwo,
  nobody: '401',
};

/** Who gets through the doors of pairings. */
export const pairingsRows: Readonly<Record<string, Row>> = {
  listPairings: row(signedIn),
  readPairingChoices: row(signedIn),
  readPairing: row(seen, params),
  readPairingHistory: row(seen, params),
  listCredits: row(seen, params),
  consentToPairing: row(onlyTheTwo, (world, place) => ({
    ...params(world, place),
    body: { consents: true },
    ...stale,
  })),
  saveAgreement: row({ ...seen, viewer: '403', mentee: ['403', '404', '404'] }, (world, place) => ({
    ...params(world, place),
    body: { templateId: null, fromDay: '2026-09-01', toDay: '2027-07-31', clauses: '', obligations: [] },
    ...stale,
  })),
  withdrawAgreement: row({ ...seen, viewer: '403', mentee: ['403', '404', '404'] }, (world, place) => ({
    ...params(world, place),
    ...stale,
  })),
  signAgreement: row({ ...onlyTheTwo, administrator: 'ok', coordinator: own }, (world, place) => ({
    ...params(world, place),
    ...stale,
  })),
  shareObservations: row(onlyTheTwo, (world, place) => ({ ...params(world, place), body: { shares: true }, ...stale })),
  listTemplates: row(signedIn),
  saveTemplate: row(administrators, () => ({
    params: { templateId: randomUUID() },
    body: {
      code: `P-${randomUUID().slice(0, 8)}`,
      title: '权限',
      months: 12,
      clauses: '',
      obligations: [{ owedBy: 'mentor', kind: 'mentor-hears', number: 1, per: 'term' }],
      withdrawn: false,
    },
    version: 0,
  })),
};
