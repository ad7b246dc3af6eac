import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { figuresOf, totalOf } from './compare';
import { graphOf } from './graph';
import { assign } from './optimal';
import { usualWeights } from './problem';
import { stableMatching } from './stable';
import { id, mentee, mentor, problem, told } from './makers';

describe('the optimal matching', () => {
  it('places one more rather than keeping a first choice', () => {
    const asked = problem({
      mentees: [mentee('a', { choices: [id('m')] }), mentee('b', { subject: null, choices: [id('m')] })],
      mentors: [mentor('m', { capacity: 1 }), mentor('n', { capacity: 1 })],
    });
    expect(told(assign(asked))).toEqual(['a-n', 'b-m']);
  });

  it('spreads mentees over mentors who fit alike, counting those they have', () => {
    const asked = problem({
      mentees: ['a', 'b', 'c'].map((name) => mentee(name)),
      mentors: [mentor('m', { capacity: 3, current: 3 }), mentor('n', { capacity: 3 })],
    });
    const to = (name: string) => assign(asked).filter(({ mentorId }) => mentorId === name).length;
    expect([to('m'), to('n')]).toEqual([0, 3]);
    const even = { ...asked, mentors: [mentor('m', { capacity: 3 }), mentor('n', { capacity: 3, current: 1 })] };
    expect(assign(even).filter(({ mentorId }) => mentorId === 'm')).toHaveLength(2);
  });

  it('lets a heavy weight of the load outweigh a wish, and a light one not', () => {
    const wishes = { choices: [id('m')] };
    const asked = (load: number) =>
      problem({
        mentees: [mentee('a', wishes), mentee('b', wishes)],
        mentors: [mentor('m'), mentor('n')],
        weights: { ...usualWeights, load },
      });
    expect(told(assign(asked(99)))).toEqual(['a-m', 'b-m']);
    expect(assign(asked(101)).filter(({ mentorId }) => mentorId === 'm')).toHaveLength(1);
  });

  it('stays exact in a crowd: no exchange of two and no move of one makes it better', () => {
    const people = 60;
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(1_000_000)), (stream) => {
        const draw = (most: number) => (stream.next().value as number) % most;
        const asked = problem({
          mentees: Array.from({ length: people }, (_, at) =>
            mentee(`e${at}`, { subject: `s${draw(4)}`, choices: [id(`m${draw(20)}`), id(`m${20 + draw(4)}`)] }),
          ),
          mentors: Array.from({ length: 24 }, (_, at) =>
            mentor(`m${at}`, { subject: `s${draw(4)}`, capacity: draw(4), current: draw(3) }),
          ),
        });
        const found = assign(asked);
        const best = totalOf(asked, found);
        const { start, mentor: edges } = graphOf(asked);
        asked.mentees.forEach((who, at) => {
          for (const to of edges.subarray(start[at], start[at + 1])) {
            const there = asked.mentors[to];
            if (!there) continue;
            const rest = found.filter(({ menteeId }) => menteeId !== who.id);
            const taken = rest.filter(({ mentorId }) => mentorId === there.id).length;
            if (taken >= (there.capacity ?? 0)) continue;
            const moved = [...rest, { menteeId: who.id, mentorId: there.id }];
            expect(moved.length).toBeLessThanOrEqual(found.length);
            if (moved.length === found.length) expect(totalOf(asked, moved)).toBeLessThanOrEqual(best);
          }
        });
      }),
      { numRuns: 10 },
    );
  });
});

describe('the stable matching', () => {
  it('gives each mentee the best of all stable plans', () => {
    const asked = problem({
      mentees: [mentee('a', { choices: [id('m'), id('n')] }), mentee('b', { choices: [id('n'), id('m')] })],
      mentors: [
        mentor('m', { capacity: 1, order: [id('b'), id('a')] }),
        mentor('n', { capacity: 1, order: [id('a'), id('b')] }),
      ],
    });
    expect(told(stableMatching(asked))).toEqual(['a-m', 'b-n']);
  });

  it('costs places: the figures of both show it', () => {
    const asked = problem({
      mentees: [mentee('a', { choices: [id('m')] }), mentee('b', { subject: null, choices: [id('m')] })],
      mentors: [mentor('m', { capacity: 1, order: [id('a')] }), mentor('n', { capacity: 1 })],
    });
    expect(figuresOf(asked, assign(asked))).toMatchObject({ placed: 2, unplaced: 0, total: 140, wouldRather: 1 });
    expect(figuresOf(asked, stableMatching(asked))).toMatchObject({
      placed: 1,
      unplaced: 1,
      total: 200,
      wouldRather: 0,
    });
  });
});
