import { describe, expect, it } from '@jest/globals';
import { printFonts, printFontStyles, sheetForPages } from './print-fonts';

const slice = (weight: string) => `/* one */
@font-face {
  font-family: 'Noto Sans SC Variable';
  font-weight: ${weight};
  src: url(./files/noto-4.woff2) format('woff2-variations'), url(./files/noto-4.woff) format('woff');
  unicode-range: U+4e00-4e02;
}`;

describe('the fonts of print pages', () => {
  it('are those of the device first, and then slices by their signs, bold apart', () => {
    const sheet = sheetForPages(slice('100 900'), { regular: ['PingFang SC', 'YaHei'], bold: ['PingFang SC Bold'] });
    expect(sheet.match(/@font-face/g)).toHaveLength(2);
    expect(sheet).toContain(
      `font-weight: 100 500;\n  src: local('PingFang SC'), local('YaHei'), url(noto-4.woff2) format('woff2-variations');`,
    );
    expect(sheet).toContain(
      `font-weight: 501 900;\n  src: local('PingFang SC Bold'), url(noto-4.woff2) format('woff2-variations');`,
    );
    expect(sheet.match(/unicode-range: U\+4e00-4e02;/g)).toHaveLength(2);
  });

  it('of one weight stay one', () => {
    const sheet = sheetForPages(slice('400'), { regular: ['UKIJ Tuz'], bold: [] });
    expect(sheet.match(/@font-face/g)).toHaveLength(1);
    expect(sheet).toContain(`font-weight: 400;\n  src: local('UKIJ Tuz'), url(noto-4.woff2)`);
  });

  it('are served under addresses that name the version, every file that a sheet names and nothing else', async () => {
    const [chinese = '', uyghur = ''] = await printFontStyles();
    expect(chinese).toMatch(/^\/api\/print-fonts\/noto-sans-sc-\d+\.\d+\.\d+\/index\.css$/);
    expect(uyghur).toMatch(/^\/api\/print-fonts\/noto-naskh-arabic-\d/);
    const served = await printFonts();
    const place = chinese.slice('/api/print-fonts/'.length, -'/index.css'.length);
    const sheet = (await served.get(`${place}/index.css`)?.read())?.toString('utf8') ?? '';
    const named = [...sheet.matchAll(/url\(([^)]+)\)/g)].map(([, name = '']) => name);
    expect(named.length).toBeGreaterThan(100);
    for (const name of named) expect([name, served.has(`${place}/${name}`)]).toEqual([name, true]);
    expect([...served.keys()].some((name) => name.includes('..'))).toBe(false);
  });
});
