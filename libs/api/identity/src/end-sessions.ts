import { Injectable } from '@nestjs/common';
import { Transactions } from '@qinglan/api-platform';
import type { PersonId } from '@qinglan/domain';
import { SessionStore } from './session.store';

/** Signs out, here or everywhere; sockets of an ended session are disconnected. */
@Injectable()
export class EndSessions {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: SessionStore,
  ) {}

  one(token: string): Promise<void> {
    return this.transactions.write((tx) => this.sessions.end(tx, token));
  }

  all(personId: PersonId): Promise<void> {
    return this.transactions.write((tx) => this.sessions.endAll(tx, personId));
  }

  /** Clears away sessions whose time is over; the server calls it now and then. */
  prune(): Promise<void> {
    return this.transactions.write((tx) => this.sessions.prune(tx));
  }
}
