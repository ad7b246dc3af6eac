import 'reflect-metadata';
import { resolve } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { ImportReport } from '@qinglan/contracts';
import { readSettings, Refused } from '@qinglan/api-platform';
import { ImportRegister, readGivenFiles, reportOf, Unreadable } from '@qinglan/api-register';
import { migrate } from '@qinglan/api-schema';
import { AppModule } from './app.module';

/** `npm run import -- <folder or file> [--dry-run]`: the register as CSV or xlsx, all or nothing. */
async function importFrom(path: string, dryRun: boolean): Promise<ImportReport> {
  const settings = readSettings(process.env);
  const files = await readGivenFiles(resolve(process.env['CALLED_FROM'] ?? '.', path));
  await migrate(settings.databaseUrl);
  const app = await NestFactory.createApplicationContext(AppModule.with(settings), { logger: ['error'] });
  try {
    return reportOf(await app.get(ImportRegister).execute({ files, actorId: null, dryRun }), 'zh');
  } finally {
    await app.close();
  }
}

const place = ({ sheet, row, column }: ImportReport['faults'][number]) =>
  [sheet, row === null ? '' : `第 ${String(row)} 行`, column ?? ''].filter(Boolean).join(' ');

function print(report: ImportReport): void {
  for (const { sheet, file, rows, created, changed, unchanged, faults } of report.sheets) {
    const counts = `新增 ${String(created)}，更改 ${String(changed)}，不变 ${String(unchanged)}，错误 ${String(faults)}`;
    console.log(`${sheet}（${file}）：${String(rows)} 行；${counts}`);
  }
  for (const fault of report.faults) {
    const value = fault.value === null ? '' : `“${fault.value}”`;
    console.error(`${place(fault)} ${value}：${fault.reason}。${fault.remedy}`);
  }
  const more = report.faultCount - report.faults.length;
  if (more > 0) console.error(`还有 ${String(more)} 处错误没有列出`);
  if (report.faultCount > 0) console.error(`共 ${String(report.faultCount)} 处错误，一条也没有导入`);
  else console.log(report.dryRun ? '试导入：没有错误，什么也没有写入' : '导入完成');
}

const args = process.argv.slice(2);
const path = args.find((arg) => !arg.startsWith('-'));
if (path === undefined) {
  console.log(
    '用法：npm run import -- <文件夹或文件> [--dry-run]    导入名册（.csv、.xlsx）\nUsage: npm run import -- <folder or file> [--dry-run]',
  );
  process.exitCode = 2;
} else {
  try {
    const report = await importFrom(path, args.includes('--dry-run'));
    print(report);
    if (report.faultCount > 0) process.exitCode = 1;
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (error instanceof Unreadable) console.error(error.words.zh);
    else if (error instanceof Refused) console.error(`没有导入 / not imported: ${error.kind}`);
    else if (isMissing) console.error(`没有这个文件或文件夹 / no such file or folder: ${path}`);
    else throw error;
    process.exitCode = 1;
  }
}
