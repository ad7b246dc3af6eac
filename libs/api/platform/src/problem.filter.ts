import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Inject } from '@nestjs/common';
import type { ProblemName } from '@qinglan/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { codeOf, isDatabaseAway } from './database';
import { describeProblem, spokenLanguage } from './language';
import { LOGGER } from './logging';
import { Refused } from './refused';

const ofStatus: Readonly<Record<number, ProblemName>> = {
  400: 'invalid-input',
  404: 'not-found',
  405: 'not-found',
  413: 'too-large',
  415: 'unreadable-file',
  429: 'too-fast',
};

/** What Nest and Fastify refuse by themselves (unknown path, malformed JSON, too large a body). */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : 500;
}

/** A value that Postgres cannot keep: a text with the sign U+0000, a day in the year 0 or 10000, a number beyond its type. */
const unstorable = new Set(['22021', '22P05', '22008', '22007', '22009', '22003']);

/** Half of a pair of signs (U+D800) is JSON to JavaScript and none to Postgres; other JSON of ours is always well formed. */
const isHalfSign = (error: unknown): boolean =>
  codeOf(error) === '22P02' && error instanceof Error && 'routine' in error && /^json_/.test(String(error.routine));

const isUnstorable = (error: unknown): boolean => unstorable.has(codeOf(error)) || isHalfSign(error);

/** Any error as a refusal: what is known by name keeps it, everything else is `unexpected` and shows nothing of the inside. */
export function asRefused(error: unknown): Refused {
  if (error instanceof Refused) return error;
  if (isDatabaseAway(error)) return new Refused('database-away', { retryAfterSeconds: 2, cause: error });
  if (isUnstorable(error)) return new Refused('invalid-input', { cause: error });
  return new Refused(ofStatus[statusOf(error)] ?? 'unexpected', { cause: error });
}

/** The one place where errors become `application/problem+json`. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const refused = asRefused(error);
    if (refused.kind === 'unexpected') this.logger.error({ requestId: request.id, err: refused.cause }, 'unexpected');
    sendProblem(request, reply, refused);
  }
}

/** Writes a refusal as an answer. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, refused: Refused): void {
  const problem = describeProblem(refused.kind, refused.extras, spokenLanguage(request.headers['accept-language']));
  const wait = refused.extras.retryAfterSeconds;
  if (wait !== undefined) void reply.header('retry-after', String(wait));
  void reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify({ ...problem, instance: request.id }));
}
