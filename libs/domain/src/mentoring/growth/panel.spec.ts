import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asId, type PersonId } from '../../kernel';
import { decideMarking, decidePanel, decidePanelClosing, passMean, verdictOf } from './panel';

const person = (name: string) => asId<PersonId>(name);
const of = { mentorId: person('mentor'), menteeId: person('mentee') };
const mark = (name: string, given: number | null) => ({ personId: person(name), mark: given });
const held = { isHeld: true, isClosed: false };

describe('a panel', () => {
  it.each([
    [['a'], 1],
    [['a', 'a'], 1],
    [['mentor', 'a'], 1],
    [[], 0],
  ])('of %j is too small', (names, have) => {
    expect(decidePanel(names.map(person), of)).toEqual({
      ok: false,
      refusal: { kind: 'panel-too-small', have, need: 2 },
    });
  });

  it('never holds the one who gives the lesson, may hold the mentor, and names nobody twice', () => {
    expect(decidePanel(['a', 'b', 'mentee'].map(person), of)).toEqual({ ok: false, refusal: { kind: 'panel-own' } });
    expect(decidePanel(['a', 'mentor', 'b', 'a'].map(person), of)).toEqual({ ok: true, value: ['a', 'mentor', 'b'] });
  });

  it.each([
    [[mark('a', 60), mark('b', 60)], 60, true],
    [[mark('a', 59), mark('b', 60)], 59.5, false],
    [[mark('a', 100), mark('b', 20)], 60, true],
    [[mark('a', 60), mark('b', 60), mark('c', 59)], 59.7, false],
    [[mark('a', 50), mark('b', 60), mark('mentor', 100)], 55, false],
    [[mark('a', 0), mark('b', 0)], 0, false],
  ])('that says %j passes with a mean of %d: %s', (marks, mean, isPassed) => {
    expect(verdictOf(marks, of)).toMatchObject({ mean, isPassed });
  });

  it.each([[[mark('a', 90), mark('b', null)]], [[mark('a', 90), mark('mentor', 90)]], [[]]])(
    'that says %j says nothing yet',
    (marks) => {
      expect(verdictOf(marks, of)).toBeNull();
      expect(decidePanelClosing(held, marks, of)).toMatchObject({
        ok: false,
        refusal: { kind: 'panel-too-small', need: 2 },
      });
    },
  );

  it('marks what was held and is not closed', () => {
    expect(decideMarking(held)).toEqual({ ok: true, value: null });
    expect(decideMarking({ isHeld: false, isClosed: false })).toEqual({
      ok: false,
      refusal: { kind: 'open-lesson-not-held' },
    });
    const twice = decidePanelClosing({ isHeld: true, isClosed: true }, [mark('a', 60), mark('b', 60)], of);
    expect(twice).toEqual({ ok: false, refusal: { kind: 'panel-closed' } });
  });

  it('passes on the exact mean, whatever the mentor gives and in whatever order the marks come', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 9 }),
        fc.nat(100),
        (given, own) => {
          const marks = given.map((one, at) => mark(`p${String(at)}`, one));
          const mean = given.reduce((sum, one) => sum + one, 0) / given.length;
          const said = verdictOf([...marks, mark('mentor', own)].reverse(), of);
          expect(said).toEqual(verdictOf(marks, of));
          expect(said?.isPassed).toBe(mean >= passMean);
          expect(said?.counted).toBe(given.length);
        },
      ),
    );
  });
});
