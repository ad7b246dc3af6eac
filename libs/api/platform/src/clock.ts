import { Temporal } from '@qinglan/domain';

/** Where now comes from: once per use case, then passed down. */
export abstract class Clock {
  abstract now(): Temporal.Instant;
}

/** The machine's clock. */
export class SystemClock extends Clock {
  now(): Temporal.Instant {
    return Temporal.Now.instant();
  }
}
