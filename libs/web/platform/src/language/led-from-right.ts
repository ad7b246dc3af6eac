import type { Messages } from './laid-over';

/** Invisible; whatever begins with it reads from right to left. */
const mark = '\u200f';

const led = (value: unknown): unknown => {
  if (typeof value === 'string') return value.startsWith('{{') ? `${mark}${value}` : value;
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? ledFromRight(value as Messages) : value;
};

/**
 * A line takes its direction from its first letter, and a message that begins with a name would take that of the name:
 * in a language that runs from right to left such messages begin with a mark.
 */
export const ledFromRight = (messages: Messages): Messages =>
  Object.fromEntries(Object.entries(messages).map(([key, value]) => [key, led(value)]));
