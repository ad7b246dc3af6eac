import { resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Files whose name carries a hash of their content never change. */
const isHashed = (path: string) => /-[\w-]{8}\.\w+(\.br|\.gz)?$/.test(path);

/** What looks like a call of the interface or like a file is not a page of the application. */
const isNoPage = (path: string) => /^\/+(api|ws|health|metrics)(\/|$)/i.test(path) || /\.\w+$/.test(path);

/** Serves the built web application; every address that it routes itself answers with its first page. */
export async function serveWeb(app: NestFastifyApplication, webDir: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: resolve(webDir),
    wildcard: false,
    index: false,
    cacheControl: false,
    preCompressed: true,
    setHeaders: (reply, path) =>
      void reply.header('cache-control', isHashed(path) ? 'public, max-age=31536000, immutable' : 'no-cache'),
  });
  const server = app.getHttpAdapter().getInstance();
  server.get('/*', (request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '/';
    if (isNoPage(path)) {
      reply.callNotFound();
      return reply;
    }
    return reply.sendFile('index.html');
  });
}
