import { Injectable } from '@nestjs/common';
import type { ServerEvent } from '@qinglan/contracts';
import type * as z from 'zod';
import type { LiveServer, LiveSocket } from './live-conversation';

/** The rooms that hear of something, without those of their sockets that are told otherwise. */
export interface Audience {
  readonly to: readonly string[];
  readonly except?: readonly string[];
}

/** Everybody who is connected to this server, and how to tell them something. */
@Injectable()
export class Sockets {
  private server: LiveServer | null = null;

  /** For the adapter, once. */
  attach(server: LiveServer): void {
    this.server = server;
  }

  /** Tells everybody in any of the rooms, each socket once; the frame is built once for all of them. */
  tell<E extends ServerEvent>({ to, except = [] }: Audience, event: E, body: z.input<E['body']>): void {
    if (to.length > 0)
      this.server
        ?.to([...to])
        .except([...except])
        .emit(event.name, body);
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
