import { assign, figuresOf, graphOf, type MatchingGraph, type MatchingProblem, totalOf } from '@qinglan/domain';
import loadHighs from 'highs';
import { registerRound, type Size, wideRound } from './matching.instances';
import { figure, type Line, median } from './measure';

type Highs = Awaited<ReturnType<typeof loadHighs>>;

/** What one more placed mentee is worth to HiGHS, which knows no "first this, then that". */
const placed = 100_000;

interface Found {
  readonly placed: number;
  readonly total: number;
  readonly ms: number;
}

/** Milliseconds of this process's processor: others on the machine do not count. */
function timed<T>(work: () => T): { readonly value: T; readonly ms: number } {
  const began = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(began);
  return { value, ms: (user + system) / 1000 };
}

function ours(problem: MatchingProblem): Found {
  const { value, ms } = timed(() => assign(problem));
  return { placed: value.length, total: totalOf(problem, value), ms };
}

/** The transportation problem in words: an edge a column; a seat a column, each dearer by the load than the one before. */
function asLinearProgram(graph: MatchingGraph): string {
  const terms: string[] = [];
  const rows: string[] = [];
  const bounds: string[] = [];
  const into = Array.from({ length: graph.mentorCount }, (): string[] => []);
  for (let mentee = 0; mentee < graph.menteeCount; mentee += 1) {
    const own: string[] = [];
    for (let edge = graph.start[mentee] ?? 0; edge < (graph.start[mentee + 1] ?? 0); edge += 1) {
      own.push(`x${String(edge)}`);
      terms.push(`${String(placed + (graph.worth[edge] ?? 0))} x${String(edge)}`);
      into[graph.mentor[edge] ?? 0]?.push(`x${String(edge)}`);
    }
    if (own.length > 0) rows.push(`${own.join(' + ')} <= 1`);
  }
  into.forEach((edges, mentor) => {
    const seats = Array.from({ length: graph.room[mentor] ?? 0 }, (_, at) => `y${String(mentor)}_${String(at)}`);
    seats.forEach((seat, at) => terms.push(`- ${String(graph.load * ((graph.has[mentor] ?? 0) + at))} ${seat}`));
    bounds.push(...seats.map((seat) => `${seat} <= 1`));
    if (edges.length > 0) rows.push([edges.join(' + '), ...seats].join(' - ') + ' <= 0');
  });
  const sum = terms.join(' + ').replaceAll('+ -', '-');
  return `Maximize\n obj: ${sum}\nSubject To\n${rows.join('\n')}\nBounds\n${bounds.join('\n')}\nEnd`;
}

function byHighs(highs: Highs, problem: MatchingProblem): Found | null {
  const text = asLinearProgram(graphOf(problem)).replaceAll(/.{1,400}(?: |$)/g, '$&\n');
  const { value, ms } = timed(() => highs.solve(text, { time_limit: 600 }));
  if (value.Status !== 'Optimal') return null;
  const edges = Object.entries(value.Columns).filter(([name]) => name.startsWith('x'));
  const count = Math.round(edges.reduce((sum, [, { Primal }]) => sum + Primal, 0));
  return { placed: count, total: Math.round(value.ObjectiveValue) - count * placed, ms };
}

function mustAgree(mine: Found, theirs: Found): void {
  if (mine.placed === theirs.placed && mine.total === theirs.total) return;
  throw new Error(`ours ${JSON.stringify(mine)} is not HiGHS' ${JSON.stringify(theirs)}`);
}

const runs = <T>(count: number, run: () => T): T[] => Array.from({ length: count }, run);
const medianMs = (found: readonly Found[]): number => median(found.map(({ ms }) => ms));
const told = ({ placed: count, total }: Found): string => `${figure(count)} placed, total ${figure(total)}`;

interface Round {
  readonly what: string;
  readonly problem: MatchingProblem;
  readonly oursRuns: number;
  readonly highsRuns: number;
}

async function against({ what, problem, oursRuns, highsRuns }: Round): Promise<Line> {
  const mine = runs(oursRuns, () => ours(problem));
  const first = mine[0];
  if (!first) throw new Error('nothing was run');
  const own = `${figure(medianMs(mine))} ms (${told(first)})`;
  // A fresh instance each time: memory that WebAssembly has grown is never given back.
  const theirs: (Found | null)[] = [];
  for (let run = 0; run < highsRuns; run += 1) theirs.push(byHighs(await loadHighs(), problem));
  const solved = theirs.filter((found) => found !== null);
  solved.forEach((found) => mustAgree(first, found));
  if (highsRuns === 0) return { what, ours: own, baseline: 'HiGHS not asked', ratio: '–' };
  if (solved.length === 0) return { what, ours: own, baseline: 'HiGHS: not done in 600 s', ratio: '–' };
  const baseline = `HiGHS ${figure(medianMs(solved))} ms, the same optimum`;
  return { what, ours: own, baseline, ratio: `${figure(medianMs(solved) / medianMs(mine), 1)} times faster` };
}

const wide = (size: Size) => wideRound(size);
const small = (size: Size, highsRuns: number) => ({ problem: wide(size), oursRuns: 5, highsRuns });

/** Optimal matching, from people and wishes to pairs, beside the HiGHS solver on the same instances. */
export async function matchingBench(): Promise<readonly Line[]> {
  const roomy = [3, 5] as const;
  const crowded = [2, 4] as const;
  const middle = { mentees: 10_000, mentors: 3000 };
  const large = { mentees: 100_000, mentors: 30_000 };
  const twenty = 'twenty acceptable mentors each';
  for (let warm = 0; warm < 20; warm += 1) ours(registerRound());
  const rounds: readonly (() => Round)[] = [
    () => ({ what: 'matching 106 × 34 of the register', problem: registerRound(), oursRuns: 31, highsRuns: 5 }),
    () => ({ what: `matching 10,000 × 3,000, ${twenty}`, ...small({ ...middle, room: roomy }, 1) }),
    () => ({ what: 'the same with fewer places than mentees', ...small({ ...middle, room: crowded }, 1) }),
    () => ({ what: `matching 100,000 × 30,000, ${twenty}`, ...small({ ...large, room: roomy }, 0), oursRuns: 3 }),
    () => ({ what: 'the same with fewer places than mentees', ...small({ ...large, room: crowded }, 0), oursRuns: 3 }),
  ];
  const lines: Line[] = [];
  for (const round of rounds) lines.push(await against(round()));
  const both = figuresOf(registerRound(), assign(registerRound()));
  console.log(`the register's optimum: ${JSON.stringify(both)}`);
  return lines;
}
