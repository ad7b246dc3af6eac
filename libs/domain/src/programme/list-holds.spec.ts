import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asId, type LessonId, type PersonId, type SittingId } from '../kernel';
import type { Hold } from '../scheduling';
import { overlaps, Temporal, type Slot } from '../time';
import { holdsOfLists, type ItemList, type ListedSitting, type ListFacts } from './list-holds';

const at = (time: string) => Temporal.Instant.from(`2026-11-03T${time}:00Z`);
const slot = (from: string, to: string): Slot => ({ startsAt: at(from), endsAt: at(to) });
const [ann, bo] = [asId<PersonId>('ann'), asId<PersonId>('bo')];
const [first, second] = [asId<SittingId>('s1'), asId<SittingId>('s2')];
const morning: ListedSitting = { sittingId: first, slot: slot('02:00', '04:00'), namedIds: [] };
const noon: ListedSitting = { sittingId: second, slot: slot('04:00', '06:00'), namedIds: [] };
const lesson = (partyId: PersonId, when: Slot): Hold => ({ lessonId: asId<LessonId>('l1'), partyId, slot: when });
const sat = (partyId: PersonId, { sittingId, slot: when }: ListedSitting): Hold => ({ sittingId, partyId, slot: when });
const facts = (wish: Partial<ItemList & ListFacts> = {}): ItemList & ListFacts => ({
  ...{ sittings: [morning, noon], personIds: [ann], enrolled: new Set([ann]), holds: [], now: at('00:00') },
  ...wish,
});
const holdsOfList = ({ holds, now, ...list }: ItemList & ListFacts) => holdsOfLists([list], { holds, now });
const named = (found: readonly { readonly personId: PersonId; readonly sittingId: SittingId }[]) =>
  found.map(({ personId, sittingId }) => `${personId} ${sittingId}`);

describe('what people on a list hold', () => {
  it('is every sitting still to begin, one after the other', () => {
    const { take, free, clashes } = holdsOfList(facts());
    expect([named(take), free, clashes]).toEqual([['ann s1', 'ann s2'], [], []]);
  });

  it('is nothing anew where they hold it already', () => {
    expect(holdsOfList(facts({ holds: [sat(ann, morning), sat(ann, noon)] }))).toEqual({
      ...{ take: [], free: [], clashes: [] },
    });
  });

  it('leaves out what has begun, also when they leave', () => {
    expect(named(holdsOfList(facts({ now: at('02:00') })).take)).toEqual(['ann s2']);
    const gone = facts({ now: at('03:00'), enrolled: new Set(), holds: [sat(ann, morning), sat(ann, noon)] });
    expect(named(holdsOfList(gone).free)).toEqual(['ann s2']);
  });

  it('tells who is taken by what, and holds the rest', () => {
    const { take, clashes } = holdsOfList(facts({ holds: [lesson(ann, slot('03:30', '04:30'))] }));
    expect(take).toEqual([]);
    expect(clashes.map(({ partyId, rule, inTheWay }) => [partyId, rule, inTheWay.kind])).toEqual([
      ['ann', 'person-taken', 'lesson'],
      ['ann', 'person-taken', 'lesson'],
    ]);
    const beside = holdsOfList(facts({ holds: [lesson(ann, slot('01:00', '02:00'))] }));
    expect(named(beside.take)).toEqual(['ann s1', 'ann s2']);
  });

  it('of two sittings at one time is the earlier', () => {
    const later = { ...noon, slot: slot('03:00', '05:00') };
    const { take, clashes } = holdsOfList(facts({ sittings: [later, morning] }));
    expect(named(take)).toEqual(['ann s1']);
    expect(clashes.map(({ inTheWay }) => inTheWay)).toEqual([
      { kind: 'sitting', sittingId: first, slot: morning.slot },
    ]);
  });

  it('ends when they leave or wait; who is named on a sitting is nobody of the list', () => {
    const holds = [sat(ann, morning), sat(ann, noon)];
    const left = holdsOfList(facts({ enrolled: new Set(), holds }));
    expect([named(left.free), left.take]).toEqual([['ann s1', 'ann s2'], []]);
    const speaks = { ...morning, namedIds: [ann] };
    expect(named(holdsOfList(facts({ sittings: [speaks, noon], enrolled: new Set(), holds })).free)).toEqual([
      'ann s2',
    ]);
    expect(named(holdsOfList(facts({ sittings: [speaks, noon] })).take)).toEqual(['ann s2']);
  });

  it('follows all lists at once: what is left on one is free for another, whichever comes first', () => {
    const meets: ListedSitting = { ...morning, sittingId: asId<SittingId>('s0'), slot: slot('03:00', '05:00') };
    const lists: readonly ItemList[] = [
      { sittings: [morning], personIds: [ann], enrolled: new Set() },
      { sittings: [meets], personIds: [ann, bo], enrolled: new Set([ann, bo]) },
    ];
    for (const some of [lists, lists.toReversed()]) {
      const { take, free, clashes } = holdsOfLists(some, { holds: [sat(ann, morning)], now: at('00:00') });
      expect([named(take).sort(), named(free), clashes]).toEqual([['ann s0', 'bo s0'], ['ann s1'], []]);
    }
  });

  it('is the earlier of two sittings at one time, on whichever list', () => {
    const later: ListedSitting = { ...noon, slot: slot('03:00', '05:00') };
    const lists = [later, morning].map((one) => ({ sittings: [one], personIds: [ann], enrolled: new Set([ann]) }));
    for (const some of [lists, lists.toReversed()]) {
      const { take, clashes } = holdsOfLists(some, { holds: [], now: at('00:00') });
      expect([named(take), clashes.length]).toEqual([['ann s1'], 1]);
    }
  });

  const minute = fc.integer({ min: 0, max: 600 });
  const span = fc.tuple(minute, fc.integer({ min: 5, max: 120 }));
  const slotOf = ([from, length]: readonly [number, number]): Slot => ({
    startsAt: at('00:00').add({ minutes: from }),
    endsAt: at('00:00').add({ minutes: from + length }),
  });

  it('never overlaps, and is held or told for every sitting of everybody enrolled', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 6 }), fc.array(span, { maxLength: 4 }), (sittings, lessons) => {
        const listed = sittings.map((one, nth) => ({
          ...{ sittingId: asId<SittingId>(`s${String(nth)}`), slot: slotOf(one), namedIds: [] },
        }));
        const holds = lessons.map((one) => lesson(bo, slotOf(one)));
        const people = {
          personIds: [ann, bo],
          enrolled: new Set([ann, bo]),
          now: at('00:00').subtract({ minutes: 1 }),
        };
        const { take, clashes } = holdsOfList(facts({ ...people, sittings: listed, holds }));
        for (const person of people.personIds) {
          const own = take.filter(({ personId }) => personId === person);
          const all = [
            ...own.map((one) => one.slot),
            ...holds.filter(({ partyId }) => partyId === person).map((one) => one.slot),
          ];
          own.forEach((one, nth) => {
            expect(all.some((other, place) => place !== nth && overlaps(other, one.slot))).toBe(false);
          });
          const told = clashes.filter(({ partyId }) => partyId === person).map((clash) => clash.slot);
          for (const one of listed)
            expect(own.some(({ sittingId }) => sittingId === one.sittingId) || told.includes(one.slot)).toBe(true);
        }
      }),
    );
  });
});
