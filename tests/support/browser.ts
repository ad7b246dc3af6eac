import { resolve } from 'node:path';
import { importDemoOnce } from '@qinglan/api-register';
import type { PersonId } from '@qinglan/domain';
import type { Browser, BrowserContext, BrowserContextOptions, ConsoleMessage, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../../tools/browser.mjs';
import { aHouse, type House, type HouseWishes } from './house';

const root = resolve(import.meta.dirname, '../..');
const PATIENCE_MS = 15_000;

/** A house that also serves the built web. */
export const aHouseWithWeb = (wishes: HouseWishes = {}): Promise<House> =>
  aHouse({ webDir: resolve(root, process.env['WEB_DIR'] ?? 'dist/web'), ...wishes });

/** The same in demo mode, with the register of Hangzhou and Aksu. */
export async function aDemoHouse(now: string): Promise<House> {
  const house = await aHouseWithWeb({ now, demo: true });
  await importDemoOnce(house.app, resolve(root, 'apps/api/demo-register'));
  return house;
}

/** The person who has this number in the register. */
export async function personOf({ sql }: Pick<House, 'sql'>, code: string): Promise<{ readonly id: PersonId }> {
  const [found] = await sql<{ id: PersonId }>('SELECT id FROM person WHERE code = $1', [code]);
  if (!found) throw new Error(`the register has no ${code}`);
  return found;
}

/** Who sits down, and at what kind of device. */
export interface Sitting {
  /** Nobody signed in by default. */
  readonly as?: { readonly id: string };
  readonly language?: 'zh' | 'en' | 'ug';
  readonly theme?: 'light' | 'dark';
  readonly zone?: string;
  readonly size?: { readonly width: number; readonly height: number };
  /** Runs in every page before anything of ours. */
  readonly before?: () => void;
}

const wide = { width: 1280, height: 900 };
export const phone = { width: 390, height: 844 };

/** What a browser says about a server that is away, or a network that is. */
export const lineIsDown =
  /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|ERR_NETWORK|WebSocket connection/;

/** A request that a page gives up because it goes elsewhere is no fault. */
const isGivenUp = (reason: string | undefined): boolean => reason === 'net::ERR_ABORTED';

/** What goes wrong in a page without anybody looking: errors, broken rules of content, requests that leave the house. */
class Faults {
  private readonly found: string[] = [];
  private readonly expected: RegExp[] = [];

  constructor(private readonly origin: string) {}

  watch(page: Page): void {
    page.on('pageerror', (error) => this.found.push(`uncaught: ${error.stack ?? error.message}`));
    page.on('console', (message) => this.hear(message));
    page.on('request', (request) => {
      const url = new URL(request.url());
      const isOurs = url.host === new URL(this.origin).host || ['data:', 'blob:', 'about:'].includes(url.protocol);
      if (!isOurs) this.found.push(`left the house: ${request.url()}`);
    });
    page.on('requestfailed', (request) => {
      const reason = request.failure()?.errorText;
      if (!isGivenUp(reason)) this.found.push(`request failed: ${request.url()} ${reason ?? ''}`);
    });
  }

  expect(...patterns: readonly RegExp[]): void {
    this.expected.push(...patterns);
  }

  unexpected(): readonly string[] {
    return this.found.filter((fault) => !this.expected.some((pattern) => pattern.test(fault)));
  }

  private hear(message: ConsoleMessage): void {
    if (message.type() === 'error') this.found.push(`console: ${message.text()} ${message.location().url}`);
  }
}

/** One person at one device. */
export class Desk {
  readonly faults: Faults;

  constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    private readonly baseUrl: string,
  ) {
    this.faults = new Faults(baseUrl);
    this.faults.watch(page);
  }

  async go(path: string): Promise<void> {
    await this.page.goto(`${this.baseUrl}${path}`);
  }

  /** Another window of the same person. */
  async another(): Promise<Desk> {
    return new Desk(await this.context.newPage(), this.context, this.baseUrl);
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  link(name: string | RegExp): Locator {
    return this.page.getByRole('link', { name });
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { name }).first();
  }

  field(label: string | RegExp): Locator {
    return this.page.getByLabel(label);
  }

  dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** Waits until something is in view; a failure tells what was in view instead. */
  async sees(what: Locator | string | RegExp, patienceMs = PATIENCE_MS): Promise<void> {
    const wanted = typeof what === 'string' || what instanceof RegExp ? this.page.getByText(what) : what;
    try {
      await wanted.first().waitFor({ state: 'visible', timeout: patienceMs });
    } catch {
      throw new Error(`${String(what)} is not in view at ${this.page.url()}:\n${await this.text()}`);
    }
  }

  /** Waits until something has gone from view. */
  async seesNoMore(what: Locator | string): Promise<void> {
    const wanted = typeof what === 'string' ? this.page.getByText(what) : what;
    await wanted.first().waitFor({ state: 'hidden' });
  }

  /** Everything that can be read in the page. */
  async text(): Promise<string> {
    return (await this.page.locator('body').innerText()).replaceAll(/\n\s*\n+/g, '\n');
  }

  /** Marks the page, so that `isTheSame` tells later that it was not loaded again. */
  async mark(): Promise<void> {
    await this.page.evaluate(() => Reflect.set(globalThis, 'marked', true));
  }

  isTheSame(): Promise<boolean> {
    return this.page.evaluate(() => Reflect.get(globalThis, 'marked') === true);
  }

  /** Letters are there and what moves is at its end: widths and colours are judged as they stay. */
  async settles(): Promise<void> {
    await this.page.evaluate(async () => {
      const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
      await frame(); // only a frame after the window was resized do its media queries hold
      await document.fonts.ready;
      await frame();
      for (const animation of document.getAnimations())
        if (animation.effect?.getComputedTiming().iterations !== Infinity) animation.finish();
    });
  }
}

