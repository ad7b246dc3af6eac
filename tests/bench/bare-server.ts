import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import pg from 'pg';
import { answerTheBench } from './rival';

/** Bare node:http and pg: sends the statements that ours sent, with the ids of this request, and nothing else. */
interface Replay {
  readonly statements: readonly { name?: string; text: string; values?: unknown[]; rowMode?: 'array' }[];
  /** What stood for the changing parts when the statements were recorded. */
  readonly recorded: readonly string[];
}

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 16 });
let replay: Replay = { statements: [], recorded: [] };

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** Puts this request's parts where the recorded ones stood. */
function filled(value: unknown, parts: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((one) => filled(one, parts));
  if (typeof value !== 'string') return value;
  return replay.recorded.reduce((text, was, place) => text.replaceAll(was, parts[place] ?? was), value);
}

type Recorded = Replay['statements'][number];

const query = ({ name, text, values, rowMode }: Recorded, parts: readonly string[]) => ({
  text,
  ...(name ? { name } : {}),
  ...(values ? { values: values.map((value) => filled(value, parts)) } : {}),
  ...(rowMode ? { rowMode } : {}),
});

/** The text in the first column of the first row, where a statement gives one. */
function textIn(rows: readonly unknown[] | undefined): string | null {
  const first: unknown = Array.isArray(rows?.[0]) ? (rows[0] as unknown[])[0] : null;
  return typeof first === 'string' ? first : null;
}

async function run(parts: readonly string[]): Promise<string> {
  const client = await pool.connect();
  let text: string | null = null;
  try {
    for (const statement of replay.statements)
      text = textIn((await client.query(query(statement, parts))).rows) ?? text;
    return text ?? '{}';
  } finally {
    client.release();
  }
}

/** Fifty lessons as rows, made into JSON here: how a list is commonly written. */
async function rowsAsJson(): Promise<string> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query({
      name: 'bare-list',
      text: process.env['LIST_SQL'] ?? 'SELECT 1',
      values: [process.env['LIST_SCHOOL']],
    });
    return JSON.stringify({ items: rows, next: null });
  } finally {
    client.release();
  }
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await bodyOf(request);
  const text =
    request.url === '/rows'
      ? await rowsAsJson()
      : await run(body ? (JSON.parse(body) as { parts: string[] }).parts : []);
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(text);
}

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    console.error(error);
    response.writeHead(500).end();
  });
});
server.listen(0, '127.0.0.1', () => {
  answerTheBench((server.address() as { port: number }).port, (message) => {
    if (message.ask === 'replay') replay = message as unknown as Replay;
    return null;
  });
});
process.on('SIGTERM', () => server.close(() => process.exit(0)));
