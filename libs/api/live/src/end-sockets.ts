import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { type LiveSocket, Outbox, Sockets } from '@qinglan/api-platform';
import { sessionEnded } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import * as z from 'zod';
import { type Standing, StandingQueries } from './standing.queries';

const CHECK_MS = 1500;
const ended = z.object({ sessionIds: z.array(z.string()) });
const changed = z.object({ personId: z.string() });

function stands(actor: Actor, standing: Standing | undefined): boolean {
  if (standing?.schoolId !== actor.schoolId || standing.roles.length !== actor.roles.size) return false;
  return [...actor.roles].every((role) => standing.roles.includes(role));
}

/** Disconnects whoever lost the session or the rights with which they came: when told at once, at the latest by the next check. */
@Injectable()
export class EndSockets implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;
  private checking: Promise<void> | null = null;

  constructor(
    private readonly outbox: Outbox,
    private readonly sockets: Sockets,
    private readonly standing: StandingQueries,
  ) {}

  onApplicationBootstrap(): void {
    this.outbox.carry('session.ended', (note) => {
      const told = ended.safeParse(note.body);
      if (told.success) this.end((socket) => told.data.sessionIds.includes(socket.data.session.sessionId));
    });
    this.outbox.carry('person.rights-changed', (note) => {
      const told = changed.safeParse(note.body);
      if (told.success) this.end((socket) => socket.data.session.actor.personId === told.data.personId);
    });
    this.timer = setInterval(() => this.wake(), CHECK_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.checking;
  }

  /** One check at a time; while the database is away nobody is judged. */
  private wake(): void {
    this.checking ??= this.check()
      .catch(() => undefined)
      .finally(() => (this.checking = null));
  }

  private async check(): Promise<void> {
    const here = this.sockets.all();
    if (here.length === 0) return;
    const sessionIds = new Set(here.map((socket) => socket.data.session.sessionId));
    const standing = await this.standing.of([...sessionIds]);
    // Only those who were asked about: somebody may have come meanwhile.
    this.end(({ data: { session } }) => {
      return sessionIds.has(session.sessionId) && !stands(session.actor, standing.get(session.sessionId));
    });
  }

  private end(isMeant: (socket: LiveSocket) => boolean): void {
    for (const socket of this.sockets.all().filter(isMeant)) {
      socket.emit(sessionEnded.name, {});
      socket.disconnect(true);
    }
  }
}
