import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Clock, LOGGER, logRequests, NestLines, type Settings, useLiveSockets } from '@qinglan/api-platform';
import type { Logger } from 'pino';
import { AppModule } from './app.module';
import { openApiDocument } from './openapi';
import { openOperations } from './operations';
import { serveWeb } from './web';

/** What the tests look into: the list of features, and the interface as a document. */
export { AppModule, openApiDocument };

const BODY_LIMIT = 1 << 20;
const REQUEST_MS = 10 * 60_000;

// upgradeInsecureRequests would break plain http inside a school's network.
const contentSecurityPolicy = {
  directives: {
    upgradeInsecureRequests: null,
    connectSrc: ["'self'", 'ws:', 'wss:'],
    imgSrc: ["'self'", 'data:', 'blob:'],
  },
};

const adapter = (settings: Settings) =>
  new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    // A request that trickles in for ever holds a connection; a workbook over a weak line still gets through.
    requestTimeout: REQUEST_MS,
    // Only the nearest proxies are believed; an address that a client wrote itself is not.
    trustProxy: (_address: string, hop: number) => hop < settings.trustedProxies,
    genReqId: () => randomUUID(),
    // A test for every handler's guard sends targets in many spellings; the router must read none of them loosely.
    routerOptions: { caseSensitive: true, ignoreTrailingSlash: false },
  });

/** Puts the whole application together without listening; `clock` is given by tests that move it. */
export async function createApp(settings: Settings, clock?: Clock): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(settings, clock), adapter(settings), {
    forceCloseConnections: true,
    bufferLogs: true,
  });
  const logger = app.get<Logger>(LOGGER);
  app.useLogger(new NestLines(logger));
  useLiveSockets(app);
  await app.register(cookie);
  await app.register(helmet, { contentSecurityPolicy });
  await app.register(compress, { threshold: 1024, encodings: ['br', 'gzip'], brotliOptions: { params: { 1: 4 } } });
  const server = app.getHttpAdapter().getInstance();
  logRequests(server, logger);
  openOperations(app);
  if (settings.webDir) await serveWeb(app, settings.webDir);
  return app;
}
