import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { MatchingProblem } from './problem';
import { assign } from './optimal';
import { stableMatching } from './stable';
import { explainMatching } from './why';
import { id, mentee, mentor, problem, pair } from './makers';

const reasonsOf = (asked: MatchingProblem, name = 'a') =>
  explainMatching(asked, assign(asked), 'optimal').pairs.find(({ menteeId }) => menteeId === name)?.reasons;
const gapOf = (asked: MatchingProblem, name = 'a') =>
  explainMatching(asked, assign(asked), 'optimal').unplaced.find(({ menteeId }) => menteeId === name)?.reasons;

describe('why two were put together', () => {
  const spare = mentor('z');
  it.each([
    {
      what: 'they named each other',
      asked: problem({
        mentees: [mentee('a', { choices: [id('m')] })],
        mentors: [mentor('m', { order: [id('a')] }), spare],
      }),
      reasons: [
        { kind: 'mutual-choice', choice: 1, place: 1 },
        { kind: 'subject', subject: '高中数学' },
      ],
    },
    {
      what: 'the mentee named the mentor second, and the first is full',
      asked: problem({
        mentees: [mentee('a', { subject: null, choices: [id('n'), id('m')] }), mentee('b')],
        mentors: [mentor('n', { capacity: 1 }), mentor('m', { subject: '外科' }), spare],
        fixed: [pair('b', 'n')],
      }),
      reasons: [
        { kind: 'choice', choice: 2 },
        { kind: 'dearer', why: 'full', mentorIds: ['n'] },
      ],
    },
    {
      what: 'the mentor named the mentee',
      asked: problem({ mentees: [mentee('a')], mentors: [mentor('m', { order: [id('a')] }), spare] }),
      reasons: [
        { kind: 'mentor-order', place: 1 },
        { kind: 'subject', subject: '高中数学' },
      ],
    },
    {
      what: 'a speciality is asked for and nobody else has it',
      asked: problem({
        mentees: [mentee('a', { subject: null, needs: ['实验'] })],
        mentors: [mentor('m', { specialities: ['实验'] }), spare],
      }),
      reasons: [{ kind: 'speciality', speciality: '实验' }, { kind: 'only-with-room' }],
    },
    {
      what: 'the load is lighter',
      asked: problem({ mentees: [mentee('a')], mentors: [mentor('m'), mentor('n', { current: 3 })] }),
      reasons: [
        { kind: 'subject', subject: '高中数学' },
        { kind: 'lighter-load', has: 0 },
      ],
    },
    {
      what: 'it was pinned',
      asked: problem({ mentees: [mentee('a')], mentors: [mentor('m')], fixed: [pair('a', 'm')] }),
      reasons: [{ kind: 'fixed' }, { kind: 'subject', subject: '高中数学' }],
    },
  ])('$what', ({ asked, reasons }) => {
    expect(reasonsOf(asked)).toEqual(reasons);
  });
});

describe('why somebody was left out', () => {
  it.each([
    {
      what: 'no mentor of the field',
      asked: problem({ mentees: [mentee('a', { subject: '外科' })], mentors: [mentor('m')] }),
      reasons: [{ kind: 'no-mentor-of-field' }],
    },
    {
      what: 'the only one is forbidden',
      asked: problem({
        mentees: [mentee('a')],
        mentors: [mentor('m')],
        apart: [{ ...pair('a', 'm'), cause: 'forbidden' }],
      }),
      reasons: [{ kind: 'forbidden', mentors: 1, wished: 0 }],
    },
    {
      what: 'the one she named guides her already, and the other is full',
      asked: problem({
        mentees: [mentee('a', { choices: [id('m')] }), mentee('b')],
        mentors: [mentor('m'), mentor('n', { capacity: 1 })],
        fixed: [pair('b', 'n')],
        apart: [{ ...pair('a', 'm'), cause: 'paired' }],
      }),
      reasons: [
        { kind: 'paired', mentors: 1, wished: 1 },
        { kind: 'full', mentors: 1, wished: 0 },
      ],
    },
    {
      what: 'the only one is forbidden though she is his already: what the keeper ruled is said',
      asked: problem({
        mentees: [mentee('a')],
        mentors: [mentor('m')],
        apart: [
          { ...pair('a', 'm'), cause: 'paired' },
          { ...pair('a', 'm'), cause: 'forbidden' },
        ],
      }),
      reasons: [{ kind: 'forbidden', mentors: 1, wished: 0 }],
    },
    {
      what: 'nobody has said how many they take',
      asked: problem({ mentees: [mentee('a')], mentors: [mentor('m', { capacity: null })] }),
      reasons: [{ kind: 'untold', mentors: 1, wished: 0 }],
    },
    {
      what: 'whoever was named is full and nobody else is of the field',
      asked: problem({
        mentees: [mentee('a', { subject: null, choices: [id('m')] }), mentee('b')],
        mentors: [mentor('m', { capacity: 1 })],
        fixed: [pair('b', 'm')],
      }),
      reasons: [{ kind: 'full', mentors: 1, wished: 1 }],
    },
    {
      what: 'all are full',
      asked: problem({
        mentees: [mentee('a'), mentee('b')],
        mentors: [mentor('m', { capacity: 1 }), mentor('n', { capacity: 0 })],
        fixed: [pair('b', 'm')],
      }),
      reasons: [
        { kind: 'full', mentors: 1, wished: 0 },
        { kind: 'no-room', mentors: 1, wished: 0 },
      ],
    },
  ])('$what', ({ asked, reasons }) => {
    expect(gapOf(asked)).toEqual(reasons);
  });
});

describe('an explained plan', () => {
  it('speaks of everyone once, with a reason for each', () => {
    const people = fc.array(fc.record({ subject: fc.constantFrom('语文', '外科', null), capacity: fc.nat(2) }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(people, people, (mentees, mentors) => {
        const asked = problem({
          mentees: mentees.map(({ subject }, at) => mentee(`e${at}`, { subject })),
          mentors: mentors.map((each, at) => mentor(`m${at}`, each)),
        });
        for (const kind of ['optimal', 'stable'] as const) {
          const plan = kind === 'optimal' ? assign(asked) : stableMatching(asked);
          const { pairs, unplaced } = explainMatching(asked, plan, kind);
          expect([...pairs, ...unplaced].map(({ menteeId }) => menteeId).sort()).toEqual(
            asked.mentees.map((one) => one.id).sort(),
          );
          for (const each of pairs) expect(each.reasons.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});
