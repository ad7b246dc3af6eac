/** Numbered things by their distance, nearest first: a binary heap whose members may come nearer. */
export interface NearestFirst {
  readonly heap: Int32Array;
  /** Where each thing stands in the heap, or -1. */
  readonly at: Int32Array;
  readonly distance: Float64Array;
  size: number;
}

/** An empty queue of things from 0 to `count - 1`. */
export const nearestFirst = (count: number): NearestFirst => ({
  heap: new Int32Array(count),
  at: new Int32Array(count).fill(-1),
  distance: new Float64Array(count),
  size: 0,
});

/** Lets a thing in, or brings one nearer; its distance is already written. */
export function comeNearer(queue: NearestFirst, thing: number): void {
  const { heap, at, distance } = queue;
  const far = distance[thing] as number;
  let place = at[thing] as number;
  if (place < 0) place = queue.size++;
  while (place > 0) {
    const above = (place - 1) >> 1;
    const other = heap[above] as number;
    if ((distance[other] as number) <= far) break;
    heap[place] = other;
    at[other] = place;
    place = above;
  }
  heap[place] = thing;
  at[thing] = place;
}

function sinkFromTop(queue: NearestFirst, thing: number): void {
  const { heap, at, distance, size } = queue;
  const far = distance[thing] as number;
  let place = 0;
  for (let child = 1; child < size; child = 2 * place + 1) {
    const right = child + 1;
    const isRightNearer =
      right < size && (distance[heap[right] as number] as number) < (distance[heap[child] as number] as number);
    const nearer = isRightNearer ? right : child;
    const other = heap[nearer] as number;
    if ((distance[other] as number) >= far) break;
    heap[place] = other;
    at[other] = place;
    place = nearer;
  }
  heap[place] = thing;
  at[thing] = place;
}

/** Takes the nearest thing out; -1 when nothing is left. */
export function takeNearest(queue: NearestFirst): number {
  if (queue.size === 0) return -1;
  const nearest = queue.heap[0] as number;
  queue.at[nearest] = -1;
  queue.size -= 1;
  if (queue.size > 0) sinkFromTop(queue, queue.heap[queue.size] as number);
  return nearest;
}

/** Leaves nothing in the queue. */
export function emptyOut(queue: NearestFirst): void {
  for (let place = 0; place < queue.size; place += 1) queue.at[queue.heap[place] as number] = -1;
  queue.size = 0;
}
