import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CDPSession } from 'playwright-core';
import { launchBrowser } from '../../../tools/browser.mjs';
import { aHouse, aYear, type House, opensYear, type YearMade } from '../../support';

let house: House;
let year: YearMade;
beforeAll(async () => {
  house = await aHouse({ now: '2026-11-26T02:00:00Z' });
  year = await aYear(house);
  await opensYear(year);
});
afterAll(() => house.close());

const page = async (language: string) =>
  (await year.hangzhou.raw(`/api/yearly-reports/${String(year.year)}/print?language=${language}`)).text();
const sheetsOf = (html: string) =>
  [...html.matchAll(/<link rel="stylesheet" href="([^"]+)">/g)].map(([, href = '']) => href);

describe('a print page', () => {
  it('names its fonts, and they are served from here, to be kept', async () => {
    const sheets = sheetsOf(await page('zh'));
    expect(sheets).toHaveLength(2);
    for (const href of sheets) {
      const sheet = await year.hangzhou.raw(href);
      expect([sheet.status, sheet.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
      expect(sheet.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
      const css = await sheet.text();
      // The device's own font first.
      expect(css).toMatch(/src: local\('[^']+'\), [^;]*url\([\w.-]+\.woff2\)/);
      const [, file = ''] = /url\(([\w.-]+)\)/.exec(css) ?? [];
      const font = await year.hangzhou.raw(href.replace('index.css', file));
      expect([font.status, font.headers.get('content-type')]).toEqual([200, 'font/woff2']);
      expect(
        Buffer.from(await font.arrayBuffer())
          .subarray(0, 4)
          .toString(),
      ).toBe('wOF2');
    }
    for (const name of ['none.woff2', '..%2Fpackage.json', 'package.json'])
      expect((await year.hangzhou.raw(String(sheets[0]).replace('index.css', name))).status).toBe(404);
  });

  it.each<[string, string]>([
    ['zh', 'Noto Sans SC'],
    ['ug', 'Noto Naskh Arabic'],
  ])('in %s is set in them where the device has none, for a fraction of their weight', async (language, font) => {
    const browser = await launchBrowser();
    try {
      const context = await browser.newContext();
      const [name = '', value = ''] = (year.hangzhou.cookie ?? '').split('=');
      await context.addCookies([{ name, value, url: house.baseUrl }]);
      const paper = await context.newPage();
      let bytes = 0;
      paper.on('response', (response) => {
        if (response.url().endsWith('.woff2')) void response.body().then((body) => (bytes += body.length));
      });
      const refused: string[] = [];
      paper.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
      await paper.goto(`${house.baseUrl}/api/yearly-reports/${String(year.year)}/print?language=${language}`);
      await paper.evaluate(() => document.fonts.ready.then(() => undefined));
      expect(refused).toEqual([]);
      expect(await fontsOf(await context.newCDPSession(paper))).toContainEqual(expect.stringContaining(font));
      expect(bytes).toBeLessThan(4_000_000);
    } finally {
      await browser.close();
    }
  });
});

interface Used {
  readonly familyName: string;
  readonly isCustomFont: boolean;
}

/** What the letters of the page are really set in. */
async function fontsOf(session: CDPSession): Promise<readonly string[]> {
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = (await session.send('DOM.getDocument')) as { root: { nodeId: number } };
  const found: Used[] = [];
  for (const selector of ['h1', 'h2', 'p.about']) {
    const { nodeId } = (await session.send('DOM.querySelector', { nodeId: root.nodeId, selector })) as {
      nodeId: number;
    };
    const { fonts } = (await session.send('CSS.getPlatformFontsForNode', { nodeId })) as { fonts: Used[] };
    found.push(...fonts);
  }
  return [...new Set(found.map(({ familyName }) => familyName))];
}
