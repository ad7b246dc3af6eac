import { RenewShares } from '@qinglan/api-mentoring';
import * as contracts from '@qinglan/contracts';
import type { CallOf } from '@qinglan/contracts';
import type { ObligationTerms, PairingId, PairingState } from '@qinglan/domain';
import { aCountersigned, aHandCounted, anOpenLesson } from './growth';
import type { House } from './house';
import { aPairing, aStudio, type PairingMade } from './mentoring';
import { aPerson, aTown, type Person, type Town } from './town';

/** A pairing of a studio of Aksu, under way since August 2026, with the shares of its obligations. */
export interface PairingUnderWay {
  readonly town: Town;
  readonly lead: Person;
  readonly pairing: PairingMade;
}

const discussions: ObligationTerms = { owedBy: 'mentee', kind: 'discussion', number: 2, per: 'month' };

export async function aPairingUnderWay(house: House, obligation = discussions): Promise<PairingUnderWay> {
  const town = await aTown(house);
  const lead = await aPerson(house, town.hangzhou.id, 'mentor');
  const pairing = await aPairing(house, {
    mentor: await aPerson(house, town.hangzhou.id, 'mentor'),
    mentee: await aPerson(house, town.aksu.id, 'mentee'),
    studioId: await aStudio(house, town.aksu.id, lead.id),
    obligations: [obligation],
  });
  await house.app.get<RenewShares>(RenewShares as never, { strict: false }).execute();
  return { town, lead, pairing };
}

export type End = NonNullable<CallOf<typeof contracts.endPairing>['body']>;

interface Scene extends Pick<PairingUnderWay, 'pairing' | 'lead'> {
  readonly house: House;
}

/** What is done at the doors to the pairing that stands there at that moment. */
export const endingOf = (scene: () => Scene) => ({
  async read(who: Person, pairingId: PairingId = scene().pairing.pairingId) {
    return (await scene().house.as(who)).call(contracts.readGrowth, { params: { pairingId } });
  },
  async ends(who: Person, body: End, version = 1) {
    const { pairingId } = scene().pairing;
    return (await scene().house.as(who)).call(contracts.endPairing, { params: { pairingId }, version, body });
  },
  inState(state: PairingState) {
    return scene().house.sql('UPDATE pairing SET state = $2 WHERE id = $1', [scene().pairing.pairingId, state]);
  },
  shares() {
    return scene().house.sql<{ first: string; last: string; due: number }>(
      `SELECT first_day::text AS first, last_day::text AS last, due FROM obligation_share WHERE pairing_id = $1
       ORDER BY first_day`,
      [scene().pairing.pairingId],
    );
  },
  /** Signed past the doors; who it was makes no difference here. */
  signed: (parties: string) => areSigned(scene(), parties),
  /** Everything that the gate asks for, past the doors. */
  aWholeFile: () => theWholeFile(scene()),
});

const areSigned = ({ house, pairing }: Scene, parties: string) =>
  house.sql(
    `INSERT INTO agreement_signature (pairing_id, party, person_id, signed_at)
     SELECT $1, party, $2, now() FROM unnest($3::text[]) party`,
    [pairing.pairingId, pairing.mentor.id, parties],
  );

const goal = { title: '站稳讲台', seenBy: '听课记录', byDay: '2026-12-31', state: 'open' };

async function theWholeFile(scene: Scene): Promise<void> {
  const { house, lead, pairing } = scene;
  const { pairingId, mentor, mentee } = pairing;
  await house.sql(
    `INSERT INTO growth_plan (pairing_id, goals, changed_at, changed_by) VALUES ($1, $3::jsonb, now(), $2)`,
    [pairingId, mentee.id, JSON.stringify([goal, goal])],
  );
  await aCountersigned(house, pairing, 'mentor-hears');
  await aCountersigned(house, pairing, 'mentee-hears');
  await aHandCounted(house, { pairingId, kind: 'lesson-plan', by: mentee });
  await aHandCounted(house, { pairingId, kind: 'open-lesson', by: mentor });
  await house.sql(
    `UPDATE open_lesson SET closed_at = now(), closed_by = $2, mean = 80, is_passed = true WHERE id = $1`,
    [await anOpenLesson(house, pairing, {}), lead.id],
  );
  for (const onDay of ['2026-08-24', '2026-08-25', '2026-09-10'])
    await aHandCounted(house, { pairingId, kind: 'discussion', by: mentor, onDay });
  await house.sql(`UPDATE obligation_share SET done = due WHERE pairing_id = $1 AND first_day < '2026-10-01'`, [
    pairingId,
  ]);
  await areSigned(scene, '{mentor,mentee,school}');
}
