import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asId, type PersonId } from '../../kernel';
import { Temporal } from '../../time';
import { endedPairingStates, type PairingState, pairingStates, pairingTransitions } from '../pairing-states';
import type { Requirement } from './completion-gate';
import {
  decidePairingEnd,
  endActs,
  endActsFrom,
  type EndingPairing,
  endStateOf,
  type EndWish,
  isResult,
} from './pairing-end';

const person = (name: string) => asId<PersonId>(name);
const today = Temporal.PlainDate.from('2027-07-10');
const toDay = Temporal.PlainDate.from('2028-07-09');
const line = (isMet: boolean): Requirement => ({
  ...{ requirement: 'panel', obligation: null, owedBy: null },
  ...{ isMet, have: 0, need: 1, evidence: [] },
});
const pairing: EndingPairing = {
  ...{ state: 'assessing', mentorId: person('mentor'), menteeId: person('mentee') },
  ...{ today, lastDay: null, gate: [line(true)], continuations: ['active'] },
};
const reason = '期满返杭';
const successor = { personId: person('next'), isMentor: true };
const handOver: EndWish = { act: 'hand-over', reason, toDay, successor };
const extend: EndWish = { act: 'extend', reason, toDay, atDistance: true };

describe('the end of a pairing', () => {
  it.each(['excellent', 'pass'] as const)('is completion with %s where the gate is open', (result) => {
    expect(decidePairingEnd(pairing, { act: 'complete', result })).toEqual({
      ok: true,
      value: { to: 'completed', outcome: result, reason: null, endedOn: today, continuation: null },
    });
  });

  it('is no completion while the gate is closed, and says how many lines are open', () => {
    const gate = [line(false), line(true), line(false)];
    expect(decidePairingEnd({ ...pairing, gate }, { act: 'complete', result: 'pass' })).toEqual({
      ok: false,
      refusal: { kind: 'gate-closed', missing: 2 },
    });
  });

  it.each([
    [null, '2027-07-10'],
    ['2027-07-31', '2027-07-10'],
    ['2027-06-30', '2027-06-30'],
  ])('with an agreement to %s ends on %s', (last, endedOn) => {
    const lastDay = last === null ? null : Temporal.PlainDate.from(last);
    const end = decidePairingEnd({ ...pairing, lastDay }, { act: 'dissolve', reason });
    expect(end.ok && end.value.endedOn?.toString()).toBe(endedOn);
  });

  it('fails only after an assessment, with a reason', () => {
    expect(decidePairingEnd(pairing, { act: 'fail', reason })).toMatchObject({
      ok: true,
      value: { to: 'dissolved', outcome: 'fail', reason },
    });
    expect(decidePairingEnd({ ...pairing, state: 'active' }, { act: 'fail', reason })).toEqual({
      ok: false,
      refusal: { kind: 'pairing-state', state: 'active' },
    });
  });

  it('is carried on by the same two from the next day, at a distance or not', () => {
    expect(decidePairingEnd({ ...pairing, state: 'paused' }, extend)).toMatchObject({
      ok: true,
      value: {
        to: 'extended',
        outcome: 'extended',
        continuation: { mentorId: 'mentor', state: 'active', atDistance: true, lastDay: toDay },
      },
    });
    const end = decidePairingEnd(pairing, extend);
    expect(end.ok && end.value.continuation?.firstDay.toString()).toBe('2027-07-11');
  });

  it('is carried on by a successor, who is asked first', () => {
    expect(decidePairingEnd(pairing, handOver)).toMatchObject({
      ok: true,
      value: { to: 'handed-over', outcome: null, continuation: { mentorId: 'next', state: 'consenting' } },
    });
  });

  it.each<[readonly PairingState[], boolean]>([
    [[], true],
    [['lapsed', 'lapsed'], true],
    [['lapsed', 'consenting'], false],
    [['agreed'], false],
    [['active'], false],
    [['dissolved'], false],
  ])('handed over to successors who are %j is handed over again: %s, and keeps its last day', (continuations, may) => {
    const handed: EndingPairing = { ...pairing, state: 'handed-over', continuations };
    const end = decidePairingEnd(handed, handOver);
    expect(end.ok).toBe(may);
    expect(endActsFrom('handed-over', continuations)).toEqual(may ? ['hand-over'] : []);
    if (end.ok)
      expect(end.value).toMatchObject({ to: 'handed-over', endedOn: null, continuation: { mentorId: 'next' } });
    for (const wish of [extend, { act: 'dissolve', reason } as const])
      expect(decidePairingEnd(handed, wish)).toMatchObject({ refusal: { kind: 'pairing-transition' } });
  });

  it.each([
    ['is no mentor', { personId: person('next'), isMentor: false }],
    ['is the mentor', { personId: person('mentor'), isMentor: true }],
    ['is the mentee', { personId: person('mentee'), isMentor: true }],
  ])('is not handed to somebody who %s', (_, unfit) => {
    expect(decidePairingEnd(pairing, { ...handOver, successor: unfit })).toEqual({
      ok: false,
      refusal: { kind: 'successor-unfit' },
    });
  });

  it.each([
    ['2027-07-10', false],
    ['2027-07-11', true],
    ['2030-07-11', true],
    ['2030-07-12', false],
  ])('is carried on to %s: %s', (last, may) => {
    const wish = { ...extend, toDay: Temporal.PlainDate.from(last) };
    const end = decidePairingEnd(pairing, wish);
    expect(end.ok).toBe(may);
    if (!may) expect(end).toEqual({ ok: false, refusal: { kind: 'agreement-days' } });
  });

  it.each<EndWish>([
    { act: 'dissolve', reason: ' ' },
    { act: 'fail', reason: '' },
    { ...extend, reason: '' },
  ])('says why: %j', (wish) => {
    expect(decidePairingEnd(pairing, wish)).toEqual({ ok: false, refusal: { kind: 'reason-missing' } });
  });

  it.each(['nominated', 'consenting'] as const)('lapses where it is only %s', (state) => {
    expect(decidePairingEnd({ ...pairing, state }, { act: 'dissolve', reason })).toMatchObject({
      ok: true,
      value: { to: 'lapsed', outcome: null },
    });
  });

  it('offers exactly the acts that are let through, and every state that is open has a way out', () => {
    const wishes: readonly EndWish[] = [
      { act: 'complete', result: 'pass' },
      { act: 'fail', reason },
      { act: 'dissolve', reason },
      extend,
      handOver,
    ];
    for (const state of pairingStates) {
      const through = wishes.filter((wish) => decidePairingEnd({ ...pairing, state }, wish).ok);
      expect(through.map(({ act }) => act).toSorted()).toEqual([...endActsFrom(state, ['active'])].toSorted());
      expect(endActsFrom(state, ['active']).length > 0).toBe(!endedPairingStates.has(state));
    }
  });

  it('always leads along a transition into an end, and only results carry 优秀, 合格 and 不合格', () => {
    fc.assert(
      fc.property(fc.constantFrom(...pairingStates), fc.constantFrom(...endActs), (state, act) => {
        if (!endActsFrom(state, ['active']).includes(act)) return;
        const to = endStateOf(act, state);
        expect(pairingTransitions[state]).toContain(to);
        expect(endedPairingStates.has(to)).toBe(true);
        if (state !== 'assessing') expect(isResult(act, state)).toBe(false);
      }),
    );
    expect(endActs.filter((act) => isResult(act, 'assessing'))).toEqual(['complete', 'fail', 'extend']);
  });
});
