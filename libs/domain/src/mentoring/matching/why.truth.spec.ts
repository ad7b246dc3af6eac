import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asId, type PersonId } from '../../kernel';
import { figuresOf, totalOf } from './compare';
import { fitOf, isAcceptable } from './fit';
import { assign } from './optimal';
import {
  apartCauses,
  type MatchedPair,
  type MatchingMentee,
  type MatchingMentor,
  type MatchingProblem,
} from './problem';
import { stableMatching } from './stable';
import { explainMatching, type MatchingKind, type PairReason, type UnplacedReason } from './why';

const id = (text: string): PersonId => asId(text);
const mentorId = (at: number) => id(`m${String(at)}`);
const menteeId = (at: number) => id(`e${String(at)}`);
const word = fc.constantFrom('高中数学', '外科', '班主任');
const points = fc.constantFrom(0, 5, 10, 30);
const weights = fc.record({
  ...{ subject: points, speciality: points, firstChoice: points, secondChoice: points, thirdChoice: points },
  ...{ mentorOrder: points, load: points },
});

/** Rounds in which everything happens that a reason can speak of. */
const anyProblem: fc.Arbitrary<MatchingProblem> = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 4 }))
  .chain(([menteeCount, mentorCount]) => {
    const mentors = fc.uniqueArray(fc.nat(mentorCount - 1).map(mentorId), { maxLength: 3 });
    const mentees = fc.uniqueArray(fc.nat(menteeCount - 1).map(menteeId), { maxLength: 4 });
    const pairs = fc.record({
      menteeId: fc.nat(menteeCount - 1).map(menteeId),
      mentorId: fc.nat(mentorCount - 1).map(mentorId),
    });
    const one = { subject: fc.option(word), words: fc.uniqueArray(word, { maxLength: 2 }) };
    return fc.record({
      mentees: fc
        .array(fc.record({ ...one, choices: mentors }), { minLength: menteeCount, maxLength: menteeCount })
        .map((all) => all.map(({ words, ...rest }, at) => ({ ...rest, id: menteeId(at), needs: words }))),
      mentors: fc
        .array(fc.record({ ...one, order: mentees, capacity: fc.option(fc.nat(2)), current: fc.nat(2) }), {
          ...{ minLength: mentorCount, maxLength: mentorCount },
        })
        .map((all) => all.map(({ words, ...rest }, at) => ({ ...rest, id: mentorId(at), specialities: words }))),
      fixed: fc.uniqueArray(pairs, { maxLength: 1 }),
      apart: fc.array(
        fc.tuple(pairs, fc.constantFrom(...apartCauses)).map(([pair, cause]) => ({ ...pair, cause })),
        { maxLength: 4 },
      ),
      weights,
    });
  });

/** One plan, and everything that is asked of it in plain words rather than by the rule's own code. */
interface Told {
  readonly asked: MatchingProblem;
  readonly plan: readonly MatchedPair[];
  readonly kind: MatchingKind;
}

const suits = (who: MatchingMentee, other: MatchingMentor) => isAcceptable(fitOf(who, other));
const takenOf = ({ plan }: Told, { id: own }: MatchingMentor) => plan.filter((pair) => pair.mentorId === own).length;
const causesOf = ({ asked }: Told, who: MatchingMentee, other: MatchingMentor) =>
  asked.apart.filter((pair) => pair.menteeId === who.id && pair.mentorId === other.id).map(({ cause }) => cause);

/** Is it so, what is said to be in the way between the two? */
function isInTheWay(told: Told, why: string, [who, other]: readonly [MatchingMentee, MatchingMentor]): boolean {
  const causes: readonly string[] = causesOf(told, who, other);
  if (why === 'untold') return causes.length === 0 && other.capacity === null;
  if (why === 'no-room') return causes.length === 0 && other.capacity === 0;
  if (why === 'full')
    return causes.length === 0 && (other.capacity ?? 0) > 0 && takenOf(told, other) >= (other.capacity ?? 0);
  return causes.includes(why);
}

function isOpen(told: Told, who: MatchingMentee, other: MatchingMentor): boolean {
  return causesOf(told, who, other).length === 0 && takenOf(told, other) < (other.capacity ?? 0);
}

/** What a plan comes to when the mentee goes to another mentor. */
function totalWith({ asked, plan }: Told, who: MatchingMentee, other: MatchingMentor): number {
  const moved = plan.map((pair) => (pair.menteeId === who.id ? { ...pair, mentorId: other.id } : pair));
  return totalOf(asked, moved);
}

type Two = readonly [who: MatchingMentee, got: MatchingMentor];
type Checks = {
  readonly [K in PairReason['kind']]: (told: Told, two: Two, said: Extract<PairReason, { kind: K }>) => boolean;
};

const isDearer = ([who, got]: Two, one: PersonId): boolean => {
  const own = who.choices.indexOf(got.id);
  return who.choices.includes(one) && (own < 0 || who.choices.indexOf(one) < own);
};
const othersOf = ({ asked }: Told, [who, got]: Two) =>
  asked.mentors.filter((other) => other.id !== got.id && suits(who, other));

