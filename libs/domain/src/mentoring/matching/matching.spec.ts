import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PersonId } from '../../kernel';
import { pairsWhoWouldRather, totalOf } from './compare';
import { fitOf, isAcceptable, worthOf } from './fit';
import { assign } from './optimal';
import type { MatchedPair, MatchingMentee, MatchingMentor, MatchingProblem } from './problem';
import { stableMatching } from './stable';
import { id, pair, told } from './makers';

const words = ['高中数学', '外科', '班主任'];
const word = fc.constantFrom(...words);
const indexes = (count: number, most: number) => fc.uniqueArray(fc.nat(count - 1), { maxLength: most });
const weight = fc.integer({ min: 0, max: 40 });

/** Small rounds of every shape: crowded and empty, pinned and forbidden, with and without wishes. */
const anyProblem: fc.Arbitrary<MatchingProblem> = fc
  .record({ menteeCount: fc.integer({ min: 1, max: 5 }), mentorCount: fc.integer({ min: 1, max: 4 }) })
  .chain(({ menteeCount, mentorCount }) => {
    const pairs = fc.uniqueArray(fc.tuple(fc.nat(menteeCount - 1), fc.nat(mentorCount - 1)), { maxLength: 3 });
    return fc.record({
      mentees: fc.array(
        fc.record({ subject: fc.option(word), needs: fc.uniqueArray(word), choices: indexes(mentorCount, 3) }),
        {
          minLength: menteeCount,
          maxLength: menteeCount,
        },
      ),
      mentors: fc.array(
        fc.record({
          subject: fc.option(word),
          specialities: fc.uniqueArray(word, { maxLength: 2 }),
          capacity: fc.nat(3),
          current: fc.nat(3),
          order: indexes(menteeCount, 5),
        }),
        { minLength: mentorCount, maxLength: mentorCount },
      ),
      fixed: fc.uniqueArray(fc.tuple(fc.nat(menteeCount - 1), fc.nat(mentorCount - 1)), {
        maxLength: 2,
        selector: ([one]) => one,
      }),
      forbidden: pairs,
      weights: fc.record({
        subject: weight,
        speciality: weight,
        firstChoice: weight,
        secondChoice: weight,
        thirdChoice: weight,
        mentorOrder: weight,
        load: weight,
      }),
    });
  })
  .map((drawn) => ({
    mentees: drawn.mentees.map((each, at) => ({
      ...each,
      id: id(`e${at}`),
      choices: each.choices.map((n) => id(`m${n}`)),
    })),
    mentors: drawn.mentors.map((each, at) => ({
      ...each,
      id: id(`m${at}`),
      order: each.order.map((n) => id(`e${n}`)),
    })),
    fixed: drawn.fixed.map(([one, other]) => pair(`e${one}`, `m${other}`)),
    apart: drawn.forbidden.map(([one, other]) => ({ ...pair(`e${one}`, `m${other}`), cause: 'forbidden' as const })),
    weights: drawn.weights,
  }));

const placesOf = ({ capacity }: MatchingMentor): number => capacity ?? 0;
const isSame = (a: MatchedPair) => (b: MatchedPair) => a.menteeId === b.menteeId && a.mentorId === b.mentorId;
const fixedOf = ({ fixed }: MatchingProblem, who: MatchingMentee) => fixed.find(({ menteeId }) => menteeId === who.id);

/** Mentors whom a mentee may be given, by the words of the rule rather than by the graph. */
function allowedFor(asked: MatchingProblem, who: MatchingMentee): readonly PersonId[] {
  const own = fixedOf(asked, who);
  if (own) return [own.mentorId];
  return asked.mentors
    .filter((other) => isAcceptable(fitOf(who, other)))
    .filter((other) => !asked.apart.some(isSame({ menteeId: who.id, mentorId: other.id })))
    .map((other) => other.id);
}

/** Room beyond the fixed pairs: a pin may stand above what the mentor stated. */
function roomLeft(asked: MatchingProblem, who: MatchingMentor): number {
  return Math.max(placesOf(who), asked.fixed.filter(({ mentorId }) => mentorId === who.id).length);
}

/** Every plan there is. */
function allPlans(asked: MatchingProblem): readonly (readonly MatchedPair[])[] {
  let plans: readonly (readonly MatchedPair[])[] = [[]];
  for (const who of asked.mentees) {
    const own = fixedOf(asked, who);
    plans = plans.flatMap((plan) => [
      ...(own ? [] : [plan]),
      ...allowedFor(asked, who).map((mentorId) => [...plan, { menteeId: who.id, mentorId }]),
    ]);
  }
  return plans.filter((plan) =>
    asked.mentors.every((who) => plan.filter(({ mentorId }) => mentorId === who.id).length <= roomLeft(asked, who)),
  );
}

