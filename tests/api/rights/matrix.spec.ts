import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { allEndpoints, type Endpoint } from '@qinglan/contracts';
import { aHouse, type House } from '../../support';
import type { Verdict } from './row';
import { rows } from './rows';
import { aWorld, type Knocker, type Place, places, type World } from './world';

let house: House;
let world: World;
beforeAll(async () => {
  house = await aHouse();
  world = await aWorld(house);
});
afterAll(() => house.close());

const knockers: readonly Knocker[] = [
  'administrator',
  'viewer',
  'coordinator',
  'teacher',
  'mentor',
  'mentee',
  'nobody',
];

/** A session of its own for each knock: some doors end it. */
const clientOf = async (knocker: Knocker) =>
  knocker === 'nobody' ? house.nobody() : house.as(world.knockers[knocker]);

async function verdictOf(contract: Endpoint, knocker: Knocker, place: Place): Promise<string> {
  const client = await clientOf(knocker);
  const answer = await client.knock(contract, rows[nameOf(contract)]?.call(world, place) ?? {});
  if (answer.status >= 500) return `${String(answer.status)} ${answer.text}`;
  return [401, 403, 404].includes(answer.status) ? String(answer.status) : 'ok';
}

const names = new Map(Object.entries(allEndpoints()).map(([name, contract]) => [contract, name]));
const nameOf = (contract: Endpoint) => names.get(contract) ?? '';

function expectedOf(name: string, knocker: Knocker): readonly Verdict[] {
  const given = rows[name]?.expected[knocker] ?? '404';
  return typeof given === 'string' ? [given, given, given] : given;
}

describe('the rights matrix', () => {
  it('holds every route and no other', () => {
    expect(Object.keys(rows).toSorted()).toEqual(Object.keys(allEndpoints()).toSorted());
  });

  it.each(Object.entries(allEndpoints()))('%s lets through whom it should', async (name, contract) => {
    const found: Record<string, readonly string[]> = {};
    const expected: Record<string, readonly string[]> = {};
    for (const knocker of knockers) {
      const verdicts: string[] = [];
      for (const place of places) verdicts.push(await verdictOf(contract, knocker, place));
      found[knocker] = verdicts;
      expected[knocker] = expectedOf(name, knocker);
    }
    expect(found).toEqual(expected);
  });
});
