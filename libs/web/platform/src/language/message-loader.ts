import { Injectable } from '@angular/core';
import type { Translation, TranslocoLoader } from '@jsverse/transloco';

type Messages = Record<string, unknown>;

/**
 * Reads `i18n/<part>/<language>.json`. The path is `zh` for the shell and `timetable/zh` for a feature. What a
 * language does not say yet is said in Chinese.
 */
@Injectable()
export class MessageLoader implements TranslocoLoader {
  async getTranslation(path: string): Promise<Translation> {
    const [part, language] = path.includes('/') ? (path.split('/') as [string, string]) : ['shell', path];
    if (language === 'zh') return read(part, 'zh');
    const [chinese, own] = await Promise.all([read(part, 'zh'), read(part, language).catch(() => ({}))]);
    return laidOver(chinese, own);
  }
}

async function read(part: string, language: string): Promise<Messages> {
  const response = await fetch(`i18n/${part}/${language}.json`);
  if (!response.ok) throw new Error(`no messages for ${part} in ${language}`);
  return (await response.json()) as Messages;
}

const isBranch = (value: unknown): value is Messages => typeof value === 'object' && value !== null;

/** Takes each message from the upper file, else from the lower one. */
export function laidOver(lower: Messages, upper: Messages): Messages {
  const merged: Messages = { ...lower };
  for (const [key, value] of Object.entries(upper)) {
    const below = merged[key];
    merged[key] = isBranch(value) && isBranch(below) ? laidOver(below, value) : value;
  }
  return merged;
}
