import 'reflect-metadata';
import { readSettings } from '@qinglan/api-platform';
import pg from 'pg';
import { createApp } from '../../apps/api/src/app';
import { answerTheBench } from './rival';

/** One statement as it went to Postgres. */
interface Sent {
  readonly name?: string;
  readonly text: string;
  readonly values?: readonly unknown[];
  readonly rowMode?: string;
}

let recorded: Sent[] | null = null;

/** Lets the bench ask which statements a request sends, so that the baseline sends the very same. */
function recordStatements(): void {
  const prototype = pg.Client.prototype as unknown as { query: (...given: unknown[]) => unknown };
  const original = prototype.query;
  prototype.query = function (...given: unknown[]) {
    const [asked] = given;
    if (recorded) recorded.push(typeof asked === 'string' ? { text: asked } : { ...(asked as Sent) });
    return original.apply(this, given);
  };
}

recordStatements();
const app = await createApp(readSettings({ ...process.env, PORT: '0', LOG_LEVEL: 'silent' }));
await app.listen(0, '127.0.0.1');
const { port } = app.getHttpServer().address() as { port: number };
answerTheBench(port, ({ ask }) => {
  if (ask === 'record') recorded = [];
  if (ask !== 'recorded') return null;
  const statements = recorded ?? [];
  recorded = null;
  return { statements };
});
process.on('SIGTERM', () => void app.close().then(() => process.exit(0)));
