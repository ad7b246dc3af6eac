import pg from 'pg';
import type { House } from './house';

type Query = (...given: unknown[]) => unknown;

/** One statement as the API in this process sent it. */
interface Sent {
  /** The connection that it went over. */
  readonly over: unknown;
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

function sentAs(over: unknown, asked: string | Omit<Sent, 'over'>): Sent {
  if (typeof asked === 'string') return { over, name: asked, text: asked, values: [] };
  const { name, text, values = [] } = asked;
  return { over, name: name || text, text, values };
}

/** Everything that the API in this process sent to Postgres while `act` ran, in order; what runs beside it too. */
async function statementsDuring(act: () => Promise<unknown>): Promise<readonly Sent[]> {
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const original = prototype.query;
  const found: Sent[] = [];
  prototype.query = function (...given: unknown[]) {
    found.push(sentAs(this, given[0] as string | Sent));
    return original.apply(this, given);
  };
  try {
    await act();
  } finally {
    prototype.query = original;
  }
  return found;
}

/** The names of the statements of every transaction that began while `act` ran; a sweep beside it has one of its own. */
export async function transactionsDuring(act: () => Promise<unknown>): Promise<readonly (readonly string[])[]> {
  const found: string[][] = [];
  const open = new Map<unknown, string[]>();
  for (const { over, name } of await statementsDuring(act)) {
    if (name.startsWith('BEGIN')) {
      const begun: string[] = [];
      open.set(over, begun);
      found.push(begun);
    }
    open.get(over)?.push(name);
    if (name === 'COMMIT' || name === 'ROLLBACK') open.delete(over);
  }
  return found;
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
  readonly Plans?: readonly PlanNode[];
}

/** What a read that was sent cost: the pages it touched, the indexes it used and the tables it read whole. */
export interface ReadCost {
  readonly name: string;
  readonly blocks: number;
  readonly indexes: readonly string[];
  readonly wholeTables: readonly string[];
}

const nodesOf = (node: PlanNode): readonly PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** What the reads cost that the API sent while `act` ran: each is run again under EXPLAIN. */
export async function readsDuring(
  { sql }: Pick<House, 'sql'>,
  act: () => Promise<unknown>,
): Promise<readonly ReadCost[]> {
  const sent = (await statementsDuring(act)).filter(({ text }) => /^\s*(SELECT|WITH)\b/.test(text));
  const costs: ReadCost[] = [];
  for (const { name, text, values } of sent) {
    const explained = `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${text}`;
    const [row] = await sql<{ 'QUERY PLAN': readonly { readonly Plan: PlanNode }[] }>(explained, values);
    const root = row?.['QUERY PLAN'][0]?.Plan;
    if (!root) continue;
    const nodes = nodesOf(root);
    costs.push({
      ...{ name, blocks: root['Shared Hit Blocks'] + root['Shared Read Blocks'] },
      indexes: nodes.flatMap((node) => node['Index Name'] ?? []),
      wholeTables: nodes.filter((node) => node['Node Type'] === 'Seq Scan').map((node) => node['Relation Name'] ?? ''),
    });
  }
  return costs;
}
