import { describe, expect, it } from '@jest/globals';
import { asId, type PersonId } from '../../kernel';
import {
  decideChoices,
  decideMatchingStep,
  decideNaming,
  decideRule,
  decideTelling,
  matchingRoundStates,
  matchingRoundTransitions,
  type Nameable,
  type RuledPair,
  type RuleFacts,
} from './round';

const id = (text: string): PersonId => asId(text);
const ids = (...texts: string[]): ReadonlySet<PersonId> => new Set(texts.map(id));
const among = (known: ReadonlySet<PersonId>, apart: Nameable['apart'] = new Map()): Nameable => ({ known, apart });

describe('the states of a round', () => {
  it('are all reached and end in closed alone', () => {
    const reached = new Set(['open', ...Object.values(matchingRoundTransitions).flat()]);
    expect([...reached].sort()).toEqual([...matchingRoundStates].sort());
    expect(matchingRoundStates.filter((state) => matchingRoundTransitions[state].length === 0)).toEqual(['closed']);
  });

  it.each([
    { from: 'open', to: 'proposed', may: true },
    { from: 'open', to: 'consenting', may: false },
    { from: 'proposed', to: 'consenting', may: true },
    { from: 'consenting', to: 'proposed', may: true },
    { from: 'consenting', to: 'open', may: true },
    { from: 'closed', to: 'open', may: false },
  ] as const)('go from $from to $to: $may', ({ from, to, may }) => {
    expect(decideMatchingStep(from, to).ok).toBe(may);
  });
});

describe('telling a wish', () => {
  const round = { state: 'open', opensOn: '2026-09-01', closesOn: '2026-09-10' } as const;
  it.each([
    { today: '2026-08-31', ok: false },
    { today: '2026-09-01', ok: true },
    { today: '2026-09-10', ok: true },
    { today: '2026-09-11', ok: false },
  ])('is possible on the days of the round: $today', ({ today, ok }) => {
    expect(decideTelling(round, today).ok).toBe(ok);
  });

  it.each(['proposed', 'consenting', 'closed'] as const)('is not possible once it is %s', (state) => {
    const told = decideTelling({ ...round, state }, '2026-09-02');
    expect(told).toEqual({ ok: false, refusal: { kind: 'matching-state', state } });
  });

  it.each([
    { named: [], kind: null },
    { named: ['m', 'n', 'o'], kind: null },
    { named: ['m', 'n', 'o', 'p'], kind: 'matching-choices' },
    { named: ['m', 'm'], kind: 'matching-stranger' },
    { named: ['x'], kind: 'matching-stranger' },
  ])('names up to three mentors of the round: $named', ({ named, kind }) => {
    const decided = decideChoices(named.map(id), among(ids('m', 'n', 'o', 'p')));
    expect(decided.ok ? null : decided.refusal.kind).toBe(kind);
  });

  it.each([
    { cause: 'paired', kind: 'matching-paired' },
    { cause: 'asked', kind: 'matching-paired' },
    { cause: 'paired-that-day', kind: 'matching-apart' },
    { cause: 'forbidden', kind: 'matching-apart' },
    { cause: 'declined', kind: 'matching-apart' },
  ] as const)('names nobody who cannot be had: $cause', ({ cause, kind }) => {
    const apart = new Map([[id('n'), cause]]);
    expect(decideChoices([id('m')], among(ids('m', 'n'), apart)).ok).toBe(true);
    const decided = decideChoices([id('m'), id('n')], among(ids('m', 'n'), apart));
    expect(decided).toEqual({ ok: false, refusal: { kind, personId: 'n' } });
  });

  it('orders mentees of the round, each once', () => {
    expect(decideNaming([id('a'), id('b')], among(ids('a', 'b'))).ok).toBe(true);
    expect(decideNaming([id('a'), id('a')], among(ids('a', 'b'))).ok).toBe(false);
  });
});

describe('ruling on a pair', () => {
  const pin: RuledPair = { menteeId: id('a'), mentorId: id('m'), rule: 'pin', reason: '同校' };
  const facts: RuleFacts = {
    ...{ state: 'open', mentorIds: ids('m', 'n'), menteeIds: ids('a', 'b', 'c') },
    ...{ laid: [], pinned: [], room: 2, apart: null },
  };
  const laid = { menteeId: id('b'), mentorId: id('m') };
  const other = { menteeId: id('c'), mentorId: id('m') };

  it.each<{ what: string; pair?: Partial<RuledPair>; more?: Partial<RuleFacts>; kind: string | null }>([
    { what: 'a pin', kind: null },
    { what: 'a pin beside another', more: { pinned: [other] }, kind: null },
    { what: 'a pin without room', more: { laid: [laid], pinned: [other] }, kind: 'matching-full' },
    {
      what: 'a second pin of a mentee',
      more: { pinned: [{ menteeId: id('a'), mentorId: id('n') }] },
      kind: 'matching-full',
    },
    { what: 'a laid pair', more: { laid: [{ menteeId: id('a'), mentorId: id('n') }] }, kind: 'matching-laid' },
    { what: 'a forbidden pair without room', pair: { rule: 'forbid' }, more: { room: 0 }, kind: null },
    { what: 'a pin of two who are paired', more: { apart: 'paired' }, kind: 'matching-paired' },
    { what: 'a pin of two of whom one declined', more: { apart: 'declined' }, kind: 'matching-apart' },
    { what: 'a forbidden pair that is paired', pair: { rule: 'forbid' }, more: { apart: 'paired' }, kind: null },
    { what: 'no reason', pair: { reason: ' ' }, kind: 'reason-missing' },
    { what: 'setting free without a reason', pair: { rule: 'free', reason: '' }, kind: null },
    { what: 'a strange mentee', pair: { menteeId: id('x') }, kind: 'matching-stranger' },
    { what: 'a strange mentor', pair: { mentorId: id('x') }, kind: 'matching-stranger' },
    { what: 'a closed round', more: { state: 'closed' }, kind: 'matching-state' },
  ])('$what: $kind', ({ pair = {}, more = {}, kind }) => {
    const decided = decideRule({ ...pin, ...pair }, { ...facts, ...more });
    expect(decided.ok ? null : decided.refusal.kind).toBe(kind);
  });
});
