import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { GivePassword } from '@qinglan/api-identity';
import { readSettings, Refused } from '@qinglan/api-platform';
import { migrate } from '@qinglan/api-schema';
import { AppModule } from './app.module';

/** `npm run account -- HQ-ADM`: gives that account a one-time password and prints it. */
async function giveOneTimePassword(account: string): Promise<string> {
  const settings = readSettings(process.env);
  await migrate(settings.databaseUrl);
  const app = await NestFactory.createApplicationContext(AppModule.with(settings), { logger: ['error'] });
  try {
    return await app.get(GivePassword).execute(account);
  } finally {
    await app.close();
  }
}

const account = process.argv[2];
if (account === undefined) {
  console.log('用法：npm run account -- <工号>    给这个账号设置一个一次性密码\nUsage: npm run account -- <code>');
} else {
  try {
    const password = await giveOneTimePassword(account);
    console.log(`账号 ${account} 的一次性密码 / one-time password: ${password}`);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    console.error(`没有工号 ${account} / no such account (${error.kind})`);
    process.exitCode = 1;
  }
}
