import * as contracts from '@qinglan/contracts';
import type { PairingId, PairingState, StudioId } from '@qinglan/domain';
import { inCohort } from './growth';
import type { House } from './house';
import { aPairing, aStudio } from './mentoring';
import { aPerson, aTown, type Person, type Town } from './town';

let counted = 0;

/** A cohort (期) of mentors of one, before it leaves: each test has one of its own name. */
export interface LeavingCohort {
  readonly town: Town;
  readonly cohort: string;
  readonly mentor: Person;
  readonly lead: Person;
  readonly studioId: StudioId;
}

export async function aLeavingCohort(house: House): Promise<LeavingCohort> {
  const town = await aTown(house);
  const cohort = `第${String((counted += 1))}期`;
  const lead = await aPerson(house, town.hangzhou.id, 'mentor');
  const studioId = await aStudio(house, town.aksu.id, lead.id);
  return { town, cohort, lead, studioId, mentor: await aMentorOf(house, town, cohort) };
}

/** Another mentor of a cohort. */
export async function aMentorOf(house: House, town: Town, cohort: string): Promise<Person> {
  const person = await aPerson(house, town.hangzhou.id, 'mentor');
  await inCohort(house, person, cohort);
  return person;
}

interface Scene extends Omit<LeavingCohort, 'lead'> {
  readonly house: House;
}

/** Who pairs, reads and closes the cohort that stands there at that moment. */
export const leavingOf = (scene: () => Scene) => ({
  async paired(state: PairingState = 'active', more: { mentor?: Person; studioId?: StudioId | null } = {}) {
    const { house, town, mentor, studioId } = scene();
    const mentee = await aPerson(house, town.aksu.id, 'mentee');
    return aPairing(house, { mentor, mentee, studioId, state, ...more });
  },
  async reads(who: Person = scene().town.administrator) {
    const { house, cohort } = scene();
    return (await house.as(who)).call(contracts.readCohort, { params: { cohort } });
  },
  async lists(who: Person = scene().town.administrator, query: Record<string, unknown> = {}) {
    const { house, cohort } = scene();
    return (await house.as(who)).call(contracts.listCohortPairings, { params: { cohort }, query });
  },
  async closes(who: Person = scene().town.administrator) {
    const { house, cohort } = scene();
    return (await house.as(who)).call(contracts.closeCohort, { params: { cohort } });
  },
  async stateOf(pairingId: PairingId) {
    const [found] = await scene().house.sql<{ state: string }>('SELECT state FROM pairing WHERE id = $1', [pairingId]);
    return found?.state;
  },
});
