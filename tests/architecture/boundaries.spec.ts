import { resolve } from 'node:path';
import { ESLint } from 'eslint';

const root = resolve(import.meta.dirname, '../..');

/** Lints a file that would stand in the given project; the rule looks projects up by path. */
async function complaintsAbout(place: string, code: string): Promise<readonly string[]> {
  const filePath = resolve(root, place, 'planted.ts');
  const [result] = await new ESLint({ cwd: root }).lintText(code, { filePath });
  return (result?.messages ?? []).map(({ ruleId, message }) => `${ruleId ?? 'syntax'}: ${message}`);
}

describe('who may import whom', () => {
  it.each([
    ['the domain a package', 'libs/domain/src', "import * as z from 'zod';\nexport const it = z;\n"],
    ['the domain a contract', 'libs/domain/src', "export { problems } from '@qinglan/contracts';\n"],
    ['contracts the API', 'libs/contracts/src', "export * from '@qinglan/api-platform';\n"],
    ['a feature the one above it', 'libs/api/calendar/src', "export * from '@qinglan/api-scheduling';\n"],
    [
      'a feature the drivers of another',
      'libs/api/calendar/src',
      "import * as pg from 'exceljs';\nexport const it = pg;\n",
    ],
    ['a page of the web another feature', 'libs/web/live/src', "export * from '@qinglan/web-register';\n"],
    ['the web the API', 'libs/web/platform/src', "export * from '@qinglan/api-platform';\n"],
  ])('refuses %s', async (_, place, code) => {
    expect((await complaintsAbout(place, code)).join('\n')).toContain('@nx/enforce-module-boundaries');
  });

  it('lets the application import what it is made of', async () => {
    expect(await complaintsAbout('apps/api/src', "export * from '@qinglan/api-platform';\n")).toEqual([]);
  });
});

describe('the domain knows nothing outside itself', () => {
  it.each([
    ['the clock', 'export const now = () => new Date();\n'],
    ['chance', 'export const any = () => Math.random();\n'],
    ['the process', 'export const zone = () => process.env;\n'],
    ['the network', "export const ask = () => fetch('/');\n"],
    ['timers', 'export const later = (work: () => void) => setTimeout(work, 1);\n'],
    ['the file system', "export { readFileSync } from 'node:fs';\n"],
  ])('refuses %s', async (_, code) => {
    expect((await complaintsAbout('libs/domain/src', code)).join('\n')).toContain('The domain knows no clock');
  });
});

describe('sizes and habits', () => {
  it('refuses a fourth parameter, a default export and an any', async () => {
    const code = 'export default function far(a: any, b: number, c: number, d: number) {\n  return [a, b, c, d];\n}\n';
    const complaints = (await complaintsAbout('libs/contracts/src', code)).join('\n');
    expect(complaints).toContain('4 parameters');
    expect(complaints).toContain('Export by name');
    expect(complaints).toContain('no-explicit-any');
  });
});
