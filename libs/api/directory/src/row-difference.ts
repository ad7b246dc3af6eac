const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listsDiffer = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length !== b.length || a.some((one, at) => differs(one, b[at]));

/** Whether two plain values differ; a missing field is the same as null. */
export function differs(a: unknown, b: unknown): boolean {
  const [left, right] = [a ?? null, b ?? null];
  if (left === right) return false;
  if (Array.isArray(left) && Array.isArray(right)) return listsDiffer(left, right);
  if (!isRecord(left) || !isRecord(right)) return true;
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].some((name) => differs(left[name], right[name]));
}

/** Some fields of a row, missing ones as null. */
export const pick = <Row extends object>(row: Row, names: readonly (keyof Row & string)[]): Record<string, unknown> =>
  Object.fromEntries(names.map((name) => [name, row[name] ?? null]));
