import {
  askMatchingProposal,
  consentToPairing,
  layMatching,
  type MatchingProposal,
  type MatchingRoundView,
  readMatchingProposal,
  readMatchingRound,
  readPairing,
  ruleMatchingPair,
  tellMatchingOffer,
  tellMatchingWish,
} from '@qinglan/contracts';
import type { MatchingRoundId } from '@qinglan/domain';
import { aMatchingRound, aPerson, type Client, type House, ofSubject, type Person, type Town } from '../../support';

/** A round with its people, each at a browser. */
export interface Round {
  readonly roundId: MatchingRoundId;
  readonly mentors: readonly Person[];
  readonly mentees: readonly Person[];
  readonly keeper: Client;
  readonly asMentor: readonly Client[];
  readonly asMentee: readonly Client[];
}

const all = async <T>(count: number, make: () => Promise<T>): Promise<T[]> => {
  const made: T[] = [];
  for (let at = 0; at < count; at += 1) made.push(await make());
  return made;
};

/** So many mentors of Hangzhou and mentees of Aksu in one round of one subject. */
export async function aRound(
  house: House,
  town: Town,
  given: { readonly mentors: number; readonly mentees: number; readonly subject?: string },
): Promise<Round> {
  const subject = given.subject ?? '高中数学';
  const one = (schoolId: Person['schoolId'], role: 'mentor' | 'mentee') => async () => {
    const person = await aPerson(house, schoolId, role);
    await ofSubject(house, person, subject);
    return person;
  };
  const mentors = await all(given.mentors, one(town.hangzhou.id, 'mentor'));
  const mentees = await all(given.mentees, one(town.aksu.id, 'mentee'));
  const { roundId } = await aMatchingRound(house, { mentors, mentees });
  const keeper = await house.as(await aPerson(house, town.hangzhou.id, 'administrator'));
  const seats = (people: readonly Person[]) => Promise.all(people.map((person) => house.as(person)));
  return { roundId, mentors, mentees, keeper, asMentor: await seats(mentors), asMentee: await seats(mentees) };
}

export const at = ({ roundId }: Round) => ({ params: { roundId } });
export const viewOf = async (client: Client, round: Round): Promise<MatchingRoundView> =>
  (await client.call(readMatchingRound, at(round))).body;
export const planOf = async (client: Client, round: Round): Promise<MatchingProposal> =>
  (await client.call(readMatchingProposal, at(round))).body;

const version = async (round: Round) => (await viewOf(round.keeper, round)).version;
const mine = async (client: Client, round: Round) => (await viewOf(client, round)).mine?.version ?? 0;

/** Whom a mentee would like, the dearest first, and what she wants to learn. */
export async function wishes(
  client: Client,
  round: Round,
  wish: readonly Person[] | { readonly choices: readonly Person[]; readonly specialities: string[] },
) {
  const { choices, specialities } = 'choices' in wish ? wish : { choices: wish, specialities: [] };
  const body = { choices: choices.map(({ id }) => id), specialities };
  return client.call(tellMatchingWish, { ...at(round), body, version: await mine(client, round) });
}
export const offers = async (
  client: Client,
  round: Round,
  offer: { capacity: number; hoursPerWeek?: number | null; specialities?: string[]; order?: readonly Person[] },
) =>
  client.call(tellMatchingOffer, {
    ...at(round),
    body: {
      capacity: offer.capacity,
      hoursPerWeek: offer.hoursPerWeek ?? null,
      specialities: offer.specialities ?? [],
      order: (offer.order ?? []).map(({ id }) => id),
    },
    version: await mine(client, round),
  });
export const asks = async (round: Round, by = round.keeper) =>
  by.call(askMatchingProposal, { ...at(round), version: await version(round) });
export const lays = async (round: Round, plan: 'optimal' | 'stable' = 'optimal') =>
  round.keeper.call(layMatching, { ...at(round), body: { plan }, version: await version(round) });
export const rules = async (
  round: Round,
  pair: { mentee: Person; mentor: Person },
  { by = round.keeper, ...body }: { rule: 'pin' | 'forbid' | 'free'; reason: string; by?: Client },
) =>
  by.call(ruleMatchingPair, {
    params: { ...at(round).params, menteeId: pair.mentee.id, mentorId: pair.mentor.id },
    body,
    version: await version(round),
  });

/** Says yes or no to the one pair that waits for this client's word. */
export async function says(
  client: Client,
  round: Round,
  body: { consents: true } | { consents: false; reason: string },
) {
  const laid = (await viewOf(client, round)).laid.find(({ mayConsent }) => mayConsent);
  if (!laid) throw new Error('nothing waits for a word');
  const params = { pairingId: laid.pairingId };
  const pairing = (await client.call(readPairing, { params })).body;
  return client.call(consentToPairing, { params, body, version: pairing.version });
}

/** Pairs of a plan, as places of mentees and mentors in the round. */
export const told = (round: Round, plan: MatchingProposal['optimal']): readonly string[] =>
  plan.pairs.items
    .map(({ mentee, mentor }) => {
      const [one, other] = [round.mentees, round.mentors].map((people, side) =>
        people.findIndex(({ id }) => id === (side === 0 ? mentee.id : mentor.id)),
      );
      return `${String(one)}-${String(other)}`;
    })
    .sort();

/** The thing at a place, which has to be there. */
export function one<T>(things: readonly T[], place = 0): T {
  const thing = things[place];
  if (thing === undefined) throw new Error(`there is no ${String(place)}`);
  return thing;
}

/** A mentee and a mentor of a round, by their places in it. */
export const pairIn = (round: Round, mentee: number, mentor: number) => ({
  mentee: one(round.mentees, mentee),
  mentor: one(round.mentors, mentor),
});

/** Two mentors with one place each; both mentees want the first, who would rather have the second. */
export async function aTornRound(house: House, town: Town): Promise<Round> {
  const round = await aRound(house, town, { mentors: 2, mentees: 2 });
  await offers(one(round.asMentor), round, { capacity: 1, order: [one(round.mentees, 1)] });
  await offers(one(round.asMentor, 1), round, { capacity: 1 });
  for (const client of round.asMentee) await wishes(client, round, [one(round.mentors)]);
  return round;
}
