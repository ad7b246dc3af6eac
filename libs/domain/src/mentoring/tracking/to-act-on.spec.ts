import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, Temporal } from '../../time';
import { pairingStates, runningPairingStates } from '../pairing-states';
import {
  areNamesMissing,
  remedyOf,
  reasonsOf,
  reasonsToAct,
  urgencyOf,
  type ReasonToAct,
  type WatchedPairing,
} from './to-act-on';

const today = Temporal.PlainDate.from('2026-11-26');
const ago = (days: number) => addDays(today, -days);
const well: WatchedPairing = {
  state: 'active',
  since: ago(3),
  lastDay: addDays(today, 100),
  agreementState: 'written',
  signatures: 3,
  hasRevision: false,
  shares: [{ firstDay: ago(49), lastDay: addDays(today, 50), due: 8, done: 6 }],
  submittedOn: [ago(2)],
  owedSince: ago(87),
  askedOn: null,
};
/** Half of the period has gone and hardly anything is done. */
const amber = { firstDay: ago(49), lastDay: addDays(today, 50), due: 8, done: 2 };
const over = (days: number, done = 1) => ({ firstDay: ago(days + 30), lastDay: ago(days), due: 2, done });
const red = { firstDay: ago(79), lastDay: addDays(today, 20), due: 8, done: 3 };

describe('the reasons to act', () => {
  it('are none where all is well', () => {
    expect(reasonsOf(well, today)).toEqual([]);
    expect(remedyOf([], well)).toBeNull();
  });

  const cases: readonly [string, Partial<WatchedPairing>, readonly ReasonToAct[]][] = [
    ['20 days without contact', { since: ago(20) }, []],
    ['21 days without contact', { since: ago(21) }, ['no-contact']],
    ['21 days without contact in a pause', { since: ago(21), state: 'paused' }, []],
    ['21 days without contact after the end', { since: ago(21), state: 'completed' }, []],
    ['a share that is late', { shares: [amber] }, ['obligation-amber']],
    ['a share that fails', { shares: [red] }, ['obligation-red']],
    ['one of each', { shares: [amber, red] }, ['obligation-red', 'obligation-amber']],
    ['a share that ended unpaid yesterday', { shares: [over(1)] }, ['obligation-red']],
    ['a share that ended unpaid on the first day of the term', { shares: [over(87)] }, ['obligation-red']],
    ['a share that ended unpaid before the term', { shares: [over(88)] }, []],
    ['a share that ended paid', { shares: [over(1, 2)] }, []],
    [
      'a share that is to come',
      { shares: [{ firstDay: addDays(today, 1), lastDay: addDays(today, 1), due: 1, done: 0 }] },
      [],
    ],
    ['a share that fails in a pause', { shares: [red], state: 'paused' }, []],
    ['the last day today', { lastDay: today }, []],
    ['the last day yesterday', { lastDay: ago(1) }, ['end-overdue']],
    ['the last day yesterday in a pause', { lastDay: ago(1), state: 'paused' }, ['end-overdue']],
    ['everything past the last day', { lastDay: ago(1), since: ago(90), shares: [red] }, ['end-overdue']],
    ['no last day', { lastDay: null }, []],
    ['two signatures', { signatures: 2 }, ['agreement-unsigned']],
    ['two signatures before it runs', { signatures: 2, state: 'agreed' }, ['agreement-unsigned']],
    ['two signatures on what was nominated', { signatures: 2, state: 'nominated' }, []],
    ['words of the register that are understood', { signatures: 0, agreementState: 'read' }, []],
    ['words of the register that ask', { signatures: 3, agreementState: 'asks' }, ['agreement-unsigned']],
    [
      'a revision beside words that are understood',
      { agreementState: 'read', hasRevision: true },
      ['agreement-unsigned'],
    ],
    ['a revision of what has ended', { state: 'completed', hasRevision: true }, []],
    ['7 days without the word of the two', { state: 'consenting', askedOn: ago(7) }, []],
    ['8 days without the word of the two', { state: 'consenting', askedOn: ago(8) }, ['consent-waiting']],
    ['8 days since it was laid before the two who agreed', { askedOn: ago(8) }, []],
    ['an observation of 7 days', { submittedOn: [ago(7)] }, []],
    ['an observation of 8 days', { submittedOn: [ago(1), ago(8)] }, ['countersign-waiting']],
    ['an observation of 8 days after the end', { submittedOn: [ago(8)], state: 'dissolved' }, []],
  ];
  it('and of an agreement without all its names, whatever revision waits beside it', () => {
    const given = { state: 'active', agreementState: 'written', signatures: 3 } as const;
    expect(areNamesMissing(given)).toBe(false);
    expect(areNamesMissing({ ...given, signatures: 2 })).toBe(true);
    expect(areNamesMissing({ ...given, agreementState: 'asks' })).toBe(true);
    expect(areNamesMissing({ ...given, signatures: 2, state: 'agreed' })).toBe(true);
    expect(areNamesMissing({ ...given, signatures: 0, state: 'completed' })).toBe(false);
    expect(areNamesMissing({ ...given, signatures: 0, state: 'consenting' })).toBe(false);
  });

  it('of an agreement on paper are none, though its names are missing here', () => {
    const paper = { ...well, agreementState: 'read', signatures: 0 } as const;
    expect([areNamesMissing(paper), reasonsOf(paper, today)]).toEqual([true, []]);
  });

  it.each(cases)('of %s', (_, given, expected) => {
    expect(reasonsOf({ ...well, ...given }, today)).toEqual(expected);
  });

  it('say what to do next about the first of them', () => {
    const asks = { ...well, agreementState: 'asks' as const };
    expect(remedyOf(['no-contact', 'obligation-red'], asks)).toBe('arrange-visit');
    expect(remedyOf(['obligation-amber', 'end-overdue'], well)).toBe('pay-obligation');
    expect(remedyOf(['end-overdue'], well)).toBe('decide-end');
    expect(remedyOf(['agreement-unsigned'], asks)).toBe('write-agreement');
    expect(remedyOf(['agreement-unsigned'], { ...asks, hasRevision: true })).toBe('sign-agreement');
    expect(remedyOf(['agreement-unsigned'], well)).toBe('sign-agreement');
    expect(remedyOf(['consent-waiting'], well)).toBe('remind-of-consent');
    expect(remedyOf(['countersign-waiting'], well)).toBe('countersign');
  });
});

