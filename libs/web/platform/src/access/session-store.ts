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
import { problemOf } from '../api/problem-error';

/** Who is signed in, and what that opens. */
export type Session = ReplyOf<typeof signIn>;

/** The session of this browser; read once at the start and after each change. */
@Injectable({ providedIn: 'root' })
export class SessionStore {
  private readonly api = inject(ApiClient);
  private readonly held = signal<Session | null>(null);
  private readonly isDemo = signal(false);
  private readonly failure = signal<Problem | null>(null);
  private reading: Promise<void> | undefined;

  readonly session = this.held.asReadonly();
  /** Demo people can be signed in as. */
  readonly demo = this.isDemo.asReadonly();
  /** Why the session could not be read. */
  readonly problem = this.failure.asReadonly();
  readonly roles = computed(() => this.held()?.roles ?? []);
  readonly school = computed(() => this.held()?.school ?? null);

  constructor() {
    this.api.signedOut.subscribe(() => this.held.set(null));
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
    this.held.set(null);
  }

  async signOutEverywhere(): Promise<void> {
    await this.api.call(signOutEverywhere);
    this.held.set(null);
  }

  /** Has the person one of these roles? */
  hasRole(...roles: readonly Role[]): boolean {
    return this.roles().some((role) => roles.includes(role));
  }

  private async read(): Promise<void> {
    try {
      const { session, demo } = await this.api.call(readSession);
      this.held.set(session);
      this.isDemo.set(demo);
      this.failure.set(null);
    } catch (error) {
      this.failure.set(problemOf(error));
      this.reading = undefined;
    }
  }
}
