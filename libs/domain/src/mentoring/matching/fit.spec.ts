import { describe, expect, it } from '@jest/globals';
import { fitOf, worthOf } from './fit';
import { usualWeights } from './problem';
import type { MatchingMentee, MatchingMentor } from './problem';
import { id, mentee, mentor } from './makers';

describe('the worth of a pair', () => {
  const worth = (one: MatchingMentee, other: MatchingMentor) => worthOf(fitOf(one, other), other, usualWeights);
  it.each([
    { what: 'nothing', one: mentee('a', { subject: '外科' }), other: mentor('m'), points: 0 },
    { what: 'the subject', one: mentee('a'), other: mentor('m'), points: 40 },
    {
      what: 'no subject on both sides',
      one: mentee('a', { subject: null }),
      other: mentor('m', { subject: null }),
      points: 0,
    },
    {
      what: 'a speciality',
      one: mentee('a', { subject: null, needs: ['班主任'] }),
      other: mentor('m', { specialities: ['班主任'] }),
      points: 20,
    },
    { what: 'a first choice', one: mentee('a', { choices: [id('m')] }), other: mentor('m'), points: 140 },
    { what: 'a second choice', one: mentee('a', { choices: [id('n'), id('m')] }), other: mentor('m'), points: 100 },
    {
      what: 'a third choice',
      one: mentee('a', { choices: [id('n'), id('o'), id('m')] }),
      other: mentor('m'),
      points: 70,
    },
    {
      what: 'a place in the order',
      one: mentee('a'),
      other: mentor('m', { order: [id('b'), id('a'), id('c')] }),
      points: 80,
    },
  ])('counts $what', ({ one, other, points }) => {
    expect(worth(one, other)).toBe(points);
  });
});
