import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from '../../time';
import { obligationKinds } from '../obligation';
import {
  completionGate,
  type EvidenceRef,
  type GateFacts,
  type GateObligation,
  isGateOpen,
  nextStepOf,
} from './completion-gate';

const day = (text: string) => Temporal.PlainDate.from(text);
const ref = (of: EvidenceRef['of'], id: string = of): EvidenceRef => ({ of, id, title: id, onDay: '2026-10-01' });
const autumn = ['2026-09-01', '2027-01-31'] as const;
const share = (due: number, done: number, [firstDay, lastDay]: readonly [string, string] = autumn) => ({
  ...{ firstDay: day(firstDay), lastDay: day(lastDay) },
  ...{ due, done },
});
const owes = (kind: GateObligation['kind'], ...shares: GateObligation['shares']): GateObligation => ({
  ...{ kind, owedBy: 'mentee' as const },
  shares,
});

/** Everything is there. */
const whole: GateFacts = {
  today: day('2027-02-01'),
  signatures: 3,
  obligations: [owes('mentor-hears', share(7, 7)), owes('mentee-hears', share(7, 8))],
  credits: [
    { kind: 'lesson-plan', evidence: ref('hand') },
    { kind: 'open-lesson', evidence: ref('open-lesson') },
  ],
  goals: 2,
  plan: ref('plan'),
  observations: [
    { direction: 'mentor-hears', evidence: ref('observation') },
    { direction: 'mentee-hears', evidence: ref('observation') },
  ],
  passed: [ref('open-lesson')],
};

const missing = (facts: GateFacts) =>
  completionGate(facts)
    .filter(({ isMet }) => !isMet)
    .map(({ requirement, obligation }) => obligation ?? requirement);

describe('the gate of completion', () => {
  it('is open when everything is there, and then nothing is next', () => {
    expect(missing(whole)).toEqual([]);
    expect(isGateOpen(completionGate(whole))).toBe(true);
    expect(nextStepOf(completionGate(whole))).toBeNull();
  });

  it.each<[string, Partial<GateFacts>, string]>([
    ['one lesson is still to be heard', { obligations: [owes('mentor-hears', share(7, 6))] }, 'mentor-hears'],
    ['the school has not signed', { signatures: 2 }, 'agreement'],
    ['no panel passed', { passed: [] }, 'panel'],
    ['there is no plan', { plan: null, goals: 0 }, 'plan'],
    ['the plan has one goal', { goals: 1 }, 'plan'],
    ['the plan has five goals', { goals: 5 }, 'plan'],
    ['the mentor heard nothing', { observations: whole.observations.slice(1) }, 'mentor-observed'],
    ['the mentee heard nothing', { observations: whole.observations.slice(0, 1) }, 'mentee-observed'],
    ['there is no lesson plan', { credits: whole.credits.slice(1) }, 'lesson-plan'],
    ['there is no open lesson', { credits: whole.credits.slice(0, 1) }, 'open-lesson'],
  ])('is closed when %s', (_, without, what) => {
    expect(missing({ ...whole, ...without })).toEqual([what]);
    expect(isGateOpen(completionGate({ ...whole, ...without }))).toBe(false);
  });

  it('asks for a paper only where one is owed, even before its day', () => {
    const owed = { ...whole, obligations: [owes('paper', share(1, 0, ['2026-09-01', '2027-08-31']))] };
    expect(missing(whole)).not.toContain('paper');
    expect(missing(owed)).toEqual(['paper']);
    const written = {
      ...owed,
      credits: [...whole.credits, { kind: 'paper' as const, evidence: ref('hand', 'p') }],
    };
    expect(missing(written)).toEqual([]);
  });

  it('counts what is due by today: a past period whole, a running one by its days, a coming one not', () => {
    const obligations = [
      owes(
        'discussion',
        share(2, 2, ['2026-12-01', '2026-12-31']),
        share(28, 0, ['2027-01-18', '2027-02-14']),
        share(9, 9, ['2027-03-01', '2027-03-31']),
      ),
    ];
    expect(completionGate({ ...whole, obligations })[1]).toMatchObject({ have: 2, need: 17, isMet: false });
  });

  it('lets a later period make up for what an earlier one missed, of the same obligation alone', () => {
    const missed = share(2, 0, ['2026-09-01', '2026-09-30']);
    const made = (done: number) => share(2, done, ['2026-10-01', '2026-10-31']);
    const gate = (...obligations: readonly GateObligation[]) => completionGate({ ...whole, obligations }).slice(1);
    expect(gate(owes('discussion', missed, made(3)))[0]).toMatchObject({ have: 3, need: 4, isMet: false });
    expect(gate(owes('discussion', missed, made(4)))[0]).toMatchObject({ have: 4, need: 4, isMet: true });
    expect(gate(owes('discussion', missed), owes('paper', made(9)))[0]).toMatchObject({ have: 0, need: 2 });
  });

  it('asks nothing of an obligation of which nothing is due yet, and has nothing of it', () => {
    const ahead = share(1, 1, ['2027-01-01', '2027-12-31']);
    expect(completionGate({ ...whole, obligations: [owes('open-lesson', ahead)] })[1]).toMatchObject({
      ...{ have: 0, need: 0, isMet: true },
    });
  });

  it('asks for no signature where the agreement was not written here', () => {
    expect(completionGate({ ...whole, signatures: null }).map(({ requirement }) => requirement)).not.toContain(
      'agreement',
    );
    expect(nextStepOf(completionGate({ ...whole, signatures: 0, passed: [] }))).toMatchObject({
      ...{ requirement: 'agreement', have: 0, need: 3 },
    });
  });

  it('never has more of an obligation than is due', () => {
    const some = fc.array(fc.record({ due: fc.nat(9), done: fc.nat(9) }), { maxLength: 5 });
    fc.assert(
      fc.property(some, (shares) => {
        const obligations = [owes('paper', ...shares.map(({ due, done }) => share(due, done)))];
        const line = completionGate({ ...whole, obligations })[1];
        const total = (read: (one: (typeof shares)[number]) => number) =>
          shares.reduce((sum, one) => sum + read(one), 0);
        const [due, done] = [total((one) => one.due), total((one) => one.done)];
        expect(line).toMatchObject({ have: Math.min(due, done), need: due, isMet: done >= due });
      }),
    );
  });

  it('names its evidence', () => {
    const lines = completionGate(whole);
    expect(lines.find(({ requirement }) => requirement === 'panel')?.evidence).toEqual([ref('open-lesson')]);
    expect(lines.find(({ requirement }) => requirement === 'plan')?.evidence).toEqual([ref('plan')]);
  });

  it('is open exactly when no line is unmet, and the next step is always one of those', () => {
    const obligation = fc.record({
      kind: fc.constantFrom(...obligationKinds),
      owedBy: fc.constantFrom('mentor' as const, 'mentee' as const),
      shares: fc.array(
        fc.record({ due: fc.nat(9), done: fc.nat(9) }).map(({ due, done }) => share(due, done)),
        {
          maxLength: 3,
        },
      ),
    });
    fc.assert(
      fc.property(fc.array(obligation, { maxLength: 6 }), fc.nat(6), (obligations, goals) => {
        const gate = completionGate({ ...whole, obligations, goals });
        const next = nextStepOf(gate);
        expect(isGateOpen(gate)).toBe(next === null);
        if (next) expect(gate.filter(({ isMet }) => !isMet)).toContain(next);
        expect(gate.every(({ have, need }) => have >= 0 && need >= 0)).toBe(true);
      }),
    );
  });
});
