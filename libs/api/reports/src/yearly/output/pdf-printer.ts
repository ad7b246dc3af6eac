import { readFile } from 'node:fs/promises';
import { basename, join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Inject, Injectable } from '@nestjs/common';
import { type Settings, SETTINGS } from '@qinglan/api-platform';
import { type FontSheet, fontSheets } from './print-fonts';

/** What is used of a browser of playwright-core. */
interface PrintingRoute {
  request(): { url(): string };
  fulfill(answer: { readonly body: string | Buffer; readonly contentType: string }): Promise<void>;
  abort(): Promise<void>;
}
interface PrintingPage {
  goto(url: string, options: { readonly waitUntil: 'load'; readonly timeout: number }): Promise<unknown>;
  evaluate(script: string): Promise<unknown>;
  pdf(options: Readonly<Record<string, unknown>>): Promise<Buffer>;
}
interface PrintingContext {
  route(pattern: string, answer: (route: PrintingRoute) => Promise<void>): Promise<void>;
  newPage(): Promise<PrintingPage>;
  close(): Promise<void>;
}
/** A browser that is open for printing. */
export interface PrintingBrowser {
  newContext(options: { readonly serviceWorkers: 'block' }): Promise<PrintingContext>;
  close(): Promise<void>;
}

const TIMEOUT_MS = 60_000;
// An address that leads nowhere: everything under it is answered from this process, and everything else is refused.
const origin = 'http://report.invalid/';

const hrefOf = ({ file }: FontSheet, at: number): string => `${origin}fonts/${String(at)}/${basename(file)}`;

/** The file behind an address of a font, never one outside its folder. */
function fontFile(url: string, sheets: readonly FontSheet[]): string | null {
  const [, at, path] = /\/fonts\/(\d+)\/(.+)$/.exec(url) ?? [];
  const sheet = sheets[Number(at)];
  if (!sheet || path === undefined) return null;
  const file = resolve(join(sheet.folder, decodeURIComponent(path)));
  return file.startsWith(sheet.folder + sep) ? file : null;
}

const contentTypeOf = (file: string) => (file.endsWith('.css') ? 'text/css' : 'font/woff2');

async function answerFont(route: PrintingRoute, sheets: readonly FontSheet[]): Promise<void> {
  const file = fontFile(route.request().url(), sheets);
  const body = file === null ? null : await readFile(file).catch(() => null);
  if (file === null || body === null) return route.abort();
  return route.fulfill({ body, contentType: contentTypeOf(file) });
}

/** Prints pages as PDF with the engine of a browser, which shapes Chinese and Uyghur as they are read. */
@Injectable()
export class PdfPrinter {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  /** Opens a browser for some pages, or says why there is none. */
  async open(): Promise<PrintingBrowser | { readonly failure: string }> {
    const { browserModule } = this.settings;
    if (browserModule === null) return { failure: 'no browser is set up (BROWSER_MODULE)' };
    try {
      const module = (await import(pathToFileURL(resolve(browserModule)).href)) as {
        launchBrowser(): Promise<PrintingBrowser>;
      };
      return await module.launchBrowser();
    } catch (error) {
      return {
        failure: `no browser could be started: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''}`,
      };
    }
  }

  /** Prints one page; `makePage` is given the style sheets of the fonts. */
  async print(browser: PrintingBrowser, makePage: (fontStyles: readonly string[]) => string): Promise<Buffer> {
    const sheets = fontSheets();
    const context = await browser.newContext({ serviceWorkers: 'block' });
    try {
      const html = makePage(sheets.map(hrefOf));
      await context.route('**/*', (route) =>
        route.request().url() === origin
          ? route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' })
          : answerFont(route, sheets),
      );
      const page = await context.newPage();
      await page.goto(origin, { waitUntil: 'load', timeout: TIMEOUT_MS });
      await page.evaluate('document.fonts.ready.then(() => undefined)');
      return await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
    } finally {
      await context.close();
    }
  }
}
