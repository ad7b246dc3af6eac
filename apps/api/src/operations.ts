import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Database, Refused, sendProblem, statement, Transactions } from '@qinglan/api-platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { openApiDocument } from './openapi';

const alive = statement('operations-alive', 'SELECT 1');
const SECOND = 1000;

/** Times by route and not by URL: nothing that follows a person. */
function measureRequests(app: NestFastifyApplication, registry: Registry): void {
  const seconds = new Histogram({
    name: 'http_request_seconds',
    help: 'Time to answer a request, by route',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3],
    registers: [registry],
  });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onResponse', (request, reply, done) => {
      const route = request.routeOptions.url ?? 'none';
      const labels = { method: request.method, route, status: String(reply.statusCode) };
      seconds.observe(labels, reply.elapsedTime / SECOND);
      done();
    });
}

function measureDatabase(app: NestFastifyApplication, registry: Registry): void {
  const database = app.get(Database);
  new Gauge({
    name: 'database_connections',
    help: 'Connections to the database, and callers waiting for one',
    labelNames: ['kind'] as const,
    registers: [registry],
    collect() {
      const load = database.load();
      this.set({ kind: 'open' }, load.open);
      this.set({ kind: 'waiting' }, load.waiting);
    },
  });
}

/** Doors for operators: no session, nothing personal. They are the only ones outside the guard, and a test lists them. */
export function openOperations(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  measureRequests(app, registry);
  measureDatabase(app, registry);

  server.get('/health/live', (_request: FastifyRequest, reply: FastifyReply) => reply.send({ status: 'ok' }));
  server.get('/health/ready', async (request: FastifyRequest, reply: FastifyReply) => {
    try {
      await app.get(Transactions).read((read) => read.rows(alive));
      return await reply.send({ status: 'ok' });
    } catch (error) {
      sendProblem(request, reply, new Refused('database-away', { retryAfterSeconds: 2, cause: error }));
      return reply;
    }
  });
  server.get('/metrics', async (_request: FastifyRequest, reply: FastifyReply) =>
    reply.header('content-type', registry.contentType).send(await registry.metrics()),
  );
  const document = JSON.stringify(openApiDocument());
  server.get('/api/openapi.json', (_request: FastifyRequest, reply: FastifyReply) =>
    reply.header('content-type', 'application/json; charset=utf-8').send(document),
  );
}
