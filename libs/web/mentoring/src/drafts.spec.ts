import { describe, expect, it } from '@jest/globals';
import { mayOwe, obligationKinds } from '@qinglan/domain';
import { endAfter, faultsOf, proposedEnd, unreadOf, type AgreementDraft } from './agreement-draft';
import { askFaultsOf, firstDayToAsk, momentOf, type AskDraft } from './ask-draft';
import { changed, freeKinds, isNumber, nextTerms } from './obligation-draft';
import type { Terms } from './obligation-words';
import { templateFaultsOf } from './template-draft';
import { isHearing, kindsOf, visitFaultsOf, type VisitDraft } from './visit-draft';

const terms: Terms = { owedBy: 'mentor', kind: 'mentor-hears', number: 7, per: 'term' };

describe('rows of obligations', () => {
  it('offer each kind once until all are there, each with a debtor who can owe it', () => {
    let rows: readonly Terms[] = [];
    for (let next = nextTerms(rows); next; next = nextTerms(rows)) rows = [...rows, next];
    expect(rows.map(({ kind }) => kind)).toEqual(obligationKinds);
    expect(rows.every(({ kind, owedBy }) => mayOwe(kind, owedBy))).toBe(true);
    expect(freeKinds(rows)).toEqual([]);
  });

  it('change the debtor with the kind where the old one cannot owe it', () => {
    expect(changed(terms, { kind: 'mentee-hears' }).owedBy).toBe('mentee');
    expect(changed(terms, { kind: 'discussion' }).owedBy).toBe('mentor');
    expect(changed({ ...terms, kind: 'paper', owedBy: 'mentee' }, { owedBy: 'mentor' }).owedBy).toBe('mentor');
  });

  it.each([0, 100, 1.5, null, '3'])('refuse %p as a number', (number) => expect(isNumber(number)).toBe(false));
});

describe('an agreement that is written', () => {
  const draft: AgreementDraft = {
    templateId: null,
    fromDay: '2026-09-01',
    toDay: '2027-08-31',
    clauses: '',
    obligations: [terms],
  };

  it.each([
    { change: {}, faults: {} },
    { change: { toDay: '' }, faults: { days: 'needDays' } },
    { change: { toDay: '2026-08-31' }, faults: { days: 'daysOrder' } },
    { change: { toDay: '2029-09-02' }, faults: { days: 'tooLong' } },
    { change: { obligations: [] }, faults: { obligations: 'empty' } },
    { change: { obligations: [{ ...terms, number: 0 }] }, faults: { obligations: 'number99' } },
  ])('with $change has $faults', ({ change, faults }) => {
    expect(faultsOf({ ...draft, ...change })).toEqual(faults);
  });

  it('ends the day before its beginning comes round', () => {
    expect(endAfter('2026-09-01', 12)).toBe('2027-08-31');
    expect(endAfter('2026-01-31', 1)).toBe('2026-02-27');
  });

  it('is offered the last day of a template, where that is another one', () => {
    const days = { fromDay: '2026-09-01', toDay: '2027-08-31', templateId: null, clauses: '', obligations: [] };
    expect(proposedEnd(days, 36)).toBe('2029-08-31');
    expect(proposedEnd(days, 12)).toBeNull();
    expect(proposedEnd({ ...days, fromDay: '' }, 12)).toBeNull();
  });

  it('asks for the words of the register that could not be read, and for no others', () => {
    const words = '每学期互听课不少于7节，定期谈心';
    expect(unreadOf({ words, agreementState: 'asks' })).toEqual(['定期谈心']);
    expect(unreadOf({ words, agreementState: 'written' })).toEqual([]);
    expect(unreadOf({ words: null, agreementState: 'asks' })).toEqual([]);
  });
});

describe('a template that is written', () => {
  const draft = { code: 'P5', title: '一年', months: 12, clauses: '', obligations: [terms], withdrawn: false };

  it('needs a code, a title, a length and something owed', () => {
    expect(templateFaultsOf(draft)).toEqual({});
    expect(templateFaultsOf({ ...draft, code: '甲', title: ' ', months: 40, obligations: [] })).toEqual({
      code: 'needCode',
      title: 'needTitle',
      months: 'needMonths',
      obligations: 'empty',
    });
  });
});

describe('a visit that is written down', () => {
  const draft: VisitDraft = { kind: 'mentor-hears', mode: 'live', onDay: '2026-11-26', topic: '函数', line: '' };
  const days = { today: '2026-11-26', fromDay: '2026-09-01' };

  it('lets each of the two write of the lessons that they heard themselves', () => {
    expect(kindsOf('mentor').filter(isHearing)).toEqual(['mentor-hears']);
    expect(kindsOf('mentee').filter(isHearing)).toEqual(['mentee-hears']);
  });

  it.each([
    { change: {}, faults: {} },
    { change: { topic: ' ' }, faults: { topic: 'needTopic' } },
    { change: { onDay: '2026-11-27' }, faults: { day: 'future' } },
    { change: { onDay: '2026-08-31' }, faults: { day: 'early' } },
    { change: { kind: 'paper' as const }, faults: { line: 'needEvidence' } },
    { change: { kind: 'paper' as const, line: '校刊第 3 期' }, faults: {} },
  ])('with $change has $faults', ({ change, faults }) => {
    expect(visitFaultsOf({ ...draft, ...change }, days)).toEqual(faults);
  });
});

describe('an asking for an observation', () => {
  const draft: AskDraft = {
    direction: 'mentor-hears',
    lessonId: null,
    day: '2026-11-27',
    time: '10:40',
    minutes: 40,
    topic: '函数',
    note: '',
  };
  const today = '2026-11-26';

  it('comes at least a day ahead', () => {
    expect(firstDayToAsk(today)).toBe('2026-11-27');
    expect(askFaultsOf(draft, today)).toEqual({});
    expect(askFaultsOf({ ...draft, day: today }, today)).toEqual({ day: 'tooLate' });
  });

  it('needs day, time, length and topic unless a lesson of the timetable brings them', () => {
    const empty = { ...draft, day: '', time: '', minutes: null, topic: '' };
    const missing = { day: 'needDay', time: 'needTime', minutes: 'needMinutes', topic: 'needTopic' };
    expect(askFaultsOf(empty, today)).toEqual(missing);
    for (const minutes of [4, 241])
      expect(askFaultsOf({ ...draft, minutes }, today)).toEqual({ minutes: 'needMinutes' });
    expect(askFaultsOf({ ...empty, lessonId: 'some' }, today)).toEqual({});
  });

  it('reads the time by the Beijing clock', () => {
    expect(momentOf('2026-11-27', '10:40')).toBe('2026-11-27T02:40:00Z');
  });
});