/** One Chromium for a file of journeys. */
export class Desks {
  private readonly taken: Desk[] = [];

  constructor(
    private readonly browser: Browser,
    private readonly house: House,
  ) {}

  /** Somebody sits down: a browser of her own, signed in where the sitting says so, at the time of the house. */
  async take(sitting: Sitting = {}): Promise<Desk> {
    const context = await this.browser.newContext(optionsOf(sitting));
    context.setDefaultTimeout(PATIENCE_MS);
    await context.clock.install({ time: this.house.clock.now().epochMilliseconds });
    if (sitting.before) await context.addInitScript(sitting.before);
    await context.addInitScript(
      (language) => localStorage.getItem('qinglan.language') ?? localStorage.setItem('qinglan.language', language),
      sitting.language ?? 'zh',
    );
    if (sitting.as) await this.signIn(context, sitting.as);
    const desk = new Desk(await context.newPage(), context, this.house.baseUrl);
    this.taken.push(desk);
    return desk;
  }

  /** After the clock of the house was moved: every device shows the same time again. */
  async tellTime(): Promise<void> {
    const now = this.house.clock.now().epochMilliseconds;
    await Promise.all(this.taken.map(({ context }) => context.clock.setSystemTime(now)));
  }

  /** Everybody leaves; whatever went wrong on the way fails the journey. */
  async leave(): Promise<void> {
    const desks = this.taken.splice(0);
    await Promise.all(desks.map(({ context }) => context.close()));
    const faults = desks.flatMap((desk) => desk.faults.unexpected());
    if (faults.length > 0) throw new Error(`in the browser:\n${faults.join('\n')}`);
  }

  async close(): Promise<void> {
    await this.browser.close();
  }

  private async signIn(context: BrowserContext, person: { readonly id: string }): Promise<void> {
    const { cookie } = await this.house.as(person);
    const [name = '', value = ''] = (cookie ?? '').split('=');
    await context.addCookies([{ name, value, url: this.house.baseUrl }]);
  }
}

const optionsOf = ({ theme, zone, size }: Sitting): BrowserContextOptions => ({
  locale: 'zh-CN',
  timezoneId: zone ?? 'Asia/Shanghai',
  colorScheme: theme ?? 'light',
  reducedMotion: 'reduce',
  viewport: size ?? wide,
});

/** Starts the Chromium; `leave` after each journey, `close` after all. */
export const desksAt = async (house: House): Promise<Desks> => new Desks(await launchBrowser(), house);
