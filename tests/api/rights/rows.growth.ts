import { randomUUID } from 'node:crypto';
import { administrators, everybody, type Expected, type Row, row, signedIn, stale } from './row';
import type { Place, World } from './world';

const params = (world: World, place: Place) => ({ params: { pairingId: world.pairings[place].pairingId } });
const item = (world: World, place: Place, itemId: string = world.files[place].itemId) => ({
  params: { ...params(world, place).params, itemId },
});
const open = (world: World, place: Place) => ({ params: { openLessonId: world.files[place].openLessonId } });
const cohort = { params: { cohort: '第一期' } };

/** The own pairing is seen by its two, who are the knockers, and by the coordinator of their school. */
const own = ['ok', '404', '404'] as const;
const not = ['403', '404', '404'] as const;
const seen: Expected = {
  ...everybody('404'),
  ...{ administrator: 'ok', viewer: 'ok', coordinator: own, mentor: own, mentee: own, nobody: '401' },
};
const onlyTheTwo: Expected = { ...seen, administrator: '403', viewer: '403', coordinator: not };
/** The two, and those who keep the pairing. */
const recorded: Expected = { ...seen, viewer: '403' };
/** Those who keep it, and none of the two. */
const kept: Expected = { ...recorded, mentor: not, mentee: not };

const text = '权限';
const reason = text;

/** Who gets through the doors of growth and completion. */
export const growthRows: Readonly<Record<string, Row>> = {
  // Who merely looks on does not read what the two write.
  readGrowth: row({ ...seen, viewer: '404' }, params),
  saveGrowthPlan: row(onlyTheTwo, (world, place) => ({ ...params(world, place), body: { goals: [] }, ...stale })),
  // 中期考核 is the mentor's to write; the self-assessment is the mentor's to reply to. None belongs to that term.
  saveGrowthText: row({ ...onlyTheTwo, mentee: not }, (world, place) => ({
    params: { ...params(world, place).params, kind: 'mid-term', term: 'start' },
    ...{ body: { text }, ...stale },
  })),
  replyToGrowthText: row({ ...onlyTheTwo, mentee: not }, (world, place) => ({
    params: { ...params(world, place).params, kind: 'baseline', term: '2026-1' },
    ...{ body: { reply: text }, ...stale },
  })),
  // A day in the future is refused by rule to whoever is let through.
  addPortfolioItem: row(recorded, (world, place) => ({
    ...item(world, place, randomUUID()),
    body: { kind: 'paper', onDay: '2030-01-01', title: text, evidence: text },
  })),
  // Counted by the mentor; without a reason nothing is taken back.
  withdrawPortfolioItem: row({ ...recorded, mentee: not }, (world, place) => ({
    ...item(world, place),
    body: { reason: '' },
  })),
  saveOpenLesson: row(recorded, (world, place) => ({
    params: { ...params(world, place).params, ...open(world, place).params },
    body: { held: { on: 'day', onDay: '2026-09-01', topic: text }, panel: [] },
    ...stale,
  })),
  readOpenLesson: row(seen, open),
  listPanels: row(signedIn),
  // None of the knockers sits on the panel.
  markOpenLesson: row({ ...onlyTheTwo, mentor: not, mentee: not }, (world, place) => ({
    ...open(world, place),
    body: { mark: 80, word: text },
  })),
  closePanel: row(kept, (world, place) => ({ ...open(world, place), ...stale })),

  assessPairing: row(kept, (world, place) => ({ ...params(world, place), body: { begins: true }, ...stale })),
  pausePairing: row(kept, (world, place) => ({
    ...params(world, place),
    ...{ body: { firstDay: '2026-08-25', reason }, ...stale },
  })),
  resumePairing: row(kept, (world, place) => ({ ...params(world, place), body: { lastDay: '2026-08-25' }, ...stale })),
  endPairing: row(kept, (world, place) => ({
    ...params(world, place),
    ...{ body: { act: 'dissolve', reason }, ...stale },
  })),
  // What is hidden or forbidden is named by its place, and nothing is done.
  endPairings: row(signedIn, (world, place) => ({
    body: { act: 'dissolve', reason, pairings: [{ ...params(world, place).params, version: 900 }] },
  })),
  // One waits already.
  petitionPairing: row(onlyTheTwo, (world, place) => ({
    params: { ...params(world, place).params, petitionId: randomUUID() },
    body: { reason },
  })),
  decidePetition: row(kept, (world, place) => ({
    params: { ...params(world, place).params, petitionId: world.files[place].petitionId },
    ...{ body: { grants: true, answer: text }, ...stale },
  })),
  listPetitions: row(signedIn),

  // The knockers lead no studio.
  listCohorts: row(signedIn),
  readCohort: row({ ...everybody('404'), administrator: 'ok', viewer: 'ok', nobody: '401' }, () => cohort),
  listCohortPairings: row({ ...everybody('404'), administrator: 'ok', viewer: 'ok', nobody: '401' }, () => cohort),
  closeCohort: row(administrators, () => cohort),
};
