import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../time';
import { decideAgreement, decideAgreementSignature, isWrittenAsRevision, type Agreement } from './agreement';
import { decideConsent } from './consent';
import { heardIn } from './lesson-credit';
import { asId, type PersonId } from '../kernel';
import {
  decidePairingStep,
  endedPairingStates,
  pairingStates,
  pairingTransitionFaults,
  pairingTransitions,
} from './pairing-states';

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const hears = { owedBy: 'mentor', kind: 'mentor-hears', number: 7, per: 'term' } as const;
const wanted = (more: Partial<Agreement> = {}): Agreement => ({
  firstDay: day('2026-09-01'),
  lastDay: day('2027-07-31'),
  obligations: [hears],
  ...more,
});
const kindOf = (result: { readonly ok: boolean; readonly refusal?: { readonly kind: string } }) =>
  result.ok ? 'ok' : result.refusal?.kind;

describe('the states of a pairing', () => {
  it('are all reached, and each has an exit or is an end', () => {
    expect(pairingTransitionFaults(pairingTransitions)).toEqual([]);
  });

  it('are found wanting where a state is unreached, stuck or loose', () => {
    const broken = { ...pairingTransitions, agreed: ['lapsed'], paused: [], completed: ['active'] } as const;
    expect(pairingTransitionFaults(broken)).toEqual(
      expect.arrayContaining(['paused has no exit', 'completed is final and has an exit']),
    );
    expect(pairingTransitionFaults({ ...pairingTransitions, nominated: ['lapsed'] })).toContain(
      'active is never reached',
    );
  });

  it.each([
    ['nominated', ['lapsed']],
    ['consenting', ['lapsed']],
    ['agreed', ['lapsed', 'dissolved']],
    ['active', ['extended', 'handed-over', 'dissolved']],
    ['paused', ['extended', 'handed-over', 'dissolved']],
    ['assessing', ['completed', 'extended', 'handed-over', 'dissolved']],
  ] as const)('end from %s in nothing but %j: completion comes through assessment alone', (from, ends) => {
    const found = pairingTransitions[from].filter((to) => endedPairingStates.has(to));
    expect(found).toEqual(ends);
  });

  it('are left along the table and no other way', () => {
    for (const from of pairingStates)
      for (const to of pairingStates)
        expect(decidePairingStep(from, to).ok).toBe(pairingTransitions[from].includes(to));
  });
});

describe('an agreement', () => {
  it.each([
    ['runs forward', wanted(), 'ok'],
    ['may be one day', wanted({ lastDay: day('2026-09-01') }), 'ok'],
    ['does not end before it begins', wanted({ lastDay: day('2026-08-31') }), 'agreement-days'],
    ['runs three years', wanted({ lastDay: day('2029-09-01') }), 'ok'],
    ['and no longer', wanted({ lastDay: day('2029-09-02') }), 'agreement-days'],
    ['owes something', wanted({ obligations: [] }), 'agreement-empty'],
    ['owes each kind once', wanted({ obligations: [hears, { ...hears, number: 8 }] }), 'obligation-twice'],
  ])('%s', (_, agreement, expected) => {
    expect(kindOf(decideAgreement({ state: 'agreed', firstDay: day('2026-09-01') }, agreement))).toBe(expected);
  });

  it.each(pairingStates)('is written while the pairing is agreed or runs (%s)', (state) => {
    const isOpen = ['agreed', 'active', 'paused', 'assessing'].includes(state);
    const isWritable = isOpen && state !== 'assessing';
    expect(kindOf(decideAgreement({ state, firstDay: day('2026-09-01') }, wanted()))).toBe(
      isWritable ? 'ok' : 'pairing-state',
    );
    const unsigned = { state, obligations: 1, signedBy: [] };
    expect(kindOf(decideAgreementSignature({ ...unsigned, isRevision: false }, 'mentor'))).toBe(
      isOpen ? 'ok' : 'pairing-state',
    );
    expect(kindOf(decideAgreementSignature({ ...unsigned, isRevision: true }, 'mentor'))).toBe(
      isWritable ? 'ok' : 'pairing-state',
    );
  });

  it.each([
    ['agreed', ['school'], 'agreed', false],
    ['agreed', ['mentor', 'school'], 'active', false],
    ['paused', ['mentor', 'school'], 'paused', false],
    ['active', ['school'], 'active', true],
    ['active', ['mentor', 'school'], 'active', true],
  ] as const)('of a pairing %s that %j signed becomes %s with one name more (revision: %s)', (...row) => {
    const [state, signedBy, to, isRevision] = row;
    const signed = decideAgreementSignature({ state, signedBy, isRevision, obligations: 2 }, 'mentee');
    expect(signed).toEqual({ ok: true, value: { to, takesOver: isRevision && signedBy.length === 2 } });
  });

  it.each(pairingStates)('that is written anew is a draft beside the old one while the two work (%s)', (state) => {
    expect(isWrittenAsRevision(state)).toBe(['active', 'paused', 'assessing'].includes(state));
  });

  it('is signed once by each, and only where it owes something', () => {
    const signed = { state: 'agreed', obligations: 1, signedBy: ['mentor'], isRevision: false } as const;
    expect(kindOf(decideAgreementSignature(signed, 'mentor'))).toBe('already-signed');
    expect(kindOf(decideAgreementSignature({ ...signed, obligations: 0 }, 'mentee'))).toBe('agreement-empty');
  });
});

describe('the word of the two', () => {
  const asked = { state: 'consenting', consented: [] } as const;

  it('makes a pairing with both, and ends it with one no that has a reason', () => {
    expect(decideConsent(asked, 'mentor', { consents: true })).toEqual({
      ok: true,
      value: { to: 'consenting', reason: null },
    });
    expect(decideConsent({ ...asked, consented: ['mentee'] }, 'mentor', { consents: true })).toEqual({
      ok: true,
      value: { to: 'agreed', reason: null },
    });
    const no = { consents: false, reason: ' 学科不同 ' } as const;
    expect(decideConsent({ ...asked, consented: ['mentor'] }, 'mentee', no)).toEqual({
      ok: true,
      value: { to: 'lapsed', reason: '学科不同' },
    });
  });

  it('is given once, with a reason for no, while it is asked for', () => {
    expect(kindOf(decideConsent({ ...asked, consented: ['mentor'] }, 'mentor', { consents: true }))).toBe(
      'already-consented',
    );
    expect(kindOf(decideConsent(asked, 'mentee', { consents: false, reason: ' ' }))).toBe('reason-missing');
    expect(kindOf(decideConsent({ ...asked, state: 'active' }, 'mentee', { consents: true }))).toBe('pairing-state');
  });
});

describe('a lesson with a confirmed record', () => {
  const [mentorId, menteeId, other] = ['M', 'T', 'X'].map((code) => asId<PersonId>(code)) as [
    PersonId,
    PersonId,
    PersonId,
  ];
  it.each([
    [mentorId, menteeId, 'mentee-hears'],
    [menteeId, mentorId, 'mentor-hears'],
    [mentorId, other, null],
    [other, menteeId, null],
  ])('presented by %s before %s pays %s', (presenterId, localTeacherId, kind) => {
    expect(heardIn({ presenterId, localTeacherId }, { mentorId, menteeId })).toBe(kind);
  });
});
