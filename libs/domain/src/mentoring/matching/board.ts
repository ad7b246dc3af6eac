import type { MatchingGraph } from './graph';
import { nearestFirst, type NearestFirst } from './queue';

/** A matching on its way: who sits where, and the prices that prove it best so far. */
export interface Board {
  readonly graph: MatchingGraph;
  /** Cost of each edge: the highest worth less its own, so never below nothing. */
  readonly cost: Int32Array;
  /** Dearer than every placing together: nobody stays out whom a place could be found for. */
  readonly outside: number;
  /** Seats of mentor `j` are `seat[firstSeat[j]]` onward; the first `taken[j]` hold mentees. */
  readonly firstSeat: Int32Array;
  readonly seat: Int32Array;
  readonly taken: Int32Array;
  /** Of each mentee: mentor (-1: none), seat, and what the place costs with its price. */
  readonly mentorOf: Int32Array;
  readonly seatOf: Int32Array;
  readonly pays: Float64Array;
  /** What a place at each mentor costs on top of the edge. */
  readonly price: Float64Array;
  /** Of the search under way: the way to each mentor. */
  readonly queue: NearestFirst;
  readonly cameBy: Int32Array;
  readonly seenIn: Int32Array;
  readonly passed: Int32Array;
}

function seatsOf({ mentorCount, start, mentor, room }: MatchingGraph): Int32Array {
  const asked = new Int32Array(mentorCount);
  const edges = start.at(-1) ?? 0;
  for (let edge = 0; edge < edges; edge += 1) asked[mentor[edge] as number] = (asked[mentor[edge] as number] ?? 0) + 1;
  const firstSeat = new Int32Array(mentorCount + 1);
  for (let j = 0; j < mentorCount; j += 1) {
    firstSeat[j + 1] = (firstSeat[j] as number) + Math.min(room[j] as number, asked[j] as number);
  }
  return firstSeat;
}

const highest = (numbers: Int32Array): number => numbers.reduce((most, each) => Math.max(most, each), 0);

/** An empty board; the price of a mentor begins at the load of the mentees already there. */
export function boardOf(graph: MatchingGraph): Board {
  const { menteeCount, mentorCount, load } = graph;
  const most = highest(graph.worth);
  const firstSeat = seatsOf(graph);
  const dearest = most + load * (highest(graph.has) + highest(graph.room)) + 1;
  return {
    graph,
    cost: graph.worth.map((worth) => most - worth),
    outside: dearest * (menteeCount + 1),
    firstSeat,
    seat: new Int32Array(firstSeat.at(-1) ?? 0),
    taken: new Int32Array(mentorCount),
    mentorOf: new Int32Array(menteeCount).fill(-1),
    seatOf: new Int32Array(menteeCount).fill(-1),
    pays: new Float64Array(menteeCount),
    price: Float64Array.from(graph.has, (has) => has * load),
    queue: nearestFirst(mentorCount),
    cameBy: new Int32Array(mentorCount),
    seenIn: new Int32Array(mentorCount).fill(-1),
    passed: new Int32Array(mentorCount),
  };
}

/** What the next free seat of a mentor costs beyond the price; endless where none is free. */
export function seatCost({ graph, firstSeat, taken, price }: Board, mentor: number): number {
  const used = taken[mentor] as number;
  if ((firstSeat[mentor] as number) + used >= (firstSeat[mentor + 1] as number)) return Infinity;
  return ((graph.has[mentor] as number) + used) * graph.load - (price[mentor] as number);
}
