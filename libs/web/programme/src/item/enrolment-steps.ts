import type { EnrolmentChange } from '@qinglan/contracts';

type Facts = EnrolmentChange['after'];

/** What a change did, as the ends of keys of its words. */
export type EnrolmentStep =
  | 'enrolled'
  | 'waiting'
  | 'movedUp'
  | 'withdrawn'
  | `attended.${'true' | 'false' | 'null'}`
  | `completed.${'true' | 'false' | 'null'}`;

function stateStep(before: Facts['state'], after: Facts['state']): readonly EnrolmentStep[] {
  if (after === undefined) return [];
  return [before === 'waiting' && after === 'enrolled' ? 'movedUp' : after];
}

/** Of an enrolment that begins, what is not known is no news. */
const factSteps = (fact: 'attended' | 'completed', { before, after }: EnrolmentChange): readonly EnrolmentStep[] => {
  const [was, is] = [before[fact] ?? null, after[fact]];
  return is === undefined || is === was ? [] : [`${fact}.${String(is) as 'true' | 'false' | 'null'}`];
};

/** What a change of an enrolment did, in the order in which one tells it. */
export const stepsIn = (change: EnrolmentChange): readonly EnrolmentStep[] => [
  ...stateStep(change.before.state, change.after.state),
  ...factSteps('attended', change),
  ...factSteps('completed', change),
];