const checks: Checks = {
  fixed: ({ asked }, [who, got]) => asked.fixed.some((pair) => pair.menteeId === who.id && pair.mentorId === got.id),
  'mutual-choice': (_, [who, got], { choice, place }) =>
    who.choices[choice - 1] === got.id && got.order[place - 1] === who.id,
  choice: (_, [who, got], { choice }) => who.choices[choice - 1] === got.id && !got.order.includes(who.id),
  'mentor-order': (_, [who, got], { place }) => got.order[place - 1] === who.id && !who.choices.includes(got.id),
  speciality: (_, [who, got], { speciality }) =>
    got.specialities.includes(speciality) && who.needs.includes(speciality),
  'speciality-of-subject': (_, [who, got], { subject }) =>
    got.specialities.includes(subject) && who.subject === subject && got.subject !== who.subject,
  subject: (_, [who, got], { subject }) => who.subject === subject && got.subject === subject,
  dearer: (told, two, { why, mentorIds }) =>
    mentorIds.every((one) => {
      const other = told.asked.mentors.find((mentor) => mentor.id === one);
      if (!other || !isDearer(two, one)) return false;
      if (why !== 'total') return isInTheWay(told, why, [two[0], other]);
      return isOpen(told, two[0], other) && totalWith(told, two[0], other) <= totalOf(told.asked, told.plan);
    }),
  'only-with-room': (told, two) => othersOf(told, two).every((other) => !isOpen(told, two[0], other)),
  'lighter-load': (told, two, { has }) => {
    const [who, got] = two;
    const all = (other: MatchingMentor) => other.current + takenOf(told, other);
    // Somebody as good but for the load, who has more mentees and with the load would be no better.
    const { asked } = told;
    const unladen = { ...told, asked: { ...asked, weights: { ...asked.weights, load: 0 } } };
    const isDecisive = (other: MatchingMentor) =>
      asked.weights.load > 0 &&
      isOpen(told, who, other) &&
      all(other) > has &&
      totalWith(unladen, who, other) >= totalOf(unladen.asked, told.plan) &&
      totalWith(told, who, other) <= totalOf(asked, told.plan);
    return told.kind === 'optimal' && has === all(got) - 1 && othersOf(told, two).some(isDecisive);
  },
};

const isTrueOfPair = (told: Told, two: Two, reason: PairReason): boolean =>
  (checks[reason.kind] as (told: Told, two: Two, said: PairReason) => boolean)(told, two, reason);

/** Every mentor who suits is spoken of once, with what is in the way. */
function isTrueOfGap(told: Told, who: MatchingMentee, reasons: readonly UnplacedReason[]): boolean {
  const suitable = told.asked.mentors.filter((other) => suits(who, other));
  let spoken = 0;
  for (const reason of reasons) {
    if (reason.kind === 'no-mentor-of-field') return suitable.length === 0 && reasons.length === 1;
    const those = suitable.filter((other) => isInTheWay(told, reason.kind, [who, other]));
    const named = those.filter(({ id: one }) => who.choices.includes(one));
    if (reason.mentors === 0 || those.length < reason.mentors || named.length < reason.wished) return false;
    spoken += reason.mentors;
  }
  return spoken === suitable.length;
}

const bothPlans = (asked: MatchingProblem): readonly Told[] => [
  { asked, kind: 'optimal', plan: assign(asked) },
  { asked, kind: 'stable', plan: stableMatching(asked) },
];

describe('what a plan says', () => {
  it('is true of every pair', () => {
    const said = new Set<string>();
    fc.assert(
      fc.property(anyProblem, (asked) => {
        for (const told of bothPlans(asked)) {
          for (const { menteeId: one, mentorId: other, reasons } of explainMatching(asked, told.plan, told.kind)
            .pairs) {
            const who = asked.mentees.find((mentee) => mentee.id === one);
            const got = asked.mentors.find((mentor) => mentor.id === other);
            expect(reasons.length).toBeGreaterThan(0);
            for (const reason of reasons) {
              said.add(reason.kind === 'dearer' ? `dearer ${reason.why}` : reason.kind);
              expect({ reason, isTrue: who && got && isTrueOfPair(told, [who, got], reason) }).toEqual({
                ...{ reason, isTrue: true },
              });
            }
          }
        }
      }),
      { numRuns: 3000 },
    );
    // Every word was put to the test.
    expect([...said].sort()).toEqual(
      [
        ...['fixed', 'mutual-choice', 'choice', 'mentor-order', 'speciality', 'speciality-of-subject', 'subject'],
        ...['only-with-room', 'lighter-load', 'dearer total', 'dearer full', 'dearer no-room', 'dearer untold'],
        ...apartCauses.map((cause) => `dearer ${cause}`),
      ].sort(),
    );
  });

  it('is true of everyone left out, and speaks of each mentor who would suit', () => {
    const said = new Set<string>();
    fc.assert(
      fc.property(anyProblem, (asked) => {
        for (const told of bothPlans(asked)) {
          for (const { menteeId: one, reasons } of explainMatching(asked, told.plan, told.kind).unplaced) {
            const who = asked.mentees.find((mentee) => mentee.id === one);
            reasons.forEach(({ kind }) => said.add(kind));
            expect({ reasons, isTrue: who && isTrueOfGap(told, who, reasons) }).toEqual({ reasons, isTrue: true });
          }
        }
      }),
      { numRuns: 3000 },
    );
    expect([...said].sort()).toEqual([...apartCauses, 'full', 'no-mentor-of-field', 'no-room', 'untold'].sort());
  });

  it('adds up: what its pairs are worth, less the load, is the total', () => {
    fc.assert(
      fc.property(anyProblem, (asked) => {
        for (const { plan, kind } of bothPlans(asked)) {
          const { worth, load, total } = figuresOf(asked, plan);
          const rows = explainMatching(asked, plan, kind).pairs.reduce((sum, pair) => sum + pair.worth, 0);
          expect({ worth, total }).toEqual({ worth: rows, total: rows - load });
          expect(load).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});
