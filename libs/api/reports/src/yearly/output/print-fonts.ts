import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { readOnce } from './read-once';

/** A font of the printed pages: its style sheet in a package, and the names under which a device may have its like. */
interface PrintFont {
  readonly sheet: string;
  readonly regular: readonly string[];
  readonly bold: readonly string[];
}

// The first is that of most computers of the schools, the last that of phones.
const fonts: readonly PrintFont[] = [
  {
    sheet: '@fontsource-variable/noto-sans-sc/index.css',
    regular: [
      ...['Microsoft YaHei', 'PingFangSC-Regular', 'PingFang SC', 'NotoSansSC-Regular', 'Noto Sans SC'],
      ...['NotoSansCJKsc-Regular', 'Noto Sans CJK SC', 'SourceHanSansSC-Regular'],
    ],
    bold: [
      ...['Microsoft YaHei Bold', 'PingFangSC-Semibold', 'NotoSansSC-Bold', 'Noto Sans SC Bold'],
      ...['NotoSansCJKsc-Bold', 'Noto Sans CJK SC Bold', 'SourceHanSansSC-Bold'],
    ],
  },
  {
    sheet: '@fontsource/noto-naskh-arabic/400.css',
    regular: ['Noto Naskh Arabic', 'NotoNaskhArabic-Regular', 'UKIJ Tuz', 'Microsoft Uighur'],
    bold: [],
  },
];

/** The sheet of a font that is installed here, and the folder and version of its package. */
export interface FontSheet {
  readonly font: PrintFont;
  readonly file: string;
  readonly folder: string;
}

/** The style sheets of the fonts that are there; a host without them prints with its own. */
export function fontSheets(): readonly FontSheet[] {
  const { resolve } = createRequire(import.meta.url);
  return fonts.flatMap((font) => {
    try {
      const file = resolve(font.sheet);
      return [{ font, file, folder: dirname(file) }];
    } catch {
      return [];
    }
  });
}

const faces = /@font-face\s*\{[^}]*\}/g;
const woff2 = /url\(\.?\/?(?:files\/)?([\w.-]+\.woff2)\)\s*format\('[^']+'\)/;

/** One slice of a font for a span of weights: the device's own first, so that nothing is fetched that is there already. */
function face(rule: string, weights: string | null, names: readonly string[]): string {
  const [source = ''] = woff2.exec(rule) ?? [];
  const own = names.map((name) => `local('${name}'), `).join('');
  const from = source.replace(/url\([^)]*?([\w.-]+)\)/, 'url($1)');
  const weighed = weights === null ? rule : rule.replace(/font-weight:[^;]*;/, `font-weight: ${weights};`);
  return weighed.replace(/src:[^;]*;/, `src: ${own}${from};`);
}

/**
 * A style sheet of slices by `unicode-range` for a page on any device: a slice is fetched only where the page has one of its
 * signs and the device has no such font. A font of one weight stays one; of all weights bold is another font of the device.
 */
export function sheetForPages(css: string, { regular, bold }: Pick<PrintFont, 'regular' | 'bold'>): string {
  const rules = css.match(faces) ?? [];
  return rules
    .filter((rule) => woff2.test(rule))
    .flatMap((rule) =>
      bold.length === 0 ? [face(rule, null, regular)] : [face(rule, '100 500', regular), face(rule, '501 900', bold)],
    )
    .join('\n');
}

interface Served {
  readonly type: string;
  read(): Promise<Buffer>;
}

/** What is served of a font, by name: the sheet, and the files that it names and no other. */
async function servedOf({ font, file, folder }: FontSheet): Promise<readonly (readonly [string, Served])[]> {
  const css = await readFile(file, 'utf8');
  const sheet = Buffer.from(sheetForPages(css, font));
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string };
  // Its address names the version: it never changes.
  const place = `${basename(folder)}-${version}`;
  const names = [...new Set((css.match(faces) ?? []).flatMap((rule) => woff2.exec(rule)?.[1] ?? []))];
  return [
    [`${place}/index.css`, { type: 'text/css; charset=utf-8', read: () => Promise.resolve(sheet) }],
    ...names.map((name) => {
      const at = join(folder, 'files', name);
      return [`${place}/${name}`, { type: 'font/woff2', read: () => readFile(at) }] as const;
    }),
  ];
}

/** Everything that print pages fetch of fonts, by `package-version/name`; read from the packages once. */
export const printFonts = readOnce(
  async (): Promise<ReadonlyMap<string, Served>> => new Map((await Promise.all(fontSheets().map(servedOf))).flat()),
);

/** The addresses of the style sheets for a print page of ours. */
export const printFontStyles = async (): Promise<readonly string[]> =>
  [...(await printFonts()).keys()].filter((name) => name.endsWith('.css')).map((name) => `/api/print-fonts/${name}`);
