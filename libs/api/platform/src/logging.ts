import { Logger as NestLogger, type LoggerService } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { pino, type Logger, stdSerializers } from 'pino';

/** What Postgres adds to an error, values of the row among it ("Key (name)=(…) already exists"). */
const ofTheRow = ['detail', 'where', 'hint', 'internalQuery', 'extras'];

/** An error as it is logged: its kind, words, place and constraint, and nothing of the data it met. */
export function loggedError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const all = Object.entries(stdSerializers.err(error));
  return Object.fromEntries(all.filter(([name]) => !ofTheRow.includes(name)));
}

/** The token of the one logger. */
export const LOGGER = Symbol('logger');

/** Structured lines on standard output. Nothing that follows a person: no names, accounts, addresses or full URLs. */
export const makeLogger = (level: string): Logger =>
  pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: loggedError },
  });

/** One line a request, by route and not by URL, with the request id that problems name too. */
export function logRequests(server: FastifyInstance, logger: Logger): void {
  server.addHook('onResponse', (request, reply, done) => {
    const line = {
      requestId: request.id,
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    };
    if (reply.statusCode >= 500) logger.error(line, 'request');
    else logger.debug(line, 'request');
    done();
  });
}

/** Nest's own words, in the same form. */
export class NestLines implements LoggerService {
  constructor(private readonly logger: Logger) {}
  log(message: unknown): void {
    this.logger.debug(String(message));
  }
  error(message: unknown, stack?: unknown): void {
    this.logger.error({ stack }, String(message));
  }
  warn(message: unknown): void {
    this.logger.warn(String(message));
  }
}

/** Silences Nest in tests. */
export const silenceNest = (): void => NestLogger.overrideLogger(false);
