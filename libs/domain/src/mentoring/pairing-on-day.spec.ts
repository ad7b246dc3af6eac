import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, Temporal } from '../time';
import { pairingFormOn, type PairingLife, pairingOn, type PairingOnDay, pairingStateOn } from './pairing-on-day';
import { shownState } from './pairing-standing';
import { endedPairingStates, pairingTransitions, runningPairingStates } from './pairing-states';

const day = (text: string) => Temporal.PlainDate.from(text);
const life = (given: Partial<PairingLife> = {}): PairingLife => ({
  ...{ state: 'active', firstDay: day('2015-03-01'), lastDay: day('2016-07-31'), endedOn: null, outcome: null },
  ...{ beganOn: given.firstDay ?? day('2015-03-01'), closedOn: given.endedOn ?? null, earlierTexts: [] },
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
    ['2016-07-31', 'paused'],
    ['2016-08-01', 'overdue'],
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
      const asked = life({ state, beganOn: null, endedOn: state === 'lapsed' ? day('2017-01-01') : null });
      expect(pairingOn(asked, day('2015-12-31'))).toMatchObject({ state, hasBegun: false });
    },
  );

  it.each([
    ['2016-07-31', 'active'],
    ['2016-08-01', 'overdue'],
    ['2017-03-09', 'overdue'],
    ['2017-03-10', 'completed'],
  ])('that was closed long after its last day is on %s %s', (on, state) => {
    const late = life({ state: 'completed', endedOn: day('2016-07-31'), closedOn: day('2017-03-10'), outcome: 'pass' });
    expect(pairingStateOn(late, day(on))).toBe(state);
    expect(pairingOn(late, day(on))?.outcome).toBe(state === 'completed' ? 'pass' : null);
  });

  it('begins with the third name, and never where it was dissolved before', () => {
    const signed = life({ beganOn: day('2016-01-05') });
    expect(pairingOn(signed, day('2015-12-31'))).toMatchObject({ state: 'agreed', hasBegun: false });
    expect(pairingOn(signed, day('2016-01-05'))).toMatchObject({ state: 'active', hasBegun: true });
    const unsigned = life({ ...dissolved, beganOn: null });
    expect(pairingOn(unsigned, day('2015-12-31'))).toMatchObject({ state: 'agreed', hasBegun: false });
    expect(pairingOn(unsigned, day('2016-12-31'))).toMatchObject({ state: 'dissolved', hasBegun: false });
  });

  it('ends as the text said that was in force then', () => {
    const revised = life({
      lastDay: day('2017-07-31'),
      earlierTexts: [
        { lastDay: day('2015-07-31'), replacedOn: day('2015-06-10') },
        { lastDay: null, replacedOn: day('2016-01-20') },
      ],
    });
    const last = (on: string) => pairingOn(revised, day(on))?.lastDay?.toString() ?? null;
    expect(['2015-06-09', '2015-06-10', '2016-01-19', '2016-01-20'].map(last)).toEqual([
      ...['2015-07-31', null, null, '2017-07-31'],
    ]);
  });

  it('is of many only with those who had begun by then', () => {
    const other = (firstDay: string, more: Partial<PairingLife> = {}) => life({ firstDay: day(firstDay), ...more });
    const form = (one: PairingLife, on: string) => pairingFormOn(life(), [one], day(on));
    expect(form(other('2016-03-01'), '2015-12-31')).toBe('one-to-one');
    expect(form(other('2016-03-01'), '2016-03-01')).toBe('one-to-many');
    expect(form(other('2016-08-01'), '2016-12-31')).toBe('one-to-one');
    expect(form(other('2014-03-01', { lastDay: day('2015-02-28') }), '2015-12-31')).toBe('one-to-one');
    expect(form(other('2014-03-01', { state: 'consenting', beganOn: null }), '2015-12-31')).toBe('one-to-one');
    // Its agreement was over before, whatever was said of it later.
    const days = { lastDay: day('2015-02-01'), endedOn: day('2015-02-01'), closedOn: day('2016-05-01') };
    const overdue = other('2014-03-01', { state: 'dissolved', ...days });
    expect([form(overdue, '2015-12-31'), form(overdue, '2016-12-31')]).toEqual(['one-to-one', 'one-to-one']);
  });
});

const begin = day('2015-03-01');
type Moment = { readonly today: Temporal.PlainDate; readonly life: PairingLife };
const isRunning = (state: PairingLife['state']) => runningPairingStates.has(state);

