import { describe, expect, it } from '@jest/globals';
import { bodyOf, roundDraftOf, roundFaultsOf, type RoundDraft } from './round-draft';

const draft = (more: Partial<RoundDraft> = {}): RoundDraft => ({
  ...roundDraftOf(null, '2026-09-14'),
  ...{ title: '秋季匹配', cohort: '第一期' },
  ...more,
});

describe('a round while it is written', () => {
  it('begins with two weeks for wishes and a year for the pairings', () => {
    expect(roundDraftOf(null, '2026-09-14')).toMatchObject({
      ...{ opensOn: '2026-09-14', closesOn: '2026-09-28', fromDay: '2026-10-05', toDay: '2027-10-04' },
    });
  });

  it.each([
    { what: 'nothing', more: {}, faults: {} },
    { what: 'a title', more: { title: ' ' }, faults: { title: 'needTitle' } },
    { what: 'a studio or a cohort', more: { cohort: '' }, faults: { studioId: 'needTarget' } },
    { what: 'days', more: { opensOn: '', fromDay: '' }, faults: { opensOn: 'needDay', fromDay: 'needDay' } },
    { what: 'the order of days', more: { closesOn: '2026-09-13' }, faults: { closesOn: 'dayOrder' } },
    { what: 'the order of the pairing', more: { toDay: '2026-10-01' }, faults: { toDay: 'dayOrder' } },
    { what: 'no last day', more: { toDay: '' }, faults: {} },
    { what: 'hours', more: { hoursPerMentee: 0 }, faults: { hoursPerMentee: 'needHours' } },
  ])('asks for $what', ({ more, faults }) => {
    expect(roundFaultsOf(draft(more))).toEqual(faults);
  });

  it('is sent with what was left empty as nothing', () => {
    expect(bodyOf(draft({ title: ' 匹配 ', toDay: '', hoursPerMentee: 1.25 }))).toMatchObject({
      ...{ title: '匹配', studioId: null, cohort: '第一期', toDay: null, hoursPerMentee: 1.3 },
    });
  });
});
