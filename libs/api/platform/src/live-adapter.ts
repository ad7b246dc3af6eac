import type { INestApplication } from '@nestjs/common';
import { AbstractWsAdapter, type MessageMappingProperties } from '@nestjs/websockets';
import type { Answer } from '@qinglan/contracts';
import type { Logger } from 'pino';
import { Server, type ServerOptions } from 'socket.io';
import type { LiveServer, LiveSocket } from './live-conversation';
import { handshake, refuseForeignPages } from './live-handshake';
import { Sockets } from './live-sockets';
import { LOGGER } from './logging';
import { Outbox } from './outbox';
import { Sessions } from './session';

const options: Partial<ServerOptions> = {
  path: '/ws',
  transports: ['websocket', 'polling'],
  serveClient: false,
  maxHttpBufferSize: 16_384,
  // A cable that is pulled says no goodbye; the other classroom should not wait a minute to see it.
  pingInterval: 15_000,
  pingTimeout: 10_000,
  connectTimeout: 10_000,
  // connectionStateRecovery stays off: it brings sockets back without asking who they are, and rooms catch up by their log.
  allowRequest: refuseForeignPages,
};

interface Wiring {
  readonly sessions: Sessions;
  readonly sockets: Sockets;
  readonly logger: Logger;
}

const speak = (ack: unknown, answer: Answer<unknown>): void => {
  if (typeof ack === 'function') (ack as (answer: Answer<unknown>) => void)(answer);
};

/** Opens the socket server on the port of the API. Nest's own adapter answers nothing when a handler fails. */
class LiveAdapter extends AbstractWsAdapter {
  constructor(
    app: INestApplication,
    private readonly wiring: Wiring,
  ) {
    super(app);
  }

  override create(): LiveServer {
    const server: LiveServer = new Server(this.httpServer, options);
    server.use(handshake(this.wiring.sessions, this.wiring.logger));
    this.wiring.sockets.attach(server);
    return server;
  }

  /** Every message gets one answer; one without an acknowledgement is heard all the same. */
  override bindMessageHandlers(socket: LiveSocket, handlers: MessageMappingProperties[]): void {
    for (const { message, callback } of handlers) {
      socket.on(String(message), (...given: unknown[]) => {
        const [body, ack] = [given[0], given.at(-1)];
        const { conversation } = socket.data;
        // Before it waits for its turn: a pile that is only counted when it is worked off could grow without end.
        if (conversation.isFlood) return void socket.disconnect(true);
        const hear = () => callback(typeof body === 'function' ? undefined : body) as Promise<Answer<unknown>>;
        void conversation.inTurn(hear).then((answer) => {
          speak(ack, answer);
          if (conversation.isFlood) socket.disconnect(true);
        });
      });
    }
  }

  /** Drops the links without a word of farewell, so that clients come back by themselves; a goodbye would keep them away. */
  override async close(server: LiveServer): Promise<void> {
    server.engine.close();
  }
}

/** Lets an application speak over sockets; call it before the application is initialised. */
export function useLiveSockets(app: INestApplication): void {
  const wiring = { sessions: app.get(Sessions), sockets: app.get(Sockets), logger: app.get<Logger>(LOGGER) };
  app.useWebSocketAdapter(new LiveAdapter(app, wiring));
  app.get(Outbox).serve();
}
