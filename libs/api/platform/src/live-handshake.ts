import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Logger } from 'pino';
import type { ExtendedError } from 'socket.io';
import { describeProblem, spokenLanguage } from './language';
import { Conversation, type LiveSocket } from './live-conversation';
import { asRefused } from './problem.filter';
import { Refused } from './refused';
import { Sessions } from './session';

/** Browsers say which page opened a socket; only our own may. Other clients send no cookie unasked. */
function isOwnPage({ origin, host }: IncomingHttpHeaders): boolean {
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
}

type Verdict = (error: string | null, isAllowed: boolean) => void;

/** Turns away pages of other sites before anything is opened. */
export const refuseForeignPages = (request: IncomingMessage, decide: Verdict): void =>
  isOwnPage(request.headers) ? decide(null, true) : decide('foreign-origin', false);

function tokenIn(cookies: string | undefined): string | null {
  const prefix = `${Sessions.cookie}=`;
  const pairs = (cookies ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(prefix))?.slice(prefix.length) ?? null;
}

function languageOf(socket: LiveSocket) {
  const wanted: unknown = socket.handshake.auth['language'];
  return spokenLanguage(typeof wanted === 'string' ? wanted : socket.handshake.headers['accept-language']);
}

async function recognise(sessions: Sessions, socket: LiveSocket) {
  const token = tokenIn(socket.handshake.headers.cookie);
  const session = token && (await sessions.find(token));
  if (!session) throw new Refused('not-signed-in');
  return session;
}

/** The refusal as the client's `connect_error`: the message is the kind, `data` the whole problem. */
function refusal(error: unknown, socket: LiveSocket): ExtendedError {
  const { kind, extras } = asRefused(error);
  return Object.assign(new Error(kind), { data: describeProblem(kind, extras, languageOf(socket)) });
}

/** Decides who somebody is before their socket exists: nothing guards a connection afterwards. */
export const handshake =
  (sessions: Sessions, logger: Logger) =>
  (socket: LiveSocket, next: (error?: ExtendedError) => void): void => {
    const greet = async () => {
      const session = await recognise(sessions, socket);
      socket.data.session = session;
      socket.data.conversation = new Conversation({ session, language: languageOf(socket), logger });
    };
    greet().then(
      () => next(),
      (error: unknown) => next(refusal(error, socket)),
    );
  };
