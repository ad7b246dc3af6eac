import type { Answer, ClientEvent, Problem } from '@qinglan/contracts';
import type { Logger } from 'pino';
import type { DefaultEventsMap, Server, Socket } from 'socket.io';
import { mayKnock } from './access.guard';
import { describeProblem, type SpokenLanguage } from './language';
import { asRefused } from './problem.filter';
import { Refused } from './refused';
import type { LiveSession } from './session';

/** What the handshake leaves on a socket. */
export interface SocketData {
  session: LiveSession;
  conversation: Conversation;
}
/** A socket that passed the handshake. */
export type LiveSocket = Socket<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, SocketData>;
/** The server of such sockets. */
export type LiveServer = Server<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, SocketData>;

const WINDOW_MS = 10_000;
const MOST_EVENTS = 50;
/** Whoever goes on after that many refusals is not a browser of ours. */
const FLOOD = MOST_EVENTS * 10;

/** Counts the messages of one socket; wall time, because it guards the machine and not a rule of the schools. */
class Pace {
  private windowEndsAt = 0;
  private counted = 0;

  get isFlood(): boolean {
    return this.counted > FLOOD;
  }

  count(): void {
    const now = performance.now();
    if (now >= this.windowEndsAt) {
      this.windowEndsAt = now + WINDOW_MS;
      this.counted = 0;
    }
    this.counted += 1;
    if (this.counted <= MOST_EVENTS) return;
    throw new Refused('too-fast', { retryAfterSeconds: Math.ceil((this.windowEndsAt - now) / 1000) });
  }
}

function parse(event: ClientEvent, given: unknown): unknown {
  const read = event.body.safeParse(given);
  if (read.success) return read.data;
  const errors = read.error.issues.map((issue) => ({ pointer: `#/${issue.path.join('/')}`, detail: issue.message }));
  throw new Refused('invalid-input', { errors });
}

type Speaker = Pick<Conversation, 'session'> & { readonly language: SpokenLanguage; readonly logger: Logger };

/** What one socket says, in order: its pace, its rights, its language. Nothing it says can throw. */
export class Conversation {
  readonly session: LiveSession;
  private readonly pace = new Pace();
  private turn: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  constructor(private readonly speaker: Speaker) {
    this.session = speaker.session;
  }

  /** Whether this socket should rather be closed than answered: also when it piles up messages while one is still at work. */
  get isFlood(): boolean {
    return this.pace.isFlood || this.waiting > FLOOD;
  }

  /** Answers one message: pace, access and schema first, then `act`. */
  async answer(event: ClientEvent, given: unknown, act: (body: unknown) => unknown): Promise<Answer<unknown>> {
    try {
      this.pace.count();
      if (!mayKnock(event.access, this.session.actor)) throw new Refused('forbidden');
      const body = parse(event, given);
      return { ok: true, value: await act(body) };
    } catch (error) {
      return { ok: false, problem: this.problemOf(event, error) };
    }
  }

  /** Does something after everything that was said so far; failures are logged. */
  async afterwards(act: () => Promise<void>): Promise<void> {
    await this.inTurn(act).catch((error: unknown) => this.speaker.logger.error({ err: error }, 'after a conversation'));
  }

  /** One thing after the other, in the order in which the socket brought them: nobody enters after having gone. */
  inTurn<T>(act: () => T | Promise<T>): Promise<T> {
    this.waiting += 1;
    const done = this.turn.then(act).finally(() => (this.waiting -= 1));
    this.turn = done.catch(() => undefined);
    return done;
  }

  private problemOf(event: ClientEvent, error: unknown): Problem {
    const refused = asRefused(error);
    if (refused.kind === 'unexpected')
      this.speaker.logger.error({ event: event.name, err: refused.cause }, 'unexpected');
    return describeProblem(refused.kind, refused.extras, this.speaker.language);
  }
}
