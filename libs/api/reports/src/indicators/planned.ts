import { createHash } from 'node:crypto';
import type { Statement } from '@qinglan/api-platform';

/** A statement that is made from definitions: planned once a connection, under a name of its own text. */
export const planned = (prefix: string, text: string): Statement => ({
  name: `${prefix}-${createHash('sha1').update(text).digest('hex').slice(0, 20)}`,
  text,
});
