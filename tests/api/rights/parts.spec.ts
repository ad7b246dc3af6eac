import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { allEndpoints } from '@qinglan/contracts';
import { aHouse, aPairing, aPerson, type Client, type House } from '../../support';
import type { Row, Verdict } from './row';
import { growthRows } from './rows.growth';
import { matchingRows } from './rows.matching';
import { observationsRows } from './rows.observations';
import { pairingsRows } from './rows.pairings';
import { studiosRows } from './rows.studios';
import { trackingRows } from './rows.tracking';
import { aWorld, type World } from './world';

/** Parts in the own pairing that no role stands for, each played by a mentor of a school that has nothing to do with it. */
type Part = 'lead' | 'panel' | 'successor';
const rows: Readonly<Record<string, Row>> = {
  ...{ ...pairingsRows, ...studiosRows, ...observationsRows },
  ...{ ...matchingRows, ...growthRows, ...trackingRows },
};
const opens = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, 'ok' as const]));
const forbids = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, '403' as const]));
const writesOfTheTwo = ['sendObservationChanges', 'submitObservation', 'discardObservation', 'answerObservation'];

/** Where a part changes something; at every other door its player is the stranger that a mentor of far away is. */
const parts: Readonly<Record<Part, Readonly<Record<string, Verdict>>>> = {
  // Keeps what belongs to the studio, and neither speaks nor signs for the two.
  lead: {
    ...opens('readPairing', 'readPairingHistory', 'listCredits', 'saveAgreement', 'withdrawAgreement'),
    ...forbids('consentToPairing', 'signAgreement', 'shareObservations'),
    ...opens('readGrowth', 'addPortfolioItem', 'withdrawPortfolioItem', 'saveOpenLesson', 'readOpenLesson'),
    ...opens('closePanel', 'assessPairing', 'pausePairing', 'resumePairing', 'endPairing', 'decidePetition'),
    ...forbids('saveGrowthPlan', 'saveGrowthText', 'replyToGrowthText', 'markOpenLesson', 'petitionPairing'),
    ...opens('readCohort', 'listCohortPairings'),
    ...opens('listPairingObservations', 'readObservation'),
    ...forbids(...writesOfTheTwo),
    ...opens('saveStudio', 'saveHonour', 'arrangeActivity', 'readActivity', 'readActivityHistory', 'moveActivity'),
    ...opens('inviteToActivity', 'correctActivity', 'cancelActivity', 'recordActivity'),
    ...opens(...Object.keys(trackingRows)),
  },
  // Sees the lesson that it marks, and nothing else of the pairing.
  panel: { ...opens('readOpenLesson', 'markOpenLesson'), ...forbids('closePanel') },
  // Was handed the file to read; what goes on in the earlier pairing is not the successor's.
  successor: { ...opens('readGrowth', 'listPairingObservations', 'readObservation'), ...forbids(...writesOfTheTwo) },
};

let house: House;
let world: World;
let players: Readonly<Record<Part, Client>>;
beforeAll(async () => {
  house = await aHouse();
  world = await aWorld(house);
  const { town, pairings, files } = world;
  const [lead, panel, mentor] = await Promise.all([1, 2, 3].map(() => aPerson(house, town.foreign.id, 'mentor')));
  if (!lead || !panel || !mentor) throw new Error('nobody');
  await house.sql('UPDATE studio SET lead_id = $2 WHERE id = $1', [pairings.own.studioId, lead.id]);
  await house.sql('INSERT INTO panel_mark (open_lesson_id, person_id) VALUES ($1, $2)', [
    ...[files.own.openLessonId, panel.id],
  ]);
  const next = await aPairing(house, { mentor, mentee: pairings.own.mentee });
  await house.sql('UPDATE pairing SET continues_id = $2 WHERE id = $1', [next.pairingId, pairings.own.pairingId]);
  players = { lead: await house.as(lead), panel: await house.as(panel), successor: await house.as(mentor) };
});
afterAll(() => house.close());

/** What a mentor far away from everything finds. */
function strangerAt({ expected: { mentor } }: Row): Verdict {
  return typeof mentor === 'string' ? mentor : mentor[2];
}

describe('the rights matrix of parts in a pairing', () => {
  it('names doors that are there', () => {
    const named = Object.values(parts).flatMap((part) => Object.keys(part));
    expect(named.filter((name) => !(name in rows))).toEqual([]);
  });

  it.each(['lead', 'panel', 'successor'] as const)('lets the %s through where it should', async (part) => {
    const found: Record<string, string> = {};
    const expected: Record<string, string> = {};
    for (const [name, contract] of Object.entries(allEndpoints())) {
      const row = rows[name];
      if (!row) continue;
      const { status, text } = await players[part].knock(contract, row.call(world, 'own'));
      const refused = [401, 403, 404].includes(status) ? String(status) : 'ok';
      found[name] = status >= 500 ? `${String(status)} ${text}` : refused;
      expected[name] = parts[part][name] ?? strangerAt(row);
    }
    expect(found).toEqual(expected);
  });
});