/** The load by its definition: each further mentee costs as many times the weight as the mentor then has. */
function totalByHand(asked: MatchingProblem, plan: readonly MatchedPair[]): number {
  const has = new Map(asked.mentors.map(({ id: name, current }) => [name, current]));
  return plan.reduce((sum, { menteeId, mentorId }) => {
    const one = asked.mentees.find((each) => each.id === menteeId);
    const other = asked.mentors.find((each) => each.id === mentorId);
    if (!one || !other) throw new Error('somebody unknown');
    const before = has.get(mentorId) ?? 0;
    has.set(mentorId, before + 1);
    return sum + worthOf(fitOf(one, other), other, asked.weights) - asked.weights.load * before;
  }, 0);
}

const sizeThenTotal = (asked: MatchingProblem) => (plan: readonly MatchedPair[]) =>
  [plan.length, totalByHand(asked, plan)] as const;
const isBetter = (a: readonly [number, number], b: readonly [number, number]) =>
  a[0] > b[0] || (a[0] === b[0] && a[1] > b[1]);

function respects(asked: MatchingProblem, plan: readonly MatchedPair[]): void {
  expect(new Set(plan.map(({ menteeId }) => menteeId)).size).toBe(plan.length);
  for (const who of asked.mentors) {
    expect(plan.filter(({ mentorId }) => mentorId === who.id).length).toBeLessThanOrEqual(roomLeft(asked, who));
  }
  for (const own of asked.fixed) expect(plan.some(isSame(own))).toBe(true);
  const free = plan.filter((each) => !asked.fixed.some(isSame(each)));
  for (const each of free) expect(asked.apart.some(isSame(each))).toBe(false);
  for (const { menteeId, mentorId } of free) {
    const allowed = asked.mentees.filter((who) => who.id === menteeId).flatMap((who) => allowedFor(asked, who));
    expect(allowed).toContain(mentorId);
  }
}

describe('the optimal matching', () => {
  it('places as many as can be and then has the best total, checked against every plan there is', () => {
    fc.assert(
      fc.property(anyProblem, (asked) => {
        const found = assign(asked);
        respects(asked, found);
        const figures = allPlans(asked).map(sizeThenTotal(asked));
        const best = figures.reduce((one, other) => (isBetter(other, one) ? other : one));
        expect(sizeThenTotal(asked)(found)).toEqual(best);
        expect(totalOf(asked, found)).toBe(totalByHand(asked, found));
      }),
      { numRuns: 600 },
    );
  });

  it('is the same whoever is asked first', () => {
    fc.assert(
      fc.property(anyProblem, (asked) => {
        const turned = { ...asked, mentees: asked.mentees.toReversed(), mentors: asked.mentors.toReversed() };
        expect(sizeThenTotal(asked)(assign(turned))).toEqual(sizeThenTotal(asked)(assign(asked)));
      }),
    );
  });
});

describe('the stable matching', () => {
  /** By the definition: two who may be put together, and each would rather. Written without the rule's own code. */
  function missedPairs(asked: MatchingProblem, plan: readonly MatchedPair[]): readonly string[] {
    const order = (who: MatchingMentee, other: MatchingMentor, ranks: readonly PersonId[]) => {
      const named = ranks.indexOf(ranks === who.choices ? other.id : who.id);
      return [named < 0 ? 99 : named, -worthOf(fitOf(who, other), other, asked.weights)] as const;
    };
    const isBefore = (a: readonly [number, number], b: readonly [number, number]) =>
      a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
    const mentorOf = (who: MatchingMentee) => {
      const own = plan.find(({ menteeId }) => menteeId === who.id);
      return asked.mentors.find((other) => other.id === own?.mentorId);
    };
    const missed: string[] = [];
    for (const who of asked.mentees) {
      if (fixedOf(asked, who)) continue;
      for (const other of asked.mentors) {
        if (!allowedFor(asked, who).includes(other.id)) continue;
        const own = mentorOf(who);
        if (own === other) continue;
        if (own && !isBefore(order(who, other, who.choices), order(who, own, who.choices))) continue;
        const theirs = asked.mentees.filter((each) => mentorOf(each) === other);
        const mayMove = theirs.filter((each) => !fixedOf(asked, each));
        const isFree = theirs.length < placesOf(other);
        if (
          isFree ||
          mayMove.some((each) => isBefore(order(who, other, other.order), order(each, other, other.order)))
        ) {
          missed.push(`${who.id}-${other.id}`);
        }
      }
    }
    return missed;
  }

  it('has no two who would both rather have each other, and respects pins, forbidden pairs and capacity', () => {
    fc.assert(
      fc.property(anyProblem, (asked) => {
        const found = stableMatching(asked);
        respects(asked, found);
        expect(missedPairs(asked, found)).toEqual([]);
        expect(pairsWhoWouldRather(asked, found)).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });

  it('counts in any plan every pair who would rather, ties apart', () => {
    fc.assert(
      fc.property(anyProblem, (asked) => {
        const found = assign(asked);
        expect(told(pairsWhoWouldRather(asked, found))).toEqual(expect.arrayContaining([...missedPairs(asked, found)]));
      }),
      { numRuns: 300 },
    );
  });
});
