import { computed, inject, Injectable, signal } from '@angular/core';
import {
  readSession,
  signIn,
  signInAsDemo,
  signOut,
  signOutEverywhere,
  type Problem,
  type ReplyOf,
} from '@qinglan/contracts';
import type { PersonId, Role } from '@qinglan/domain';
import { ApiClient } from '../api/api-client';
import { isProblem, problemOf } from '../api/problem-error';
import { remembered } from './remembered-session';

/** Who is signed in, and what that opens. */
export type Session = ReplyOf<typeof signIn>;

/** The session of this browser; read once at the start and after each change. */
@Injectable({ providedIn: 'root' })
export class SessionStore {
  private readonly api = inject(ApiClient);
  private readonly held = signal<Session | null>(null);
  private readonly isDemo = signal(false);
  private readonly failure = signal<Problem | null>(null);
  private readonly wasLost = signal(false);
  private reading: Promise<void> | undefined;

  readonly session = this.held.asReadonly();
  /** Demo people can be signed in as. */
  readonly demo = this.isDemo.asReadonly();
  /** Why the session could not be read. */
  readonly problem = this.failure.asReadonly();
  /** The session ended without the person wanting it, so that signing in again should lead back. */
  readonly lost = this.wasLost.asReadonly();
  readonly roles = computed(() => this.held()?.roles ?? []);
  readonly school = computed(() => this.held()?.school ?? null);

  constructor() {
    this.api.signedOut.subscribe(() => this.lose());
  }

  /** Settles when it is known who is signed in; the same answer for all who ask. */
  ready(): Promise<void> {
    return (this.reading ??= this.read());
  }

  /** Asks again. */
  reload(): Promise<void> {
    return (this.reading = this.read());
  }

  async signIn(account: string, password: string): Promise<void> {
    this.held.set(await this.api.call(signIn, { body: { account, password } }));
  }

  async signInAsDemo(personId: PersonId): Promise<void> {
    this.held.set(await this.api.call(signInAsDemo, { body: { personId } }));
  }

  async signOut(): Promise<void> {
    await this.api.call(signOut);
    this.leave();
  }

  async signOutEverywhere(): Promise<void> {
    await this.api.call(signOutEverywhere);
    this.leave();
  }

  /** Has the person one of these roles? */
  hasRole(...roles: readonly Role[]): boolean {
    return this.roles().some((role) => roles.includes(role));
  }

  /** A page that has to open without a line is opened for whoever is signed in now, until she signs out. */
  rememberThroughOutages(): void {
    remembered.write(this.held());
  }

  private leave(): void {
    remembered.write(null);
    this.wasLost.set(false);
    this.held.set(null);
  }

  private lose(): void {
    remembered.write(null);
    if (this.held()) this.wasLost.set(true);
    this.held.set(null);
  }

  private async read(): Promise<void> {
    try {
      const { session, demo } = await this.api.call(readSession);
      if (session) this.held.set(session);
      else this.lose();
      this.isDemo.set(demo);
      this.failure.set(null);
    } catch (error) {
      this.reading = undefined;
      const session = isProblem(error, 'offline') ? remembered.read() : null;
      if (session) this.held.set(session);
      this.failure.set(session ? null : problemOf(error));
    }
  }
}
