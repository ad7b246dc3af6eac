import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { House } from '../support';
import { aDemoHouse, type Desks, desksAt, personOf } from '../support/browser';
import { routeFiles } from './routes';

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

const LIMIT = 300_000;
const deviceZone = '本机显示新疆时间，课表一律为北京时间。';

/** A browser whose Intl has never heard of Uyghur and says so loudly. */
function withoutUyghur(): void {
  const isUyghur = (locales: unknown) => [locales].flat().some((locale) => String(locale).startsWith('ug'));
  for (const name of [
    'DateTimeFormat',
    'NumberFormat',
    'PluralRules',
    'Collator',
    'RelativeTimeFormat',
    'ListFormat',
  ]) {
    const known = Reflect.get(Intl, name) as new (...args: unknown[]) => object;
    const strict = new Proxy(known, {
      construct(of, [locales, ...rest]: [unknown, ...unknown[]], target) {
        if (isUyghur(locales)) throw new RangeError(`no ${name} for ug`);
        return Reflect.construct(of, [locales, ...rest], target) as object;
      },
    });
    Reflect.set(Intl, name, strict);
  }
}

describe('the first load', () => {
  it('of the sign-in page brings at most 300 kB of script and style', async () => {
    const desk = await desks.take();
    const parts: { readonly path: string; readonly bytes: number }[] = [];
    const measured: Promise<unknown>[] = [];
    desk.page.on('requestfinished', (request) => {
      const { pathname } = new URL(request.url());
      if (!/\.(js|css)$/.test(pathname)) return;
      measured.push(
        request.sizes().then(({ responseBodySize }) => parts.push({ path: pathname, bytes: responseBodySize })),
      );
    });
    await desk.go('/');
    await desk.sees(desk.button(/^源清中学数学教师/));
    await desk.page.waitForLoadState('networkidle');
    await Promise.all(measured);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.every(({ bytes }) => bytes > 0)).toBe(true);
    expect(parts.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(LIMIT);
  });

  it('brings no page but the one that is opened: every route is lazy', () => {
    for (const file of routeFiles()) {
      const source = readFileSync(file, 'utf8');
      expect(source).not.toMatch(/\bcomponent\s*:/);
      expect(source).not.toMatch(/import .*[Pp]age'/);
    }
  });
});

describe('a device', () => {
  it('on Xinjiang time is told that every time is Beijing time, and shows Beijing time', async () => {
    const desk = await desks.take({ as: await personOf(house, 'AK-SH-CO'), zone: 'Asia/Urumqi' });
    await desk.go('/week');
    await desk.sees(deviceZone);
    await desk.sees('北京时间 10:00');
    await desk.sees(desk.page.getByRole('group', { name: /周二 9\/1/ }).getByText('今天'));
    await desk.button('关闭').click();
    await desk.seesNoMore(deviceZone);
  });

  it('on Beijing time is not', async () => {
    const desk = await desks.take({ as: await personOf(house, 'AK-SH-CO') });
    await desk.go('/week');
    await desk.sees('北京时间 10:00');
    expect(await desk.page.getByText(deviceZone).count()).toBe(0);
  });

  it('whose browser knows no Uyghur still shows the timetable in it', async () => {
    const desk = await desks.take({ as: await personOf(house, 'AK-SH-CO'), language: 'ug', before: withoutUyghur });
    await desk.go('/week');
    await desk.sees(desk.page.getByRole('main').getByRole('group').first());
    expect(await desk.page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
      'ug',
      'rtl',
    ]);
    expect(await desk.text()).toMatch(/[\u0600-\u06ff]{3}/);
  });
});
