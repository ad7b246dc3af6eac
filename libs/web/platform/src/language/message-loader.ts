import { Injectable } from '@angular/core';
import type { Translation, TranslocoLoader } from '@jsverse/transloco';
import { laidOver, type Messages } from './laid-over';
import { ledFromRight } from './led-from-right';

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
    return laidOver(chinese, language === 'ug' ? ledFromRight(own) : own);
  }
}

async function read(part: string, language: string): Promise<Messages> {
  const response = await fetch(`i18n/${part}/${language}.json`);
  if (!response.ok) throw new Error(`no messages for ${part} in ${language}`);
  return (await response.json()) as Messages;
}
