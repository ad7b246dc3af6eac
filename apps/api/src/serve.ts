import { setTimeout as pause } from 'node:timers/promises';
import { isDatabaseAway, Jobs, readSettings } from '@qinglan/api-platform';
import { importDemoOnce } from '@qinglan/api-register';
import { migrate } from '@qinglan/api-schema';
import { createApp } from './app';

/** The running server, as the start command needs it. */
export interface Running {
  readonly url: string;
  readonly isDemo: boolean;
  close(): Promise<void>;
}

const TRIES = 30;

/** Brings the schema up to date; a database that is still starting is waited for, half a minute at most. */
async function migrateWhenThere(url: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await migrate(url);
    } catch (error) {
      if (!isDatabaseAway(error) || tries === TRIES) throw error;
      await pause(1000);
    }
  }
}

/** Settings, database, Nest, the demo register where it is wanted, sockets, listen: in this order. */
export async function serve(environment: Readonly<Record<string, string | undefined>>): Promise<Running> {
  const settings = readSettings(environment);
  await migrateWhenThere(settings.databaseUrl);
  const app = await createApp(settings);
  if (settings.isDemo && settings.registerDir) await importDemoOnce(app, settings.registerDir);
  await app.listen(settings.port, settings.host);
  // Features say what their jobs are when they start, which they do by now.
  await app.get(Jobs).serve();
  return { url: await app.getUrl(), isDemo: settings.isDemo, close: () => app.close() };
}
