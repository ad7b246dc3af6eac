/** What follows a first change within this time goes out together. */
export const burstMs = 100;

type Send<T> = (batch: readonly T[]) => void;

/** The first of a burst goes out at once, what follows within 100 ms goes as one; a quiet key costs nothing. */
export class Bursts<T> {
  private readonly waiting = new Map<string, { batch: T[]; timer: NodeJS.Timeout }>();

  constructor(private readonly send: Send<T>) {}

  push(key: string, change: T): void {
    const burst = this.waiting.get(key);
    if (burst) {
      burst.batch.push(change);
      return;
    }
    this.wait(key);
    this.send([change]);
  }

  /** At the end nobody is left to tell. */
  stop(): void {
    for (const { timer } of this.waiting.values()) clearTimeout(timer);
    this.waiting.clear();
  }

  private wait(key: string): void {
    const timer = setTimeout(() => this.flush(key), burstMs).unref();
    this.waiting.set(key, { batch: [], timer });
  }

  private flush(key: string): void {
    const batch = this.waiting.get(key)?.batch ?? [];
    this.waiting.delete(key);
    if (batch.length === 0) return;
    this.wait(key);
    this.send(batch);
  }
}