describe('urgency', () => {
  const share = fc.record({
    firstDay: fc.integer({ min: 0, max: 120 }).map(ago),
    lastDay: fc.integer({ min: -120, max: 0 }).map(ago),
    due: fc.integer({ min: 0, max: 9 }),
    done: fc.integer({ min: 0, max: 9 }),
  });
  const pairing: fc.Arbitrary<WatchedPairing> = fc.record({
    state: fc.constantFrom(...pairingStates),
    since: fc.integer({ min: -20, max: 60 }).map(ago),
    lastDay: fc.option(fc.integer({ min: -30, max: 30 }).map(ago)),
    agreementState: fc.constantFrom('asks', 'read', 'written'),
    signatures: fc.integer({ min: 0, max: 3 }),
    hasRevision: fc.boolean(),
    shares: fc.array(share, { maxLength: 3 }),
    owedSince: fc.integer({ min: 0, max: 120 }).map(ago),
    askedOn: fc.option(fc.integer({ min: 0, max: 20 }).map(ago)),
    submittedOn: fc.array(fc.integer({ min: 0, max: 20 }).map(ago), { maxLength: 2 }),
  });
  const rank = (reasons: readonly ReasonToAct[]) =>
    reasons[0] ? reasonsToAct.indexOf(reasons[0]) : reasonsToAct.length;

  it('follows the first reason, then the days without contact', () => {
    fc.assert(
      fc.property(pairing, pairing, (one, other) => {
        const [a, b] = [rank(reasonsOf(one, today)), rank(reasonsOf(other, today))];
        if (a !== b) expect(urgencyOf(one, today) > urgencyOf(other, today)).toBe(a < b);
        else
          expect(Math.sign(urgencyOf(one, today) - urgencyOf(other, today))).toBe(
            Math.sign(Math.max(0, one.since.until(today).days) - Math.max(0, other.since.until(today).days)),
          );
      }),
    );
  });

  it('is below the first rank for whatever neither runs nor is agreed or asked', () => {
    fc.assert(
      fc.property(pairing, (one) => {
        if (!runningPairingStates.has(one.state) && !['agreed', 'consenting'].includes(one.state))
          expect(urgencyOf(one, today)).toBeLessThan(10_000);
      }),
    );
  });
});
