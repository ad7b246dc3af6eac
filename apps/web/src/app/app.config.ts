import { inject, provideAppInitializer, provideZonelessChangeDetection, type ApplicationConfig } from '@angular/core';
import {
  provideRouter,
  TitleStrategy,
  withComponentInputBinding,
  withEnabledBlockingInitialNavigation,
  withInMemoryScrolling,
} from '@angular/router';
import { PageTitle, provideLanguage, SessionStore } from '@qinglan/web-platform';
import { routes } from './app.routes';

export const appConfig: ApplicationConfig = {
  providers: [
    provideZonelessChangeDetection(),
    provideLanguage(),
    // On a weak line each answer waited for costs a third of a second: what nearly everybody needs next is asked at once.
    provideAppInitializer(() => {
      void inject(SessionStore).ready();
      import('./shell/shell').catch(() => undefined);
    }),
    provideRouter(
      routes,
      withComponentInputBinding(),
      // The way to the first page begins beside the messages of the shell, not after them.
      withEnabledBlockingInitialNavigation(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
    ),
    { provide: TitleStrategy, useClass: PageTitle },
  ],
};
