import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { aDatabase, type TestDatabase } from '../support';
import { engineBench } from './engine.bench';
import { httpBench } from './http.bench';
import { liveBench } from './live.bench';
import { matchingBench } from './matching.bench';
import type { Line } from './measure';
import { mentoringBench } from './mentoring.bench';
import { programmeBench } from './programme.bench';
import { racesBench } from './races.bench';
import { reportsBench } from './reports.bench';

const parts: Readonly<Record<string, (database: TestDatabase) => Promise<readonly Line[]>>> = {
  engine: engineBench,
  http: httpBench,
  live: liveBench,
  matching: matchingBench,
  races: racesBench,
  mentoring: mentoringBench,
  programme: programmeBench,
  reports: reportsBench,
};

async function measured(name: string): Promise<readonly Line[]> {
  const database = await aDatabase();
  try {
    console.log(`measuring ${name} …`);
    return (await parts[name]?.(database)) ?? [];
  } finally {
    await database.drop();
  }
}

const row = (line: Line) => `| ${line.what} | ${line.ours} | ${line.baseline} | ${line.ratio} |`;

function report(lines: readonly Line[]): string {
  return [
    '# Results of `npm run bench`',
    '',
    `Node ${process.version}, ${String(cpus().length)} cores, PostgreSQL with its usual durability. Ours and the baseline run in turn;`,
    'figures are medians over the rounds. Trust the ratios: the figures depend on the machine.',
    '',
    '| What | Ours | Baseline | Ratio |',
    '| --- | --- | --- | --- |',
    ...lines.map(row),
    '',
  ].join('\n');
}

const wanted = process.argv.slice(2).filter((name) => name in parts);
const names = wanted.length > 0 ? wanted : Object.keys(parts);
const lines: Line[] = [];
for (const name of names) lines.push(...(await measured(name)));
const text = report(lines);
console.log(`\n${text}`);
// A partial run is for looking, not for keeping.
if (wanted.length === 0) writeFileSync('tests/bench/results.md', text);
