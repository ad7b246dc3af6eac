import { asId, type MatchingMentee, type MatchingMentor, type MatchingProblem, usualWeights } from '@qinglan/domain';

/** The same numbers in every run (mulberry32). */
export function drawer(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

const mentorId = (at: number) => asId<MatchingMentor['id']>(`m${String(at)}`);
const menteeId = (at: number) => asId<MatchingMentee['id']>(`e${String(at)}`);
const times = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));
const whole = { fixed: [], apart: [], weights: usualWeights } as const;

/** Mentees and mentors of each subject of the register. */
const register = [
  ['高中数学', 22, 7],
  ['小学语文', 22, 7],
  ['小学数学', 18, 6],
  ['外科', 17, 5],
  ['心血管科', 14, 5],
  ['妇产科', 13, 4],
] as const;

/** The 106 mentees and 34 mentors of the register: everyone of the subject is acceptable, with wishes on both sides. */
export function registerRound(): MatchingProblem {
  const draw = drawer(106);
  const mentees: MatchingMentee[] = [];
  const mentors: MatchingMentor[] = [];
  for (const [subject, menteeCount, mentorCount] of register) {
    const [firstMentee, firstMentor] = [mentees.length, mentors.length];
    const anyMentee = () => menteeId(firstMentee + draw(menteeCount));
    const anyMentor = () => mentorId(firstMentor + draw(mentorCount));
    mentees.push(
      ...times(menteeCount, (at) => ({
        ...{ id: menteeId(firstMentee + at), subject, needs: [] },
        choices: [...new Set(times(3, anyMentor))],
      })),
    );
    mentors.push(
      ...times(mentorCount, (at) => ({
        ...{ id: mentorId(firstMentor + at), subject, specialities: [] },
        ...{ capacity: 2 + draw(4), current: draw(4), order: [...new Set(times(4, anyMentee))] },
      })),
    );
  }
  return { ...whole, mentees, mentors };
}

export interface Size {
  readonly mentees: number;
  readonly mentors: number;
  /** Each mentor takes so many mentees at least and at most. */
  readonly room: readonly [number, number];
}

/** Each mentee has about twenty acceptable mentors, found by specialities, and names three; half of the mentors order. */
export function wideRound({ mentees, mentors, room }: Size): MatchingProblem {
  const draw = drawer(mentees);
  const words = Math.max(1, Math.round((4 * mentors) / 17));
  const word = () => `词${String(draw(words))}`;
  return {
    ...whole,
    mentors: times(mentors, (at) => ({
      ...{ id: mentorId(at), subject: null, specialities: [word(), word()] },
      ...{ capacity: room[0] + draw(room[1] - room[0] + 1), current: draw(4) },
      order: draw(2) === 0 ? [] : [...new Set(times(5, () => menteeId(draw(mentees))))],
    })),
    mentees: times(mentees, (at) => ({
      ...{ id: menteeId(at), subject: null, needs: [word(), word()] },
      choices: [...new Set(times(3, () => mentorId(draw(mentors))))],
    })),
  };
}
