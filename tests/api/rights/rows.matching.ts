import { usualWeights } from '@qinglan/domain';
import { everybody, type Expected, type Row, row, signedIn, stale } from './row';
import type { Place, World } from './world';

const round = (world: World, place: Place) => ({ params: { roundId: world.rounds[place].roundId } });
const changed = (world: World, place: Place, body: object = {}) => ({ ...round(world, place), body, ...stale });
const planned = (world: World, place: Place) => ({ ...round(world, place), query: { plan: 'optimal' } });
const of = (part: string) => (world: World, place: Place) => ({ ...round(world, place), query: { part } });

/** The knockers mentor and mentee are in the own round, and the coordinator's people with them. */
const own = ['ok', '404', '404'] as const;
const not = ['403', '404', '404'] as const;
const seen: Expected = {
  ...everybody('404'),
  ...{ administrator: 'ok', viewer: 'ok', coordinator: own, mentor: own, mentee: own, nobody: '401' },
};
/** The rounds are for a cohort, so that nobody but an administrator keeps them. */
const kept: Expected = { ...seen, viewer: '403', coordinator: not, mentor: not, mentee: not };
const onlyOneself: Expected = { ...kept, administrator: '403' };

const about = {
  ...{ title: '权限', studioId: null, cohort: '试行', hoursPerMentee: 2, weights: usualWeights },
  ...{ opensOn: '2026-08-01', closesOn: '2026-09-30', fromDay: '2026-10-01', toDay: null },
};

/** Who gets through the doors of matching. */
export const matchingRows: Readonly<Record<string, Row>> = {
  listMatchingRounds: row(signedIn),
  readMatchingRound: row(seen, round),
  saveMatchingRound: row(kept, (world, place) => changed(world, place, about)),
  stepMatchingRound: row(kept, (world, place) => changed(world, place, { to: 'closed' })),
  // Nobody looks at those who stand on the same side.
  listMatchingPeople: row({ ...seen, mentor: not }, of('mentor')),
  listMatchingCandidates: row(kept, of('mentee')),
  saveMatchingPeople: row(kept, (world, place) =>
    changed(world, place, { mentorIds: [], menteeIds: [], removeIds: [] }),
  ),
  tellMatchingWish: row({ ...onlyOneself, mentee: own }, (world, place) =>
    changed(world, place, { choices: [], specialities: [] }),
  ),
  tellMatchingOffer: row({ ...onlyOneself, mentor: own }, (world, place) =>
    changed(world, place, { capacity: 1, hoursPerWeek: null, specialities: [], order: [] }),
  ),
  // The first plan is asked for by a keeper; coordinators ask again (tried in matching-coordinators.spec.ts).
  askMatchingProposal: row(kept, (world, place) => changed(world, place)),
  readMatchingProposal: row({ ...seen, mentor: not, mentee: not }, round),
  listMatchingPlanPairs: row({ ...seen, mentor: not, mentee: not }, planned),
  listMatchingGaps: row({ ...seen, mentor: not, mentee: not }, planned),
  ruleMatchingPair: row({ ...kept, coordinator: own }, (world, place) => {
    const { mentor, mentee } = world.pairings[place];
    const params = { ...round(world, place).params, menteeId: mentee.id, mentorId: mentor.id };
    return { params, body: { rule: 'forbid', reason: '权限' }, ...stale };
  }),
  layMatching: row(kept, (world, place) => changed(world, place, { plan: 'optimal' })),
};
