import { Injectable } from '@nestjs/common';
import type { ServerEvent } from '@qinglan/contracts';
import type * as z from 'zod';
import type { LiveServer, LiveSocket } from './live-conversation';

/** Everybody who is connected to this server, and how to tell them something. */
@Injectable()
export class Sockets {
  private server: LiveServer | null = null;

  /** For the adapter, once. */
  attach(server: LiveServer): void {
    this.server = server;
  }

  /** Tells everybody in any of the rooms, each socket once; the frame is built once for all of them. */
  tell<E extends ServerEvent>(rooms: readonly string[], event: E, body: z.input<E['body']>): void {
    if (rooms.length > 0) this.server?.to([...rooms]).emit(event.name, body);
  }

  /** The sockets of this node. */
  all(): readonly LiveSocket[] {
    return this.server ? [...this.server.sockets.sockets.values()] : [];
  }

  /** How many are connected to this node. */
  count(): number {
    return this.server?.sockets.sockets.size ?? 0;
  }
}
