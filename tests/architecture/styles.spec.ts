import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const libs = join(process.cwd(), 'libs/web');
const sheets = readdirSync(libs, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(scss|ts)$/.test(name));

describe('styles of components', () => {
  it('win by their selectors: !important is for print, for motion and for what Material lays over the page', () => {
    expect(sheets.length).toBeGreaterThan(100);
    expect(sheets.filter((name) => readFileSync(join(libs, name), 'utf8').includes('!important'))).toEqual([]);
  });
});
