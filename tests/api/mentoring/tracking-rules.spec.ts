import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  listMentorLoads,
  listPairingsToActOn,
  type PairingToActOn,
  readObligationTotals,
  readTrackingFigures,
  readVisitEquity,
} from '@qinglan/contracts';
import {
  addDays,
  giniOfBins,
  isInView,
  isSilent,
  isUnderWay,
  longestGap,
  obligationKinds,
  pairingStates,
  type PairingId,
  type PaidShare,
  type PairingState,
  reasonsOf,
  pairingStanding,
  shareTone,
  type StudioId,
  type Temporal,
  urgencyOf,
  type WatchedPairing,
} from '@qinglan/domain';
import fc from 'fast-check';
import { aHouse, aStudio, aTown, type Client, type House, type Town } from '../../support';
import { ago, aTracked, now, type ShareWish, today, type Two, twoOf } from './tracked';

let house: House;
let town: Town;
let administrator: Client;
let runs: readonly Run[];
beforeAll(async () => {
  house = await aHouse({ now });
  town = await aTown(house);
  administrator = await house.as(town.administrator);
  const wishes = fc.sample(fc.array(wish, { minLength: 30, maxLength: 40 }), { numRuns: 5, seed });
  runs = await Promise.all(wishes.map(made));
}, 60_000);
afterAll(() => house.close());

const seed = randomInt(2 ** 31);
const share: fc.Arbitrary<ShareWish> = fc.record({
  begun: fc.integer({ min: -5, max: 130 }),
  lasts: fc.integer({ min: 1, max: 140 }),
  due: fc.integer({ min: 0, max: 40 }),
  done: fc.integer({ min: 0, max: 40 }),
});
const wish = fc.record({
  state: fc.oneof(fc.constant('active' as const), fc.constantFrom(...pairingStates)),
  began: fc.integer({ min: 0, max: 120 }),
  contact: fc.option(fc.integer({ min: 0, max: 40 })),
  end: fc.option(fc.integer({ min: -40, max: 10 }).chain((days) => fc.constantFrom(days, days, days, days + 90))),
  agreementState: fc.constantFrom('asks' as const, 'read' as const, 'written' as const),
  signatures: fc.integer({ min: 0, max: 3 }),
  revised: fc.boolean(),
  shares: fc.array(share, { maxLength: 3 }),
  submitted: fc.array(fc.integer({ min: 0, max: 14 }), { maxLength: 1 }),
  replied: fc.array(fc.integer({ min: 0, max: 14 }), { maxLength: 1 }),
  asked: fc.option(fc.integer({ min: 0, max: 14 })),
  heard: fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 8 }),
});
type Wish = typeof wish extends fc.Arbitrary<infer W> ? W : never;

/** A pairing of a run: as it was wished, and as the rules see it. */
interface Made {
  readonly id: PairingId;
  readonly two: Two;
  readonly wish: Wish;
  readonly watched: WatchedPairing;
}

const shareOf = ({ begun, lasts, due, done }: ShareWish): PaidShare => ({
  firstDay: ago(begun),
  lastDay: addDays(ago(begun), lasts - 1),
  due,
  done,
});
/** The town's term began 87 days ago. */
const owedSince = ago(87);
const looksAt = (one: PaidShare) => isInView(one, owedSince, today);

const watchedOf = (one: Wish): WatchedPairing => ({
  state: one.state,
  since: ago(one.contact ?? one.began),
  lastDay: ago(one.end ?? -200),
  agreementState: one.agreementState,
  signatures: one.signatures,
  hasRevision: one.revised,
  shares: one.shares.map(shareOf),
  owedSince,
  askedOn: one.asked === null ? null : ago(one.asked),
  submittedOn: [...one.submitted, ...one.replied].map(ago),
});

const couplesOfRun = 8;

