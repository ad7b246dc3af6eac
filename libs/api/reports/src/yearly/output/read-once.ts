/** Reads once for the life of the process; a reading that failed is not kept, and who asks next reads again. */
export function readOnce<T>(read: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | null = null;
  return () =>
    (kept ??= read().catch((error: unknown) => {
      kept = null;
      throw error;
    }));
}
