import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asId, type PersonId } from '../../kernel';
import { growLineage, type LineageLink, type LineageNode } from './lineage';

const link = (mentorId: string, menteeId: string): LineageLink => ({
  mentorId: asId<PersonId>(mentorId),
  menteeId: asId<PersonId>(menteeId),
});
const said = ({ personId, mentees, isShownAbove }: LineageNode<LineageLink>): string =>
  mentees.length === 0 ? `${personId}${isShownAbove ? '…' : ''}` : `${personId}(${mentees.map(said).join(' ')})`;
const trees = (...links: readonly LineageLink[]) => growLineage(links).map(said);

describe('lineage', () => {
  it.each([
    ['nothing', [], []],
    ['mentors side by side', [link('a', 'b'), link('c', 'd'), link('a', 'e')], ['a(b e)', 'c(d)']],
    ['a mentee who guides later', [link('b', 'c'), link('a', 'b')], ['a(b(c))']],
    ['a mentee of two', [link('a', 'c'), link('b', 'c')], ['a(c)', 'b(c)']],
    ['a mentee of two who guides', [link('a', 'c'), link('b', 'c'), link('c', 'd')], ['a(c(d))', 'b(c…)']],
    ['a ring', [link('a', 'b'), link('b', 'a')], ['a(b)']],
    ['a ring beside a line', [link('x', 'y'), link('a', 'b'), link('b', 'a')], ['x(y)', 'a(b)']],
  ] as const)('of %s', (_, links, expected) => {
    expect(trees(...links)).toEqual(expected);
  });

  it('grows with its links and not with its ways: forty diamonds below each other', () => {
    const diamonds = Array.from({ length: 40 }, (_, at) => {
      const [top, left, right, bottom] = [`t${String(at)}`, `l${String(at)}`, `r${String(at)}`, `t${String(at + 1)}`];
      return [link(top, left), link(top, right), link(left, bottom), link(right, bottom)];
    }).flat();
    const count = ({ mentees }: LineageNode<LineageLink>): number => mentees.reduce((sum, one) => sum + count(one), 1);
    expect(growLineage(diamonds).map(count)).toEqual([diamonds.length + 1]);
  });

  it('leaves nobody out', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    fc.assert(
      fc.property(fc.array(fc.tuple(name, name), { maxLength: 10 }), (pairs) => {
        const links = pairs.filter(([one, two]) => one !== two).map(([one, two]) => link(one, two));
        const shown = trees(...links).join(' ');
        for (const { mentorId, menteeId } of links) {
          expect(shown).toContain(mentorId);
          expect(shown).toContain(menteeId);
        }
      }),
    );
  });
});