/** Lessons are heard after the beginning and the end follows it; pairings of the same two begin on different days. */
const fitting = (wishes: readonly Wish[]): readonly Wish[] =>
  wishes.map((one, at) => {
    const began = one.began - (one.began % 6) + Math.floor(at / couplesOfRun);
    const end = one.end === null ? null : Math.min(one.end, began);
    return { ...one, began, end, heard: one.heard.filter((day) => day <= began) };
  });

/** A studio of its own with random pairings of a few people. */
interface Run {
  readonly studioId: StudioId;
  readonly all: readonly Made[];
}

async function made(wishes: readonly Wish[]): Promise<Run> {
  const studioId = await aStudio(house, town.aksu.id);
  const couples = await Promise.all(Array.from({ length: couplesOfRun }, () => twoOf(house, town)));
  const all = fitting(wishes).map(async (one, at) => {
    const two = couples[at % couplesOfRun];
    if (!two) throw new Error('no couple');
    return { id: await aTracked(house, two, { ...one, studioId }), two, wish: one, watched: watchedOf(one) };
  });
  return { studioId, all: await Promise.all(all) };
}

async function inEveryRun(check: (run: Run) => Promise<void>): Promise<void> {
  for (const run of runs) await check(run);
}

async function wholeList(studioId: StudioId, more: { state?: PairingState | 'running' } = {}) {
  const rows: PairingToActOn[] = [];
  let after: string | undefined;
  do {
    const page = (await administrator.call(listPairingsToActOn, { query: { studioId, limit: 7, after, ...more } }))
      .body;
    rows.push(...page.items);
    after = page.next ?? undefined;
  } while (after);
  return rows;
}

