import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@jest/globals';
import { type Desk, phone } from '../support/browser';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** As high as the page, so that bars that stay in view lie over nothing. */
async function showsWhole({ page }: Desk, width = page.viewportSize()?.width ?? phone.width): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  const height = await page.evaluate(() => Math.max(900, document.documentElement.scrollHeight));
  await page.setViewportSize({ width, height });
}

/** Goes to an address and waits until it stands whole. */
export async function opens(desk: Desk, address: string): Promise<void> {
  await desk.go(address);
  await desk.sees(desk.page.locator('main h1'));
  await desk.seesNoMore(desk.page.locator('ui-waiting'));
  await showsWhole(desk);
  await desk.settles();
}

/** What axe finds, a line each. */
async function violations(desk: Desk, rules?: readonly string[]): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page: desk.page }).setLegacyMode();
  axe.options({ resultTypes: ['violations'] });
  const results = await (rules ? axe.withRules([...rules]) : axe.withTags(tags)).analyze();
  expect(results.passes.length).toBeGreaterThan(0); // it did look
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id} at ${String(target)}: ${failureSummary?.replaceAll(/\s+/g, ' ') ?? ''}`,
    ),
  );
}

/** In the light everything is looked at; in the dark only colours are different. */
export async function violationsInBothLights(desk: Desk): Promise<readonly string[]> {
  await desk.page.emulateMedia({ colorScheme: 'light' });
  await desk.settles();
  const light = await violations(desk);
  await desk.page.emulateMedia({ colorScheme: 'dark' });
  await desk.settles();
  const dark = await violations(desk, ['color-contrast']);
  return [...light.map((line) => `light: ${line}`), ...dark.map((line) => `dark: ${line}`)];
}

/** By how many pixels the page is wider than its window, and what sticks out. */
export const overflow = (desk: Desk): Promise<readonly string[]> =>
  desk.page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const out = [...document.querySelectorAll('body *')].filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return left < -1 || right > width + 1;
    });
    return out.slice(0, 5).map((element) => `too wide: ${element.tagName} ${element.className}`);
  });
