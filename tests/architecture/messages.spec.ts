import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const folder = join(process.cwd(), 'apps/web/public/i18n');

type Messages = Readonly<Record<string, unknown>>;

/** Every message by its full key; a list is one message. */
function flat(messages: Messages, before = ''): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(messages)) {
    const full = `${before}${key}`;
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      flat(value as Messages, `${full}.`).forEach((text, name) => found.set(name, text));
    else found.set(full, Array.isArray(value) ? value.join(' ') : String(value));
  }
  return found;
}

const messagesOf = (feature: string, language: string) =>
  flat(JSON.parse(readFileSync(join(folder, feature, `${language}.json`), 'utf8')) as Messages);

/** The places that values are put into: {{name}}. */
const holesIn = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name = '']) => name).sort();

const features = readdirSync(folder).filter((name) => !name.includes('.'));

describe('messages', () => {
  it('are there for every feature', () => {
    expect(features.length).toBeGreaterThan(10);
  });

  it.each(features)('of %s are said in English as in Chinese, and in Uyghur where certain', (feature) => {
    const [zh, en, ug] = ['zh', 'en', 'ug'].map((language) => messagesOf(feature, language));
    if (!zh || !en || !ug) throw new Error('a language is missing');
    expect([...zh.keys()].filter((key) => !en.has(key))).toEqual([]);
    // `_status` says who signed a translation; it is no message.
    expect([...ug.keys()].filter((key) => !zh.has(key) && key !== '_status')).toEqual([]);
  });

  it.each(features)('of %s take the same values in each language', (feature) => {
    const zh = messagesOf(feature, 'zh');
    const wrong = ['en', 'ug'].flatMap((language) =>
      [...messagesOf(feature, language)]
        .filter(([key, text]) => {
          const known = zh.get(key);
          return known !== undefined && holesIn(text).some((hole) => !holesIn(known).includes(hole));
        })
        .map(([key]) => `${language} ${key}`),
    );
    expect(wrong).toEqual([]);
  });
});