function stepped(
  { today, life: now }: Moment,
  { to, on }: { to: PairingLife['state']; on: Temporal.PlainDate },
): Moment {
  const close = (phases: PairingLife['pauses']) =>
    phases.map((phase) => (phase.lastDay === null ? { ...phase, lastDay: on } : phase));
  const opened = { firstDay: on, lastDay: null };
  const isEnd = endedPairingStates.has(to);
  // Nothing is owed beyond the agreed last day, whenever it is closed.
  const ended = now.lastDay && Temporal.PlainDate.compare(now.lastDay, on) < 0 ? now.lastDay : on;
  const after = {
    ...{ ...now, state: to, endedOn: isEnd ? ended : null, closedOn: isEnd ? on : null },
    beganOn: now.beganOn ?? (isRunning(to) ? on : null),
    pauses: [...close(now.pauses), ...(to === 'paused' ? [opened] : [])],
    assessments: [...close(now.assessments), ...(to === 'assessing' ? [opened] : [])],
  };
  return { today: Temporal.PlainDate.compare(on, today) < 0 ? today : on, life: after };
}

/** Another text takes the place of the one in force. */
const revised = ({ life: now }: Moment, on: Temporal.PlainDate, days: number): Moment => ({
  today: on,
  life: {
    ...now,
    lastDay: addDays(on, days),
    earlierTexts: [...now.earlierTexts, { lastDay: now.lastDay, replacedOn: on }],
  },
});

/** Any pairing, day by day since it was nominated: what it may become, some days apart, each dated that day. */
const history = fc
  .array(fc.record({ after: fc.integer({ min: 0, max: 40 }), pick: fc.nat(), revises: fc.option(fc.nat(200)) }), {
    maxLength: 14,
  })
  .map((steps) => {
    const asked = life({ state: 'nominated', firstDay: begin, beganOn: null, lastDay: addDays(begin, 120) });
    const moments: Moment[] = [{ today: begin, life: asked }];
    let last: Moment = { today: begin, life: asked };
    for (const { after, pick, revises } of steps) {
      const on = addDays(last.today, after);
      const next = pairingTransitions[last.life.state];
      const to = next[pick % Math.max(1, next.length)];
      if (!to) break;
      last = revises !== null && isRunning(last.life.state) ? revised(last, on, revises) : stepped(last, { to, on });
      moments.push(last);
    }
    return { moments, last: last.life, today: last.today };
  });

/** What is known of a pairing before it began: only that it had not. */
const unbegun = { state: 'asked', hasBegun: false };
const isAsked = (state: string) =>
  state === 'nominated' || state === 'consenting' || state === 'agreed' || state === 'lapsed';
const told = (seen: PairingOnDay | null) =>
  seen && !seen.hasBegun && isAsked(seen.state) ? { ...unbegun, lastDay: seen.lastDay?.toString() } : seen;

const thenOf = (moments: readonly Moment[], on: Temporal.PlainDate) =>
  moments.findLast(({ today }) => Temporal.PlainDate.compare(today, on) <= 0);

describe('of any history', () => {
  it('what a day says is what stood there when that day was over, whatever came later', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 500 }), ({ moments, last }, days) => {
        const on = addDays(begin, days);
        const then = thenOf(moments, on);
        if (!then || last.state === 'lapsed') return;
        expect(told(pairingOn(last, on))).toEqual(told(pairingOn(then.life, on)));
        expect(pairingOn(last, on)?.hasBegun).toBe(then.life.beganOn !== null);
      }),
    );
  });

  it('the state on a day is what is shown of it that day', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 500 }), ({ moments, last }, days) => {
        const on = addDays(begin, days);
        const then = thenOf(moments, on)?.life;
        if (then && isRunning(then.state)) expect(pairingStateOn(last, on)).toBe(shownState(then, on));
      }),
    );
  });

  it('what never began is never counted as having begun', () => {
    fc.assert(
      fc.property(history, fc.nat(500), ({ moments, last }, days) => {
        const ran = moments.some(({ life: one }) => isRunning(one.state));
        if (!ran) expect(pairingOn(last, addDays(begin, days))?.hasBegun ?? false).toBe(false);
      }),
    );
  });

  it('what has ended stays ended', () => {
    fc.assert(
      fc.property(history, fc.nat(400), fc.nat(100), ({ last }, days, later) => {
        const state = pairingStateOn(last, addDays(begin, days));
        if (state && state !== 'overdue' && endedPairingStates.has(state))
          expect(pairingStateOn(last, addDays(begin, days + later))).toBe(state);
      }),
    );
  });
});
