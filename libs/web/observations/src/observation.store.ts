import { computed, inject, Injectable, signal, untracked } from '@angular/core';
import { answerObservation, discardObservation, readObservation, submitObservation } from '@qinglan/contracts';
import type { ObservationView, Problem } from '@qinglan/contracts';
import type { ObservationId } from '@qinglan/domain';
import {
  ApiClient,
  eachReturn,
  followMentoring,
  isProblem,
  Languages,
  ProblemError,
  remote,
  Storeroom,
  type Waiting,
} from '@qinglan/web-platform';
import { ObservationOutbox } from './observation-outbox';
import { headingWith, remarksOf, type Unsent } from './page-state';
import { aheadBy, nowBy } from './server-clock';

/** What was last seen of an observation, and how far this device's clock was off. */
interface Seen {
  /** Kept by an earlier version of this page it may say nothing of its like. */
  readonly view: Omit<ObservationView, 'alike'> & Partial<Pick<ObservationView, 'alike'>>;
  readonly ahead: number;
}

/** How what was written stands: everything sent, something waits for the line, or the server will not have it. */
export type Sending =
  | { readonly state: 'sent' }
  | { readonly state: 'waiting'; readonly count: number }
  | { readonly state: 'refused'; readonly count: number; readonly problem: Problem };

/** One observation: what the server knows of it, and what this device wrote that the server does not know yet. */
@Injectable()
export class ObservationStore {
  private readonly api = inject(ApiClient);
  private readonly languages = inject(Languages);
  private readonly outbox = inject(ObservationOutbox);
  private readonly room = inject(Storeroom);
  private readonly unsent = signal<readonly Waiting<Unsent>[]>([]);
  private readonly refusal = signal<Problem | null>(null);
  private ahead = 0;
  private flushing: Promise<void> | null = null;
  private isFlushWanted = false;
  private looks = 0;
  private shownLook = 0;

  readonly observationId = signal<ObservationId | null>(null);

  readonly observation = remote(() => {
    const observationId = this.observationId();
    return observationId ? this.read(observationId) : undefined;
  });
  private readonly written = computed(() => this.unsent().map(({ value }) => value));
  readonly remarks = computed(() => remarksOf(this.observation.value()?.entries ?? [], this.written()));
  readonly heading = computed(() => {
    const view = this.observation.value();
    return view ? headingWith(view, this.written()) : null;
  });
  readonly sending = computed<Sending>(() => {
    const [count, problem] = [this.unsent().length, this.refusal()];
    if (count === 0) return { state: 'sent' };
    return problem ? { state: 'refused', count, problem } : { state: 'waiting', count };
  });

  constructor() {
    eachReturn(() => void this.catchUp());
    // Whoever waits for a countersignature sees it come.
    followMentoring(() => void this.lookAgain());
  }

  /** This moment by the server's clock. */
  now(): string {
    return nowBy(this.ahead);
  }

  /** Writes something down: in this browser at once, on the server as soon as the line allows. */
  async write(...written: readonly Unsent[]): Promise<void> {
    await this.outbox.push(untracked(this.observationId), written);
    await this.look();
    void this.flush();
  }

  /** Sends everything that waits; what cannot be sent now goes on waiting. */
  flush(): Promise<void> {
    this.isFlushWanted = true;
    return (this.flushing ??= this.sendWhileWanted().finally(() => {
      this.flushing = null;
      if (this.isFlushWanted) void this.flush();
    }));
  }

  /** Nothing is submitted that has not arrived. */
  async submit(): Promise<void> {
    await this.flush();
    if (untracked(this.unsent).length > 0) throw this.whyNotSent();
    await this.change((view) => this.api.call(submitObservation, { ...this.call(), version: view.version }));
  }

  /** Drops it; what was written goes out first, so that it is kept. */
  async discard(reason: string): Promise<void> {
    await this.flush();
    if (untracked(this.unsent).length > 0) throw this.whyNotSent('observations.discard.offline');
    const body = { reason };
    await this.change((view) => this.api.call(discardObservation, { ...this.call(), body, version: view.version }));
    await Promise.all([this.room.forget(this.seenName()), this.room.forget(this.draftName())]);
  }

  answer(reply: string | null, countersigns: boolean): Promise<void> {
    const body = { reply, countersigns };
    return this.change((view) => this.api.call(answerObservation, { ...this.call(), body, version: view.version }));
  }

  /** Keeps the half-written remark through a reload. */
  keepDraft(draft: unknown): void {
    void this.room.keep(this.draftName(), draft);
  }

  draft<T>(): Promise<T | undefined> {
    return this.room.kept<T>(this.draftName());
  }

  private async change(act: (view: ObservationView) => Promise<ObservationView>): Promise<void> {
    const view = this.observation.value();
    if (!view) return;
    try {
      await this.take(await act(view));
    } catch (error) {
      if (isProblem(error, 'stale')) await this.observation.reload();
      throw error;
    }
  }

  /** On return of the line: what waits goes out; what another device wrote comes in. */
  private async catchUp(): Promise<void> {
    const view = untracked(() => this.observation.value());
    if (!view) return;
    await this.flush();
    if (view.state === 'open' && untracked(this.unsent).length === 0) await this.observation.reload();
  }

  private async lookAgain(): Promise<void> {
    const view = untracked(() => this.observation.value());
    if (view && view.state !== 'open') await this.observation.reload();
  }

  private async read(observationId: ObservationId): Promise<ObservationView> {
    await this.look();
    try {
      const view = await this.api.call(readObservation, { params: { observationId } });
      await this.remember(view);
      void this.flush();
      return view;
    } catch (error) {
      const seen = isProblem(error, 'offline') ? await this.room.kept<Seen>(this.seenName()) : undefined;
      if (!seen) throw error;
      this.ahead = seen.ahead;
      return { ...seen.view, alike: seen.view.alike ?? [] };
    }
  }

  private async sendWhileWanted(): Promise<void> {
    while (this.isFlushWanted) {
      this.isFlushWanted = false;
      const observationId = untracked(this.observationId);
      if (!observationId) return;
      const { refusal } = await this.outbox.send(observationId, (view) => this.take(view));
      this.refusal.set(refusal);
      await this.look();
    }
  }

  /** What waits in this browser, whichever tab wrote or sent it; of two looks the later one is shown. */
  private async look(): Promise<void> {
    const look = (this.looks += 1);
    const waiting = await this.outbox.waiting(untracked(this.observationId));
    if (look < this.shownLook) return;
    this.shownLook = look;
    this.unsent.set(waiting);
  }

  private async take(view: ObservationView): Promise<void> {
    await this.remember(view);
    this.observation.put(view);
  }

  /** What is being written may have to be opened without a line; what is submitted is not kept on the device. */
  private async remember(view: ObservationView): Promise<void> {
    this.ahead = aheadBy(view.now);
    if (view.state === 'open') await this.room.keep(this.seenName(), { view, ahead: this.ahead } satisfies Seen);
    else await Promise.all([this.room.forget(this.seenName()), this.room.forget(this.draftName())]);
  }

  private whyNotSent(key = 'observations.submit.offline'): ProblemError {
    const title = this.languages.say(key);
    return new ProblemError(untracked(this.refusal) ?? { type: 'about:blank', title, status: 0 });
  }

  private seenName(): string {
    return `seen/${this.outbox.shelf(untracked(this.observationId))}`;
  }

  private draftName(): string {
    return `draft/${this.outbox.shelf(untracked(this.observationId))}`;
  }

  private call() {
    const observationId = untracked(this.observationId);
    if (!observationId) throw new Error('no observation is open');
    return { params: { observationId } };
  }
}
