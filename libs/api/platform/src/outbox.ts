import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import { statement } from './database';
import { LOGGER } from './logging';
import { asRefused } from './problem.filter';
import { Transactions, type Tx } from './transactions';

const add = statement(
  'outbox-add',
  `INSERT INTO outbox (type, body) SELECT note ->> 'type', note -> 'body'
   FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS given (note, place) ORDER BY place`,
);
// Taken and deleted in one transaction: a crash between sending and committing sends twice, never not at all.
const take = statement(
  'outbox-take',
  `DELETE FROM outbox WHERE id IN (SELECT id FROM outbox ORDER BY id FOR UPDATE SKIP LOCKED LIMIT 200)
   RETURNING id, type, body`,
);

/** A note of something that has to leave once the transaction is committed. */
export interface Note {
  readonly type: string;
  readonly body: unknown;
}

type Carry = (note: Note) => void;
const SWEEP_MS = 1000;

/** Carries notes out after the commit: at once when this node wrote them, within a second when another did or a crash left them. */
@Injectable()
export class Outbox implements OnApplicationShutdown {
  private readonly carriers = new Map<string, Carry[]>();
  private sweep: NodeJS.Timeout | null = null;
  private relaying: Promise<void> | null = null;
  private isWanted = false;
  private isServing = false;

  constructor(
    private readonly transactions: Transactions,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async add(tx: Tx, ...notes: readonly Note[]): Promise<void> {
    if (notes.length === 0) return;
    await tx.run(add, [JSON.stringify(notes)]);
    tx.afterCommit(() => this.wake());
  }

  /** Says who carries notes of a type; each carrier gets each note. */
  carry(type: string, carrier: Carry): void {
    this.carriers.set(type, [...(this.carriers.get(type) ?? []), carrier]);
    this.sweep ??= setInterval(() => this.wake(), SWEEP_MS).unref();
  }

  /** For whoever has sockets. A command has none: it leaves its notes to the server that runs, or to the next one. */
  serve(): void {
    this.isServing = true;
  }

  /** Looks for notes now; calls while it looks are answered by one more look. */
  wake(): void {
    if (!this.isServing) return;
    this.isWanted = true;
    this.relaying ??= this.relay().finally(() => {
      this.relaying = null;
      if (this.isWanted) this.wake();
    });
  }

  async onApplicationShutdown(): Promise<void> {
    this.isServing = false;
    if (this.sweep) clearInterval(this.sweep);
    await this.relaying;
  }

  private async relay(): Promise<void> {
    while (this.isWanted && this.isServing) {
      this.isWanted = false;
      const taken = await this.transactions
        .write((tx) => this.takeAndCarry(tx))
        .catch((error: unknown) => this.report(error));
      if (taken > 0) this.isWanted = true;
    }
  }

  /** The database being away is no news and no reason to end: the next sweep tries again. */
  private report(error: unknown): number {
    if (asRefused(error).kind !== 'database-away') this.logger.error({ err: error }, 'notes were not taken');
    return 0;
  }

  /** One carrier that fails keeps neither the others nor the notes behind it waiting. */
  private carryOne(note: Note, carrier: Carry): void {
    try {
      carrier(note);
    } catch (error) {
      this.logger.error({ err: error, type: note.type }, 'a note was not carried');
    }
  }

  private async takeAndCarry(tx: Tx): Promise<number> {
    const notes = await tx.rows<Note & { id: number }>(take);
    const inOrder = [...notes].sort((a, b) => a.id - b.id);
    inOrder.forEach((note) => this.carriers.get(note.type)?.forEach((carrier) => this.carryOne(note, carrier)));
    return notes.length;
  }
}
