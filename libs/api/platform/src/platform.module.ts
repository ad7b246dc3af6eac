import { type DynamicModule, Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard';
import { Clock, SystemClock } from './clock';
import { Database } from './database';
import { History } from './history';
import { Jobs } from './jobs';
import { LOGGER, makeLogger } from './logging';
import { Outbox } from './outbox';
import { ProblemFilter } from './problem.filter';
import { RateLimits } from './rate-limits';
import { type Settings, SETTINGS } from './settings';
import { threadLimits, Threads } from './threads';
import { Transactions } from './transactions';

/** What every feature stands on, once for the whole application. */
@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** `clock` is given by tests that move it. */
  static with(settings: Settings, clock: Clock = new SystemClock()): DynamicModule {
    const shared = [
      { provide: SETTINGS, useValue: settings },
      { provide: LOGGER, useValue: makeLogger(settings.logLevel) },
      { provide: Clock, useValue: clock },
      { provide: Database, useFactory: () => new Database(settings.databaseUrl, settings.poolSize) },
      { provide: Threads, useFactory: () => new Threads(threadLimits) },
      Transactions,
      Outbox,
      History,
      Jobs,
      RateLimits,
    ];
    const edges = [
      { provide: APP_GUARD, useClass: AccessGuard },
      { provide: APP_FILTER, useClass: ProblemFilter },
    ];
    return { module: PlatformModule, providers: [...shared, ...edges], exports: shared };
  }

  onApplicationShutdown(): Promise<void> {
    return this.database.close();
  }
}
