import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { House } from '../support';
import { aDemoHouse, type Desk, type Desks, desksAt, personOf } from '../support/browser';
import { anAgreedTerm } from './term-under-way';

let house: House;
let desks: Desks;
let lesson: string;
beforeAll(async () => {
  house = await aDemoHouse('2026-09-01T02:00:00Z');
  lesson = (await anAgreedTerm(house)).lesson;
  house.clock.moveTo('2026-09-16T01:45:00Z');
  desks = await desksAt(house);
});
afterEach(() => desks.leave());
afterAll(async () => {
  await desks?.close();
  await house?.close();
});

describe('the week', () => {
  const stop = (desk: Desk) =>
    desk.page.evaluate(
      () => document.activeElement?.getAttribute('data-stop') ?? document.activeElement?.tagName ?? '',
    );

  async function press(desk: Desk, key: string): Promise<string> {
    await desk.page.keyboard.press(key);
    return stop(desk);
  }

  /** From the top of the page with the Tab key alone. */
  async function tabsIntoGrid(desk: Desk): Promise<string> {
    for (let tries = 0; tries < 40; tries += 1) {
      const at = await press(desk, 'Tab');
      if (/^[\da-f]{8}-|\//.test(at)) return at;
    }
    throw new Error(`the grid is not reached:\n${await desk.text()}`);
  }

  it('is walked with the arrow keys, and Enter opens', async () => {
    const desk = await desks.take({ as: await personOf(house, 'HZ-YQ-T1') });
    await desk.go('/week/2026-09-14');
    await desk.sees(desk.page.locator('app-lesson-tile'));
    expect(await desk.page.locator('[data-stop][tabindex="0"]').count()).toBe(1);
    expect(await tabsIntoGrid(desk)).toBe(lesson);
    expect(await press(desk, 'ArrowLeft')).toBe('2026-09-15/3');
    expect(await press(desk, 'ArrowRight')).toBe(lesson);
    expect(await press(desk, 'ArrowDown')).toBe('2026-09-16/4');
    expect(await press(desk, 'Home')).toBe('2026-09-16/1');
    expect(await press(desk, 'ArrowDown')).toBe('2026-09-16/2');
    expect(await press(desk, 'ArrowDown')).toBe(lesson);
    await desk.page.keyboard.press('Enter');
    await desk.page.waitForURL(`**/lessons/${lesson}`);
    await desk.sees(desk.heading('数学'));
  });
});
