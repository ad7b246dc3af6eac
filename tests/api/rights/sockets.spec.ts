import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ClientEvent, clientEvents } from '@qinglan/contracts';
import { aHouse, type House } from '../../support';
import { aTab, type Tab } from '../../support/live';
import { aWorld, type Knocker, type Place, places, type World } from './world';

type Verdict = 'ok' | 'hidden' | 'forbidden';
type Verdicts = Verdict | readonly [own: Verdict, partner: Verdict, foreign: Verdict];
type Socketed = Exclude<Knocker, 'nobody'>;
interface Row {
  readonly expected: Readonly<Record<Socketed, Verdicts>>;
  readonly body: (world: World, place: Place) => object;
  /** Whether the room has to be entered (as an observer) before. */
  readonly isInside?: boolean;
}

const everybody = (verdicts: Verdicts): Row['expected'] => ({
  administrator: verdicts,
  viewer: verdicts,
  coordinator: verdicts,
  teacher: verdicts,
  mentor: verdicts,
  mentee: verdicts,
});
const shared = ['ok', 'hidden', 'hidden'] as const;
const seen = { ...everybody(shared), administrator: 'ok', viewer: 'ok' } as const;
/** A classroom is answered for by its teacher in the lesson and by the school's coordinator. */
const answered = {
  ...everybody(['forbidden', 'hidden', 'hidden']),
  administrator: 'forbidden',
  viewer: 'forbidden',
  coordinator: shared,
} as const;

const lessonOf = (world: World, place: Place) => ({ lessonId: world.agreed[place].lessonId });
const classroomOf = (world: World, place: Place) => world.agreed[place].presenting.classrooms[1].id;
const start = { epoch: '-', offset: 0 };

/** Who gets through each event. An event that is missing here fails the matrix. */
const rows: Readonly<Record<string, Row>> = {
  enterRoom: {
    expected: answered,
    body: (world, place) => ({ ...lessonOf(world, place), classroomId: classroomOf(world, place), since: null }),
  },
  countHeads: {
    expected: answered,
    body: (world, place) => ({ ...lessonOf(world, place), classroomId: classroomOf(world, place), headCount: 1 }),
    isInside: true,
  },
  catchUp: { expected: seen, body: (world, place) => ({ ...lessonOf(world, place), since: start }), isInside: true },
  beat: { expected: seen, body: lessonOf, isInside: true },
  // Leaving a room that one is not in leaves nothing, and tells nothing.
  leaveRoom: { expected: everybody('ok'), body: lessonOf, isInside: true },
  watchMentoring: { expected: everybody('ok'), body: () => ({}) },
  watchTimetable: { expected: everybody('ok'), body: () => ({}) },
};

let house: House;
let world: World;
beforeAll(async () => {
  house = await aHouse();
  world = await aWorld(house);
});
afterAll(() => house.close());

const knockers = ['administrator', 'viewer', 'coordinator', 'teacher', 'mentor', 'mentee'] as const;
const words: Readonly<Record<string, Verdict>> = { 'not-found': 'hidden', forbidden: 'forbidden', none: 'ok' };

async function verdictOf(tab: Tab, name: string, place: Place): Promise<string> {
  const event = (clientEvents as Record<string, ClientEvent>)[name];
  const row = rows[name];
  if (!event || !row) return 'missing';
  if (row.isInside)
    await tab.ask(clientEvents.enterRoom, { ...lessonOf(world, place), classroomId: null, since: null });
  const problem = await tab.problemOf(event, row.body(world, place));
  return words[problem] ?? problem;
}

describe('the rights matrix of the sockets', () => {
  it('holds every event and no other', () => {
    expect(Object.keys(rows).toSorted()).toEqual(Object.keys(clientEvents).toSorted());
  });

  it.each(Object.keys(clientEvents))('%s lets through whom it should', async (name) => {
    const found: Record<string, readonly string[]> = {};
    const expected: Record<string, readonly string[]> = {};
    for (const knocker of knockers) {
      const tab = await aTab(await house.as(world.knockers[knocker]));
      const verdicts: string[] = [];
      for (const place of places) verdicts.push(await verdictOf(tab, name, place));
      tab.close();
      found[knocker] = verdicts;
      const given = rows[name]?.expected[knocker] ?? 'hidden';
      expected[knocker] = typeof given === 'string' ? [given, given, given] : [...given];
    }
    expect(found).toEqual(expected);
  });
});
