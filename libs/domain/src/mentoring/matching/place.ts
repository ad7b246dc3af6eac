import { seatCost, type Board } from './board';
import { comeNearer, emptyOut, takeNearest } from './queue';

// Indexes are always inside: `as number` costs nothing where a default would be asked for in every turn of a loop.

/** One search: whom it is for, how near the nearest end found so far is, and what that end is. */
interface Search {
  readonly mentee: number;
  nearest: number;
  /** The mentor whose free seat it is, or -1: somebody stays outside. */
  mentor: number;
  /** Who stays outside, if somebody does. */
  leaver: number;
  /** How many mentors lie nearer than the end. */
  passed: number;
}

/** Looks from a mentee, come to at distance `base`, at every mentor that mentee may go to. */
function lookAround(board: Board, search: Search, { from, base }: { from: number; base: number }): void {
  const { cost, price, queue, cameBy, seenIn, graph } = board;
  const last = graph.start[from + 1] as number;
  for (let edge = graph.start[from] as number; edge < last; edge += 1) {
    const mentor = graph.mentor[edge] as number;
    const distance = base + (cost[edge] as number) + (price[mentor] as number);
    if (distance >= search.nearest) continue;
    if (seenIn[mentor] === search.mentee && (queue.distance[mentor] as number) <= distance) continue;
    seenIn[mentor] = search.mentee;
    queue.distance[mentor] = distance;
    cameBy[mentor] = from;
    const ending = distance + seatCost(board, mentor);
    if (ending < search.nearest) {
      search.nearest = ending;
      search.mentor = mentor;
    }
    comeNearer(queue, mentor);
  }
}

/** Where could those who sit here go, or could one stay outside, nearer than the nearest end so far? */
function askSitting(board: Board, search: Search, mentor: number): void {
  const { firstSeat, taken, seat, pays, queue, outside } = board;
  const first = firstSeat[mentor] as number;
  const last = first + (taken[mentor] as number);
  for (let at = first; at < last; at += 1) {
    const from = seat[at] as number;
    const base = (queue.distance[mentor] as number) - (pays[from] as number);
    if (base + outside < search.nearest) {
      search.nearest = base + outside;
      search.mentor = -1;
      search.leaver = from;
    }
    lookAround(board, search, { from, base });
  }
}

/** Dijkstra: no reduced cost is below nothing, and nothing farther than the nearest end is looked at. */
function nearestEnd(board: Board, mentee: number): Search {
  const { queue, passed } = board;
  const search: Search = { mentee, nearest: board.outside, mentor: -1, leaver: mentee, passed: 0 };
  lookAround(board, search, { from: mentee, base: 0 });
  for (let mentor = takeNearest(queue); mentor >= 0; mentor = takeNearest(queue)) {
    if ((queue.distance[mentor] as number) >= search.nearest) break;
    passed[search.passed++] = mentor;
    askSitting(board, search, mentor);
  }
  emptyOut(queue);
  return search;
}

/** Whatever is nearer than the end becomes dearer by the difference, so that the matching stays provably best. */
function raisePrices(board: Board, search: Search): void {
  const { passed, queue, price, pays, firstSeat, taken, seat } = board;
  for (let at = 0; at < search.passed; at += 1) {
    const mentor = passed[at] as number;
    const more = search.nearest - (queue.distance[mentor] as number);
    price[mentor] = (price[mentor] as number) + more;
    const first = firstSeat[mentor] as number;
    const last = first + (taken[mentor] as number);
    for (let place = first; place < last; place += 1) {
      const sitting = seat[place] as number;
      pays[sitting] = (pays[sitting] as number) + more;
    }
  }
  pays[search.mentee] = search.nearest;
}

interface Seat {
  readonly mentor: number;
  readonly seat: number;
}

const seatOfMentee = ({ mentorOf, seatOf }: Board, mentee: number): Seat => ({
  mentor: mentorOf[mentee] as number,
  seat: seatOf[mentee] as number,
});

/** The seat where the way ends: a free one, or the one that the leaver gives up; nobody's when the mentee stays out. */
function lastSeat(board: Board, { mentor, leaver }: Search): Seat {
  if (mentor < 0) {
    const left = seatOfMentee(board, leaver);
    board.mentorOf[leaver] = -1;
    return left;
  }
  const used = board.taken[mentor] as number;
  board.taken[mentor] = used + 1;
  return { mentor, seat: (board.firstSeat[mentor] as number) + used };
}

/** Everyone on the way moves one seat on, from its end back to the mentee who looked for a place. */
function moveAlong(board: Board, search: Search): void {
  let free = lastSeat(board, search);
  while (free.mentor >= 0) {
    const mover = board.cameBy[free.mentor] as number;
    const left = seatOfMentee(board, mover);
    board.seat[free.seat] = mover;
    board.mentorOf[mover] = free.mentor;
    board.seatOf[mover] = free.seat;
    free = left;
  }
}

/** Finds a place for one more mentee; the board stays the best for all who were asked so far. */
export function placeMentee(board: Board, mentee: number): void {
  const search = nearestEnd(board, mentee);
  raisePrices(board, search);
  moveAlong(board, search);
}
