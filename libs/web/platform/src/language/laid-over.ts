/** Messages by key; a branch holds further keys. */
export type Messages = Record<string, unknown>;

// A list, such as the names of the weekdays, is one message and never mixed of two languages.
const isBranch = (value: unknown): value is Messages =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Takes each message from the upper language where it has one, else from the lower one. */
export function laidOver(lower: Messages, upper: Messages): Messages {
  const merged: Messages = { ...lower };
  for (const [key, value] of Object.entries(upper)) {
    const below = merged[key];
    merged[key] = isBranch(value) && isBranch(below) ? laidOver(below, value) : value;
  }
  return merged;
}
