import { describe, expect, it } from '@jest/globals';
import { stepNow, stepsOf } from './next-steps';

type Report = NonNullable<Parameters<typeof stepNow>[0]>;
type Hindrance = Report['hindrances'][number]['kind'];
const report = (state: Report['state'], ...kinds: readonly Hindrance[]): Report => ({
  state,
  hindrances: kinds.map((kind) => ({ kind, subjects: [] })),
  changes: [],
});
const corrected = (...kinds: readonly Hindrance[]): Report => ({
  ...report('issued', ...kinds),
  changes: [{}] as unknown as Report['changes'],
});

describe('the next step of a report', () => {
  it.each([
    [null, 'complete'],
    [report('draft', 'comments-open', 'approval-missing'), 'answer'],
    [report('draft', 'approval-missing'), 'approve'],
    [report('draft', 'figures-moved'), 'approve'],
    [report('draft'), 'freeze'],
    [report('freezing', 'report-freezing'), 'freeze'],
    [report('issued'), 'hand-out'],
    [report('issued', 'approval-missing'), 'hand-out'],
    [corrected('approval-missing'), 'approve'],
    [corrected(), 'freeze'],
  ] as const)('%#: is %s', (given, step) => {
    expect(stepNow(given)).toBe(step);
  });

  it('is one, with everything before it done and everything after it later', () => {
    const states = stepsOf(report('draft', 'approval-missing')).map(({ state }) => state);
    expect(states).toEqual(['done', 'done', 'done', 'now', 'later', 'later']);
  });
});
