import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asId } from '../../kernel';
import { entriesOf, mergeChanges, type ChangeId, type Entry, type EntryChange } from '.';

const change = (changeId: string, wish: Partial<Omit<EntryChange, 'basedOn'>> & { basedOn?: string } = {}) => ({
  changeId: asId<ChangeId>(changeId),
  entryId: asId<EntryChange['entryId']>('e1'),
  kind: 'note' as const,
  at: '2026-09-16T01:50:00Z',
  text: changeId,
  view: null,
  tags: [],
  isRemoved: false,
  ...wish,
  basedOn: wish.basedOn === undefined ? null : asId<ChangeId>(wish.basedOn),
});
const textsOf = (entries: readonly Entry[]) => entries.map(({ text }) => text);

describe('the remarks of an observation', () => {
  it('are what was written last on what was written before', () => {
    const log = [change('a'), change('b', { basedOn: 'a' }), change('c', { basedOn: 'b' })];
    expect(textsOf(entriesOf(log))).toEqual(['c']);
    expect(entriesOf(log)[0]?.isBeside).toBe(false);
  });

  it('keep both texts where two devices rewrote the same one', () => {
    const log = [change('a'), change('b', { basedOn: 'a' }), change('c', { basedOn: 'a' })];
    expect(entriesOf(log).map(({ text, isBeside }) => ({ text, isBeside }))).toEqual([
      { text: 'b', isBeside: true },
      { text: 'c', isBeside: true },
    ]);
  });

  it('are one again when somebody rewrites one of the two and takes the other away', () => {
    const both = [change('a'), change('b', { basedOn: 'a' }), change('c', { basedOn: 'a' })];
    const log = [...both, change('d', { basedOn: 'b' }), change('e', { basedOn: 'c', isRemoved: true })];
    expect(entriesOf(log)).toMatchObject([{ text: 'd', isBeside: false }]);
  });

  it('stay when another device took away what they were written on', () => {
    const log = [change('a'), change('gone', { basedOn: 'a', isRemoved: true }), change('b', { basedOn: 'a' })];
    expect(textsOf(entriesOf(log))).toEqual(['b']);
  });

  it('are gone when they were taken away, and back when that was taken back', () => {
    const gone = [change('a'), change('b', { basedOn: 'a', isRemoved: true })];
    expect(entriesOf(gone)).toEqual([]);
    expect(textsOf(entriesOf([...gone, change('c', { basedOn: 'b' })]))).toEqual(['c']);
  });

  it('stand in the order of the lesson, whatever offset their time is written with', () => {
    const log = [
      change('later', { entryId: asId('e2'), at: '2026-09-16T10:05:00+08:00' }),
      change('sooner', { entryId: asId('e3'), at: '2026-09-16T02:04:00Z' }),
    ];
    expect(textsOf(entriesOf(log))).toEqual(['sooner', 'later']);
  });

  it('are not hidden by a change that names another remark or itself', () => {
    const log = [change('a'), change('b', { entryId: asId('e2'), basedOn: 'a' }), change('c', { basedOn: 'c' })];
    expect(textsOf(entriesOf(log)).toSorted()).toEqual(['a', 'b', 'c']);
  });
});

/** What a device does next: writes something new, or rewrites or takes away something it sees. */
interface Step {
  readonly what: 'new' | 'rewrite' | 'remove';
  readonly which: number;
  readonly minute: number;
}
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    what: fc.constantFrom('new' as const, 'rewrite' as const, 'rewrite' as const, 'remove' as const),
    which: fc.nat(9),
    minute: fc.integer({ min: 0, max: 44 }),
  }),
  { maxLength: 12 },
);
const minuteAt = (minute: number) =>
  `2026-09-16T${minute < 10 ? '01' : '02'}:${String((50 + minute) % 60).padStart(2, '0')}:00Z`;

/** What a device writes while it hears nothing of the other. */
function written(name: string, shared: readonly EntryChange[], script: readonly Step[]): EntryChange[] {
  const own: EntryChange[] = [];
  script.forEach(({ what, which, minute }, index) => {
    const seen = entriesOf([...shared, ...own]);
    const target = seen[which % Math.max(seen.length, 1)];
    const id = `${name}${String(index)}`;
    if (what === 'new' || !target) return own.push(change(id, { entryId: asId(`e-${id}`), at: minuteAt(minute) }));
    return own.push({
      ...target,
      ...change(id, { entryId: target.entryId, at: target.at, basedOn: target.changeId, isRemoved: what === 'remove' }),
    });
  });
  return own;
}

const shared = written(
  'shared',
  [],
  [0, 1, 2].map((minute) => ({ what: 'new', which: 0, minute })),
);
/** Two devices' writings, and any order in which they may arrive, some of them again. */
const arrivals = fc.tuple(steps, steps).chain(([here, there]) => {
  const [a, b] = [written('a', shared, here), written('b', shared, there)];
  const all = [...shared, ...a, ...b];
  const again = fc.array(fc.constantFrom(...all), { maxLength: 20 });
  return fc.record({
    a: fc.constant(a),
    b: fc.constant(b),
    all: fc.constant(all),
    arrived: again.chain((repeated) =>
      fc.shuffledSubarray([...all, ...repeated], { minLength: all.length + repeated.length }),
    ),
  });
});

describe('two devices that hear nothing of each other', () => {
  it('end with the same remarks in the same order, in whatever order and however often their changes arrive', () => {
    fc.assert(
      fc.property(arrivals, ({ all, arrived }) => {
        expect(entriesOf(mergeChanges([], arrived))).toEqual(entriesOf(all));
      }),
    );
  });

  it('lose no text that its own device still shows, but what was rewritten or taken away knowingly', () => {
    fc.assert(
      fc.property(arrivals, ({ a, b, arrived }) => {
        const merged = new Set(textsOf(entriesOf(arrived)));
        for (const own of [a, b]) {
          const stillShown = textsOf(entriesOf([...shared, ...own])).filter((text) => !text.startsWith('shared'));
          expect(stillShown.filter((text) => !merged.has(text))).toEqual([]);
        }
      }),
    );
  });

  it('may send everything once more without any effect', () => {
    fc.assert(
      fc.property(arrivals, ({ arrived }) => {
        const once = mergeChanges([], arrived);
        expect(mergeChanges(once, arrived)).toEqual(once);
        expect(mergeChanges(mergeChanges([], arrived.slice(3)), arrived)).toHaveLength(once.length);
      }),
    );
  });

  it('see the lesson in order', () => {
    fc.assert(
      fc.property(arrivals, ({ arrived }) => {
        const times = entriesOf(arrived).map(({ at }) => at);
        expect(times).toEqual(times.toSorted());
      }),
    );
  });
});
