import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { aDemoHouse, type Desk, type Desks, desksAt, personOf, phone } from '../support/browser';
import type { House } from '../support/house';

jest.setTimeout(90_000);

let house: House;
let desks: Desks;

beforeAll(async () => {
  house = await aDemoHouse('2026-09-01T02:00:00Z');
  desks = await desksAt(house);
});
afterEach(() => desks.leave());
afterAll(async () => {
  await desks?.close();
  await house?.close();
});

const bar = ({ page }: Desk) => page.getByRole('navigation', { name: /主导航|ئاساسىي تىزىملىك/ });
const ways = async (desk: Desk) => (await bar(desk).locator('a, button').allInnerTexts()).map((text) => text.trim());
const opens = async (desk: Desk, address: string) => {
  await desk.go(address);
  await desk.sees(desk.page.locator('main h1'));
  await desk.settles();
};

/** The words that stand on more lines than they may, or come too near the next one. */
const crowded = (desk: Desk, lines: number) =>
  bar(desk)
    .locator('a > span, button > span')
    .evaluateAll((words, most) => {
      const isCrowded = (word: Element) => {
        const room = word.parentElement?.getBoundingClientRect().width ?? 0;
        const { width, height } = word.getBoundingClientRect();
        return width > room - 6 || height > (most + 0.5) * Number.parseFloat(getComputedStyle(word).lineHeight);
      };
      return words.filter((word) => isCrowded(word)).map(({ textContent }) => textContent);
    }, lines);

describe('the bar of a phone', () => {
  it('shows an administrator five ways, and the others under a word that the keyboard opens', async () => {
    const desk = await desks.take({ as: await personOf(house, 'HQ-ADM'), size: phone });
    await opens(desk, '/week');
    expect(await ways(desk)).toEqual(['我的一周', '提议', '系列课', '师徒', '更多']);
    await desk.button('更多').focus();
    await desk.page.keyboard.press('Enter');
    const others = desk.page.getByRole('menuitem');
    expect((await others.allInnerTexts()).map((text) => text.trim())).toEqual(['工作室', '项目', '年报', '名册']);
    for (const one of await others.all()) expect((await one.boundingBox())?.height).toBeGreaterThan(40);
    await desk.page.keyboard.press('ArrowDown');
    await desk.page.keyboard.press('Enter');
    await desk.page.waitForURL('**/programme');
    await desk.seesNoMore(others.first());
    // Where one is stays in view.
    expect(await ways(desk)).toEqual(['我的一周', '提议', '项目', '师徒', '更多']);
    expect(await bar(desk).locator('[aria-current="page"]').innerText()).toBe('项目');
    await desk.button('更多').click();
    await desk.sees(desk.page.getByRole('menuitem', { name: '系列课' }));
    await desk.page.keyboard.press('Escape');
    await desk.seesNoMore(others.first());
  });

  it.each([
    { language: 'zh', lines: 1 },
    { language: 'ug', lines: 2 },
  ] as const)('has room for every word in $language', async ({ language, lines }) => {
    const desk = await desks.take({ as: await personOf(house, 'HQ-ADM'), language, size: phone });
    for (const address of ['/week', '/studios', '/reports', '/register/organisations']) {
      await opens(desk, address);
      expect(await crowded(desk, lines)).toEqual([]);
    }
  });

  it('is the whole list on a larger screen', async () => {
    const desk = await desks.take({ as: await personOf(house, 'HQ-ADM') });
    await opens(desk, '/week');
    expect(await ways(desk)).toHaveLength(8);
    await desk.page.setViewportSize(phone);
    await desk.settles();
    expect(await ways(desk)).toHaveLength(5);
  });
});
