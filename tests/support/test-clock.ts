import { Clock } from '@qinglan/api-platform';
import { Temporal } from '@qinglan/domain';

/** A clock that stands still until a test moves it. */
export class TestClock extends Clock {
  private at: Temporal.Instant;

  constructor(at: string) {
    super();
    this.at = Temporal.Instant.from(at);
  }

  now(): Temporal.Instant {
    return this.at;
  }

  moveTo(at: string): void {
    this.at = Temporal.Instant.from(at);
  }

  pass(duration: Temporal.DurationLike): void {
    this.at = this.at.add(duration);
  }
}
