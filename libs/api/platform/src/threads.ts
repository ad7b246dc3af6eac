import { Refused } from './refused';

/** How many threads work at once, how many may wait for one, and how long. */
export interface ThreadLimits {
  readonly atOnce: number;
  readonly waiting: number;
  readonly patienceMs: number;
}

/** For a machine of two cores and one gigabyte: plans and workbooks of thousands take both. */
export const threadLimits: ThreadLimits = { atOnce: 2, waiting: 8, patienceMs: 30_000 };

interface Waiter {
  readonly enter: () => void;
}

/**
 * The seats of threads beside the server's own, shared by everything that works in one: first come, first served. Who finds
 * the queue full, or waits too long, is refused as `busy` and told when to come again.
 */
export class Threads {
  private working = 0;
  private readonly queue = new Set<Waiter>();

  constructor(private readonly limits: ThreadLimits) {}

  /** Works in a seat and leaves it, however it ends. */
  async use<T>(work: () => Promise<T>): Promise<T> {
    const leave = await this.enter();
    try {
      return await work();
    } finally {
      leave();
    }
  }

  /** Takes a seat; what comes back leaves it, and does so once. */
  async enter(): Promise<() => void> {
    if (this.working < this.limits.atOnce) this.working += 1;
    else await this.wait();
    let isSeated = true;
    return () => {
      if (isSeated) this.leave();
      isSeated = false;
    };
  }

  /** The seat of who leaves is handed on, so that nobody who comes just now is quicker. */
  private leave(): void {
    const [next] = this.queue;
    if (next) next.enter();
    else this.working -= 1;
  }

  private wait(): Promise<void> {
    const { waiting, patienceMs } = this.limits;
    if (this.queue.size >= waiting) throw busy();
    return new Promise((seated, refused) => {
      const clock = setTimeout(() => {
        this.queue.delete(waiter);
        refused(busy());
      }, patienceMs);
      const waiter: Waiter = {
        enter: () => {
          clearTimeout(clock);
          this.queue.delete(waiter);
          seated();
        },
      };
      this.queue.add(waiter);
    });
  }
}

const busy = () => new Refused('busy', { retryAfterSeconds: 10 });