const byUrgency = (all: readonly Made[]) =>
  all.toSorted(
    (a, b) => urgencyOf(b.watched, today) - urgencyOf(a.watched, today) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
const mustAct = (one: WatchedPairing) => isUnderWay(one, today);
const tonesOf = (all: readonly Made[]) =>
  all
    .filter(({ watched }) => mustAct(watched))
    .flatMap(({ watched }) => watched.shares.filter(looksAt).map((one) => shareTone(one, today)));
const times = <T>(all: readonly T[], wanted: T) => all.filter((one) => one === wanted).length;

describe(`the database agrees with the rules (seed ${String(seed)})`, () => {
  it('on who is to be acted on, why, and in which order, page by page', async () => {
    await inEveryRun(async ({ studioId, all }) => {
      const expected = byUrgency(all).filter(({ watched }) => reasonsOf(watched, today).length > 0);
      const found = await wholeList(studioId);
      expect(found.map(({ pairingId, reasons }) => [pairingId, reasons])).toEqual(
        expected.map(({ id, watched }) => [id, reasonsOf(watched, today)]),
      );
    });
  });

  it('on those of one state, who needs nobody last', async () => {
    await inEveryRun(async ({ studioId, all }) => {
      const expected = byUrgency(all).filter(({ watched }) => pairingStanding(watched, today) === 'running');
      const found = await wholeList(studioId, { state: 'running' });
      expect(found.map(({ pairingId }) => pairingId)).toEqual(expected.map(({ id }) => id));
    });
  });

  it('on the figures', async () => {
    await inEveryRun(async ({ studioId, all }) => {
      const figures = (await administrator.call(readTrackingFigures, { query: { studioId } })).body;
      const tones = tonesOf(all);
      const running = all.filter(({ watched }) => pairingStanding(watched, today) === 'running');
      expect(figures).toMatchObject({
        running: running.length,
        waiting: all.filter(({ watched }) => mustAct(watched) && isSilent(watched.since, today)).length,
        fair: times(tones, 'fair'),
        amber: times(tones, 'amber'),
        red: times(tones, 'red'),
        overdue: all.filter(({ watched }) => reasonsOf(watched, today).includes('end-overdue')).length,
      });
      const onTime = all.filter(({ watched }) => pairingStanding(watched, today) !== 'overdue');
      const states = Map.groupBy(onTime, ({ watched }) => watched.state);
      expect(new Map(figures.states.map(({ state, pairings }) => [state, pairings]))).toEqual(
        new Map([...states].map(([state, those]) => [state, those.length])),
      );
    });
  });

  it('on what is due, done and at risk of each kind', async () => {
    await inEveryRun(async ({ studioId, all }) => {
      const { items } = (await administrator.call(readObligationTotals, { query: { studioId } })).body;
      const owed = all
        .filter(({ watched }) => mustAct(watched))
        .flatMap(({ wish: { shares } }) =>
          shares.map((one, at) => ({ kind: obligationKinds[at], share: shareOf(one) })),
        );
      const expected = obligationKinds.flatMap((kind) => {
        const shares = owed.filter((one) => one.kind === kind && looksAt(one.share) && one.share.due > 0);
        const tones = shares.map((one) => shareTone(one.share, today));
        if (shares.length === 0) return [];
        const due = shares.reduce((sum, one) => sum + one.share.due, 0);
        const done = shares.reduce((sum, one) => sum + Math.min(one.share.due, one.share.done), 0);
        const standing = { fair: times(tones, 'fair'), amber: times(tones, 'amber'), red: times(tones, 'red') };
        return [{ kind, obligations: shares.length, due, done, ...standing }];
      });
      expect(items).toEqual(expected.toSorted((a, b) => (a.kind < b.kind ? -1 : 1)));
    });
  });
});

const termBegins = today.with({ month: 8, day: 31 });
const later = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (a.until(b).days > 0 ? b : a);
const inTerm = ({ wish: { heard } }: Made) => heard.map(ago).filter((day) => termBegins.until(day).days >= 0);
const begun = (one: Made) => !['nominated', 'consenting', 'agreed', 'lapsed'].includes(one.watched.state);

/** It was to run in the term, or somebody came in it all the same. */
const isOfTerm = (one: Made) =>
  one.watched.lastDay === null || termBegins.until(one.watched.lastDay).days >= 0 || inTerm(one).length > 0;

describe(`the database agrees with the rules on visits (seed ${String(seed)})`, () => {
  it('how often each mentee was heard, how evenly, and who waited longest', async () => {
    await inEveryRun(async ({ studioId, all }) => {
      const equity = (await administrator.call(readVisitEquity, { query: { studioId } })).body;
      const ofMentees = Map.groupBy(all.filter(begun).filter(isOfTerm), ({ two }) => two.mentee.id);
      const counts = [...ofMentees.values()].map((those) => those.flatMap(inTerm).length);
      const bins = [...Map.groupBy(counts, (value) => value)].map(([value, those]) => ({ value, count: those.length }));
      expect(equity.bins).toEqual(bins.toSorted((a, b) => a.value - b.value));
      expect(equity.mentees).toBe(ofMentees.size);
      expect(equity.gini).toBeCloseTo(giniOfBins(bins), 9);
      const gaps = all
        .filter(({ watched }) => mustAct(watched))
        .map((one) => longestGap(inTerm(one), { firstDay: later(ago(one.wish.began), termBegins), lastDay: today }));
      expect(equity.longest?.days ?? null).toBe(gaps.length > 0 ? Math.max(...gaps) : null);
    });
  });

  it('what each mentor carries', async () => {
    await inEveryRun(async ({ studioId, all }) => {
      const { items } = (await administrator.call(listMentorLoads, { query: { studioId } })).body;
      const running = Map.groupBy(all, ({ two }) => two.mentor.id);
      const expected = [...running].flatMap(([id, those]) => {
        const carried = those.filter(({ watched }) => pairingStanding(watched, today) === 'running').length;
        const visits = those.filter(({ watched }) => watched.state !== 'lapsed').flatMap(inTerm).length;
        return carried > 0 ? [{ id, carried, visits }] : [];
      });
      expect(items.map(({ mentorId, running: carried, visits }) => ({ id: mentorId, carried, visits }))).toEqual(
        expected.toSorted((a, b) => b.carried - a.carried || (a.id < b.id ? -1 : 1)),
      );
    });
  });
});
