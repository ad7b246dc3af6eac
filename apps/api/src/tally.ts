import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { readSettings } from '@qinglan/api-platform';
import { RebuildTallies } from '@qinglan/api-reports';
import { migrate } from '@qinglan/api-schema';
import { AppModule } from './app.module';

/** `npm run tally`: counts every lesson anew into the tallies that the yearly report reads. */
const settings = readSettings(process.env);
await migrate(settings.databaseUrl);
const app = await NestFactory.createApplicationContext(AppModule.with(settings), { logger: ['error'] });
try {
  await app.get(RebuildTallies, { strict: false }).execute();
  console.log('课时统计已重新计算 / lessons are tallied anew');
} finally {
  await app.close();
}
