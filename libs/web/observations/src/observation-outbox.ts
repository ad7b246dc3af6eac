import { inject, Injectable, untracked } from '@angular/core';
import { sendObservationChanges, type ObservationView, type Problem } from '@qinglan/contracts';
import { asId, type ObservationId } from '@qinglan/domain';
import { ApiClient, isProblem, problemOf, SessionStore, Storeroom, type Waiting } from '@qinglan/web-platform';
import { nextBatch, type Unsent } from './page-state';

/** What came of sending: the newest state if anything was sent, and why the rest has to wait or is not taken. */
export interface Sent {
  readonly view: ObservationView | null;
  /** Null where everything arrived, or where only the line is missing. */
  readonly refusal: Problem | null;
}

const laterNames = ['offline', 'not-signed-in', 'too-fast', 'database-away', 'unexpected'] as const;
/** The line is away, the server is, or the session ended: it is sent later. */
const isForLater = (error: unknown): boolean => laterNames.some((name) => isProblem(error, name));

/** What this person wrote at this device and the server has not acknowledged yet; no other person sees or sends it. */
@Injectable()
export class ObservationOutbox {
  private readonly api = inject(ApiClient);
  private readonly room = inject(Storeroom);
  private readonly sessions = inject(SessionStore);

  /** The name of what belongs to one observation. */
  shelf(observationId: ObservationId | null): string {
    return `${this.own()}${String(observationId)}`;
  }

  waiting(observationId: ObservationId | null): Promise<readonly Waiting<Unsent>[]> {
    return this.room.waiting<Unsent>(this.shelf(observationId));
  }

  async push(observationId: ObservationId | null, written: readonly Unsent[]): Promise<void> {
    for (const value of written) await this.room.push(this.shelf(observationId), value);
  }

  /** Sends what waits, the oldest first, until nothing does or the line is gone; tells of each state that comes back. */
  async send(observationId: ObservationId, tell: (view: ObservationView) => unknown = () => undefined): Promise<Sent> {
    let view: ObservationView | null = null;
    for (;;) {
      const { taken, body } = nextBatch(await this.waiting(observationId));
      if (taken.length === 0) return { view, refusal: null };
      try {
        view = await this.api.call(sendObservationChanges, { params: { observationId }, body });
      } catch (error) {
        return { view, refusal: isForLater(error) ? null : problemOf(error) };
      }
      await tell(view);
      await this.room.drop(taken);
    }
  }

  /** Sends what waits of any observation: one that was closed before the line was back is not forgotten. */
  async sendEverything(): Promise<void> {
    const shelves = await this.room.shelves(this.own());
    for (const shelf of shelves) await this.send(asId<ObservationId>(shelf.slice(this.own().length)));
  }

  private own(): string {
    return `observation/${untracked(this.sessions.session)?.person.id ?? 'nobody'}/`;
  }
}
