import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, Temporal } from '../time';
import { pairingFormOn, type PairingLife, pairingOn, pairingStateOn } from './pairing-on-day';
import { endedPairingStates, pairingStates, pairingTransitions } from './pairing-states';

const day = (text: string) => Temporal.PlainDate.from(text);
const life = (given: Partial<PairingLife> = {}): PairingLife => ({
  ...{ state: 'active', firstDay: day('2015-03-01'), lastDay: day('2016-07-31'), endedOn: null, outcome: null },
  ...{ pauses: [], assessments: [] },
  ...given,
});
const dissolved = life({ state: 'dissolved', endedOn: day('2016-02-10'), outcome: 'fail' });

describe('a pairing on a day', () => {
  it.each([
    ['2015-02-28', null],
    ['2015-03-01', 'active'],
    ['2015-12-31', 'active'],
    ['2016-02-09', 'active'],
    ['2016-02-10', 'dissolved'],
    ['2026-01-01', 'dissolved'],
  ])('that was dissolved in 2016 is on %s %s', (on, state) => {
    expect(pairingStateOn(dissolved, day(on))).toBe(state);
  });

  it('knows neither the end nor the result that came later', () => {
    expect(pairingOn(dissolved, day('2015-12-31'))).toEqual({
      ...{ state: 'active', hasBegun: true, lastDay: day('2016-07-31'), outcome: null },
    });
    expect(pairingOn(dissolved, day('2016-12-31'))).toMatchObject({ lastDay: day('2016-02-10'), outcome: 'fail' });
  });

  it.each([
    ['2015-05-31', 'active'],
    ['2015-06-01', 'paused'],
    ['2015-06-29', 'paused'],
    ['2015-06-30', 'active'],
    ['2015-10-01', 'assessing'],
    ['2015-10-08', 'active'],
    ['2015-11-01', 'paused'],
    ['2026-01-01', 'paused'],
  ])('that was paused and assessed is on %s %s: what ends on a day is over when the day is', (on, state) => {
    const phased = life({
      state: 'paused',
      pauses: [
        { firstDay: day('2015-06-01'), lastDay: day('2015-06-30') },
        { firstDay: day('2015-11-01'), lastDay: null },
      ],
      assessments: [{ firstDay: day('2015-10-01'), lastDay: day('2015-10-08') }],
    });
    expect(pairingStateOn(phased, day(on))).toBe(state);
  });

  it.each(['nominated', 'consenting', 'agreed', 'lapsed'] as const)(
    'that never began is told as it is: %s',
    (state) => {
      const asked = life({ state, endedOn: state === 'lapsed' ? day('2017-01-01') : null });
      expect(pairingOn(asked, day('2015-12-31'))).toMatchObject({ state, hasBegun: false });
    },
  );

  it('is of many only with those who had begun by then', () => {
    const other = (firstDay: string, more: Partial<PairingLife> = {}) => life({ firstDay: day(firstDay), ...more });
    const form = (one: PairingLife, on: string) => pairingFormOn(life(), [one], day(on));
    expect(form(other('2016-03-01'), '2015-12-31')).toBe('one-to-one');
    expect(form(other('2016-03-01'), '2016-03-01')).toBe('one-to-many');
    expect(form(other('2016-08-01'), '2016-12-31')).toBe('one-to-one');
    expect(form(other('2014-03-01', { lastDay: day('2015-02-28') }), '2015-12-31')).toBe('one-to-one');
    expect(form(other('2014-03-01', { state: 'consenting' }), '2015-12-31')).toBe('one-to-one');
    // Its agreement was over before, whatever was said of it later.
    const overdue = other('2014-03-01', { state: 'dissolved', lastDay: day('2015-02-01'), endedOn: day('2016-05-01') });
    expect(form(overdue, '2015-12-31')).toBe('one-to-one');
    expect(form(overdue, '2016-12-31')).toBe('one-to-many');
  });
});

const begin = day('2015-03-01');
/** A pairing that runs, day by day: what it may become by its transitions, some days apart, each dated that day. */
const history = fc
  .array(fc.record({ after: fc.integer({ min: 0, max: 40 }), pick: fc.nat() }), { maxLength: 12 })
  .map((steps) => {
    let now = life({ firstDay: begin });
    let today = begin;
    const moments = [{ today, life: now }];
    for (const { after, pick } of steps) {
      const next = pairingTransitions[now.state];
      const to = next[pick % Math.max(1, next.length)];
      if (!to) break;
      today = addDays(today, after);
      const close = (phases: PairingLife['pauses']) =>
        phases.map((phase) => (phase.lastDay === null ? { ...phase, lastDay: today } : phase));
      const opened = { firstDay: today, lastDay: null };
      now = {
        ...{ ...now, state: to, endedOn: endedPairingStates.has(to) ? today : null },
        pauses: [...close(now.pauses), ...(to === 'paused' ? [opened] : [])],
        assessments: [...close(now.assessments), ...(to === 'assessing' ? [opened] : [])],
      };
      moments.push({ today, life: now });
    }
    return { moments, last: now, today };
  });

describe('of any history', () => {
  it('the state on a day is what stood there when that day was over', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 500 }), ({ moments, last }, days) => {
        const on = addDays(begin, days);
        const then = moments.findLast(({ today }) => Temporal.PlainDate.compare(today, on) <= 0);
        expect(pairingStateOn(last, on)).toBe(then?.life.state);
      }),
    );
  });

  it('today it is what it is', () => {
    fc.assert(fc.property(history, ({ last, today }) => expect(pairingStateOn(last, today)).toBe(last.state)));
  });

  it('nothing that happens later changes what a day says', () => {
    fc.assert(
      fc.property(history, fc.nat(), ({ moments, last }, at) => {
        const known = moments[at % moments.length];
        if (!known) return;
        const isDone = (one: { today: Temporal.PlainDate }) => Temporal.PlainDate.compare(one.today, known.today) <= 0;
        const then = moments.findLast(isDone) ?? known;
        expect(pairingOn(last, known.today)).toEqual(pairingOn(then.life, known.today));
      }),
    );
  });

  it('what has ended stays ended', () => {
    fc.assert(
      fc.property(history, fc.nat(400), fc.nat(100), ({ last }, days, later) => {
        const state = pairingStateOn(last, addDays(begin, days));
        if (state && endedPairingStates.has(state))
          expect(pairingStateOn(last, addDays(begin, days + later))).toBe(state);
        expect(pairingStates).toContain(state);
      }),
    );
  });
});
