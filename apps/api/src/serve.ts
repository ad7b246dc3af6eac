import { resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';

@Module({})
class AppModule {}

export interface Running {
  readonly url: string;
  readonly isDemo: boolean;
  close(): Promise<void>;
}

export async function serve(env: NodeJS.ProcessEnv): Promise<Running> {
  const app = await NestFactory.create<NestFastifyApplication>(AppModule, new FastifyAdapter(), {
    forceCloseConnections: true,
    logger: ['error', 'warn'],
  });
  await app.register(fastifyStatic, { root: resolve(env['WEB_DIR'] ?? 'dist/web'), preCompressed: true });
  await app.listen(Number(env['PORT'] ?? 3000), env['HOST'] ?? '127.0.0.1');
  return { url: await app.getUrl(), isDemo: false, close: () => app.close() };
}
