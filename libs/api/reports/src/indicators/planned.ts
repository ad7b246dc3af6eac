import { createHash } from 'node:crypto';
import type { Statement } from '@qinglan/api-platform';

/** So many texts are kept planned; a connection never forgets one, and readers can ask for any number of them. */
export const mostPlanned = 400;
const names = new Set<string>();

/**
 * A statement that is made from definitions: planned once a connection, under a name of its own text. Beyond the first few
 * hundred texts it has no name, and is planned each time.
 */
export function planned(prefix: string, text: string): Statement {
  const name = `${prefix}-${createHash('sha1').update(text).digest('hex').slice(0, 20)}`;
  if (names.size < mostPlanned) names.add(name);
  return { name: names.has(name) ? name : '', text };
}
