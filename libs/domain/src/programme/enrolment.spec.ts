import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asId, type PersonId } from '../kernel';
import { day } from '../makers';
import {
  decideEnrol,
  decidePresence,
  decideLeaving,
  movesUp,
  stillMovesUp,
  type EnrolItem,
  type EnrolQuestion,
  type StandingEnrolment,
} from './enrolment';

const ann = asId<PersonId>('ann');
const item = (wish: Partial<EnrolItem> = {}): EnrolItem => ({
  state: 'planned',
  isOpen: true,
  firstDay: day('2026-11-03'),
  lastDay: day('2026-11-05'),
  ...wish,
});
const enrolled = (wish: Partial<StandingEnrolment> = {}): StandingEnrolment => ({
  personId: ann,
  state: 'enrolled',
  attended: null,
  completed: null,
  ...wish,
});
const ask = (wish: Partial<EnrolQuestion> = {}): EnrolQuestion => ({
  item: item(),
  standing: null,
  by: 'self',
  today: day('2026-10-20'),
  ...wish,
});
const said = (result: { ok: boolean; value?: unknown; refusal?: { kind: string } }) =>
  result.ok ? result.value : result.refusal?.kind;

describe('enrolling', () => {
  it.each<[string, Partial<EnrolQuestion>]>([
    ['queue', {}],
    ['queue', { standing: enrolled({ state: 'withdrawn' }) }],
    ['stay', { standing: enrolled() }],
    ['stay', { standing: enrolled({ state: 'waiting' }) }],
    ['stay', { standing: enrolled(), item: item({ isOpen: false }) }],
    ['enrolment-closed', { item: item({ isOpen: false }) }],
    ['enrolment-closed', { item: item({ state: 'held' }) }],
    ['enrolment-closed', { today: day('2026-11-06') }],
    ['queue', { today: day('2026-11-05') }],
    ['queue', { item: item({ isOpen: false, state: 'held' }), by: 'keeper', today: day('2026-12-01') }],
    ['item-cancelled', { item: item({ state: 'cancelled' }), by: 'keeper' }],
  ])('is answered %s: %j', (answer, wish) => {
    expect(said(decideEnrol(ask(wish)))).toBe(answer);
  });

  it.each<[string, Partial<EnrolQuestion>]>([
    ['leave', { standing: enrolled() }],
    ['leave', { standing: enrolled({ state: 'waiting' }), item: item({ isOpen: false }) }],
    ['leave', { standing: enrolled({ attended: false }), by: 'keeper', today: day('2026-12-01') }],
    ['stay', { standing: enrolled({ state: 'withdrawn' }) }],
    ['not-enrolled', {}],
    ['attendance-known', { standing: enrolled({ attended: true }), by: 'keeper' }],
    ['attendance-known', { standing: enrolled({ completed: true }) }],
    ['enrolment-closed', { standing: enrolled(), today: day('2026-11-06') }],
  ])('is taken back with the answer %s: %j', (answer, wish) => {
    expect(said(decideLeaving(ask(wish)))).toBe(answer);
  });
});

describe('the queue', () => {
  it('moves up first come first, into free places only', () => {
    expect(movesUp(['a', 'b', 'c'], { capacity: 5, enrolled: 3 })).toEqual(['a', 'b']);
    expect(movesUp(['a', 'b'], { capacity: 5, enrolled: 7 })).toEqual([]);
    expect(movesUp(['a', 'b'], { capacity: null, enrolled: 7 })).toEqual(['a', 'b']);
  });

  it.each([
    [{}, '2026-11-05', true],
    [{}, '2026-11-06', false],
    [{ state: 'held' as const }, '2026-11-03', false],
    [{ state: 'cancelled' as const }, '2026-11-03', false],
  ])('moves up while there is something to come to: %o on %s', (wish, today, expected) => {
    expect(stillMovesUp(item(wish), day(today))).toBe(expected);
  });

  it('never fills more than there are places, and leaves none free while somebody waits', () => {
    const nat = fc.nat({ max: 60 });
    fc.assert(
      fc.property(fc.array(nat), nat, nat, (queue, capacity, enrolled) => {
        const up = movesUp(queue, { capacity, enrolled });
        expect(enrolled + up.length <= Math.max(capacity, enrolled)).toBe(true);
        expect(up.length === queue.length || enrolled + up.length >= capacity).toBe(true);
        expect(queue.slice(0, up.length)).toEqual(up);
      }),
    );
  });
});

describe('attendance and completion', () => {
  const notice = (
    now: { attended: boolean | null; completed: boolean | null },
    wish: Partial<Parameters<typeof decidePresence>[0]> = {},
  ) =>
    said(
      decidePresence(
        { item: item(), standing: enrolled(), isCertified: false, today: day('2026-11-03'), ...wish },
        now,
      ),
    );

  it('are two facts, either of which may stay unknown', () => {
    for (const attended of [true, false, null])
      for (const completed of [true, false, null]) {
        const answer = notice({ attended, completed });
        expect(answer).toEqual(attended === false && completed === true ? 'absent-completed' : { attended, completed });
      }
  });

  it('are not known before the first day', () => {
    const today = day('2026-11-02');
    expect(notice({ attended: true, completed: null }, { today })).toBe('in-the-future');
    expect(notice({ attended: null, completed: false }, { today })).toBe('in-the-future');
    expect(notice({ attended: null, completed: null }, { today })).toEqual({ attended: null, completed: null });
  });

  it('are of people on the list, and a certificate that holds keeps its fact', () => {
    const now = { attended: true, completed: null };
    expect(notice(now, { standing: null })).toBe('not-enrolled');
    expect(notice(now, { standing: enrolled({ state: 'waiting' }) })).toBe('not-enrolled');
    expect(notice(now, { isCertified: true })).toBe('certificate-stands');
    expect(notice({ attended: null, completed: true }, { isCertified: true })).toEqual({
      attended: null,
      completed: true,
    });
  });
});
