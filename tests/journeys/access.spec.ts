import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { House } from '../support';
import { aDemoHouse, type Desk, type Desks, desksAt, personOf, phone, type Sitting } from '../support/browser';
import { opens, overflow, violationsInBothLights } from './looking';
import { type Ids, nobody, type Place, places } from './places';
import { namedPaths } from './routes';
import { aTermUnderWay } from './term-under-way';

// Axe looks at some pages for seconds on a slow machine.
jest.setTimeout(180_000);

let house: House;
let desks: Desks;
let ids: Ids;
beforeAll(async () => {
  house = await aDemoHouse('2026-09-01T02:00:00Z');
  ids = await aTermUnderWay(house);
  desks = await desksAt(house);
});
afterEach(() => desks.leave());
afterAll(async () => {
  await desks?.close();
  await house?.close();
});

type Look = (desk: Desk) => Promise<readonly string[]>;

/** Walks through the places of one person, at two desks at once, and gathers what is wrong. */
async function walk(code: string, sitting: Sitting, look: Look): Promise<readonly string[]> {
  const own = places.filter(({ as }) => as === code);
  const halves = [0, 1].map((half) => own.filter((_, nth) => nth % 2 === half));
  const as = code === nobody ? {} : { as: await personOf(house, code) };
  const found = await Promise.all(halves.map((half) => walkThrough(half, { ...sitting, ...as }, look)));
  return found.flat();
}

async function walkThrough(some: readonly Place[], sitting: Sitting, look: Look): Promise<readonly string[]> {
  const found: string[] = [];
  const desk = await desks.take(sitting);
  for (const place of some) {
    await opens(desk, `/${place.at?.(ids) ?? place.path}`);
    found.push(...(await look(desk)).map((line) => `${place.path}: ${line}`));
  }
  return found;
}

const people = [...new Set(places.map(({ as }) => as))];

describe('every route', () => {
  it('is in the list of this test', () => {
    const missing = namedPaths().filter((path) => !places.some((place) => `/${place.path}`.endsWith(`/${path}`)));
    expect(missing).toEqual([]);
  });

  it.each(people)('of %s is open to everybody, in light and dark, and no wider than a phone', async (code) => {
    const found = await walk(code, {}, async (desk) => {
      const wrong = await violationsInBothLights(desk);
      await desk.page.setViewportSize(phone);
      await desk.settles();
      const wide = await overflow(desk);
      await desk.page.setViewportSize({ width: 1280, height: 900 });
      return [...wrong, ...wide];
    });
    expect(found).toEqual([]);
  });

  it.each(people)('of %s is open to everybody in Uyghur too, from right to left, on a phone', async (code) => {
    const found = await walk(code, { language: 'ug', size: phone }, async (desk) => {
      const direction = await desk.page.evaluate(() => document.documentElement.dir);
      const wrong = await violationsInBothLights(desk);
      return [...(direction === 'rtl' ? [] : ['not from right to left']), ...wrong, ...(await overflow(desk))];
    });
    expect(found).toEqual([]);
  });
});
