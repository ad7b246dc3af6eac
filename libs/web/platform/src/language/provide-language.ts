import {
  inject,
  isDevMode,
  makeEnvironmentProviders,
  provideAppInitializer,
  type EnvironmentProviders,
} from '@angular/core';
import type { ResolveFn } from '@angular/router';
import { provideTransloco } from '@jsverse/transloco';
import { Languages } from './languages';
import { MessageLoader } from './message-loader';

/** Three languages, Chinese first; the shell's messages are there before anything is shown. */
export const provideLanguage = (): EnvironmentProviders =>
  makeEnvironmentProviders([
    provideTransloco({
      config: {
        availableLangs: ['zh', 'en', 'ug'],
        defaultLang: 'zh',
        reRenderOnLangChange: true,
        prodMode: !isDevMode(),
        missingHandler: { logMissingKey: isDevMode(), allowEmpty: true },
        failedRetries: 2,
      },
      loader: MessageLoader,
    }),
    provideAppInitializer(() => inject(Languages).start()),
  ]);

/** Lets the routes of a feature wait for its messages: `resolve: { messages: messagesOf('timetable') }`. */
export const messagesOf =
  (feature: string): ResolveFn<boolean> =>
  async () => {
    await inject(Languages).need(feature);
    return true;
  };
