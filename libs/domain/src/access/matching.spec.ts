import { describe, expect, it } from '@jest/globals';
import { asId } from '../kernel';
import type { Actor, Role } from './actor';
import {
  mayAskMatching,
  mayKeepMatching,
  mayOpenMatching,
  maySeeMatching,
  maySeeMatchingPlan,
  mayRuleMatchingPair,
  mayTellInMatching,
  planRowsFor,
  type MatchingRoundSubject,
} from './matching';

const actor = (...roles: Role[]): Actor => ({
  ...{ personId: asId('me'), roles: new Set(roles), schoolId: asId('school') },
  ...{ partnerSchoolIds: new Set(), pairedPersonIds: new Set() },
});
const round = (more: Partial<MatchingRoundSubject> = {}): MatchingRoundSubject => ({
  ...{ leadId: asId('lead'), part: null, hasOwnPeople: false },
  ...more,
});
const lead = { leadId: actor().personId };

describe('who may what in a matching round', () => {
  it.each<{ who: string; by: Actor; in: MatchingRoundSubject; see: string; plan: string; keep: string; rows: string }>([
    {
      who: 'an administrator',
      by: actor('administrator'),
      in: round(),
      see: 'allowed',
      plan: 'allowed',
      keep: 'allowed',
      rows: 'all',
    },
    {
      who: 'a viewer',
      by: actor('viewer'),
      in: round(),
      see: 'allowed',
      plan: 'allowed',
      keep: 'forbidden',
      rows: 'all',
    },
    {
      who: 'the lead',
      by: actor('mentor'),
      in: round(lead),
      see: 'allowed',
      plan: 'allowed',
      keep: 'allowed',
      rows: 'all',
    },
    {
      who: 'a mentor of it',
      by: actor('mentor'),
      in: round({ part: 'mentor' }),
      see: 'allowed',
      plan: 'forbidden',
      keep: 'forbidden',
      rows: 'none',
    },
    {
      who: 'a mentee of it',
      by: actor('mentee'),
      in: round({ part: 'mentee' }),
      see: 'allowed',
      plan: 'forbidden',
      keep: 'forbidden',
      rows: 'none',
    },
    {
      who: 'a coordinator with people in it',
      by: actor('coordinator'),
      in: round({ hasOwnPeople: true }),
      see: 'allowed',
      plan: 'allowed',
      keep: 'forbidden',
      rows: 'own-school',
    },
    {
      who: 'another coordinator',
      by: actor('coordinator'),
      in: round(),
      see: 'hidden',
      plan: 'hidden',
      keep: 'hidden',
      rows: 'none',
    },
    {
      who: 'a colleague of somebody in it',
      by: actor('teacher'),
      in: round({ hasOwnPeople: true }),
      see: 'hidden',
      plan: 'hidden',
      keep: 'hidden',
      rows: 'none',
    },
    {
      who: 'a mentor outside',
      by: actor('mentor'),
      in: round({ leadId: null }),
      see: 'hidden',
      plan: 'hidden',
      keep: 'hidden',
      rows: 'none',
    },
  ])('$who', ({ by, in: subject, see, plan, keep, rows }) => {
    expect(maySeeMatching(by, subject).kind).toBe(see);
    expect(maySeeMatchingPlan(by, subject).kind).toBe(plan);
    expect(mayKeepMatching(by, subject).kind).toBe(keep);
    expect(planRowsFor(by, subject)).toBe(rows);
  });

  const own = actor('coordinator').schoolId;
  const other = asId<typeof own>('other school');
  it.each<{ who: string; by: Actor; in: MatchingRoundSubject; schools: (typeof own)[]; kept?: true; may: string }>([
    { who: 'an administrator', by: actor('administrator'), in: round(), schools: [other], kept: true, may: 'allowed' },
    { who: 'the lead', by: actor('mentor'), in: round(lead), schools: [other], kept: true, may: 'allowed' },
    {
      who: 'a coordinator of one of the two schools',
      by: actor('coordinator'),
      in: round({ hasOwnPeople: true }),
      schools: [other, own],
      may: 'allowed',
    },
    {
      who: 'the same where a keeper has ruled',
      by: actor('coordinator'),
      in: round({ hasOwnPeople: true }),
      schools: [other, own],
      kept: true,
      may: 'forbidden',
    },
    {
      who: 'a coordinator of neither',
      by: actor('coordinator'),
      in: round({ hasOwnPeople: true }),
      schools: [other],
      may: 'hidden',
    },
    { who: 'a coordinator outside', by: actor('coordinator'), in: round(), schools: [own], may: 'hidden' },
    { who: 'a viewer', by: actor('viewer'), in: round(), schools: [own], may: 'forbidden' },
    { who: 'a colleague', by: actor('teacher'), in: round({ hasOwnPeople: true }), schools: [own], may: 'hidden' },
    { who: 'a mentor of it', by: actor('mentor'), in: round({ part: 'mentor' }), schools: [own], may: 'forbidden' },
    { who: 'a mentee of it', by: actor('mentee'), in: round({ part: 'mentee' }), schools: [own], may: 'forbidden' },
  ])('pins and forbids a pair: $who ($may)', ({ by, in: subject, schools, kept = false, may }) => {
    const pair = { schoolIds: new Set(schools), isRuledByKeeper: kept };
    expect(mayRuleMatchingPair(by, subject, pair).kind).toBe(may);
  });

  it.each<{ who: string; by: Actor; in: MatchingRoundSubject; first: string; again: string }>([
    { who: 'an administrator', by: actor('administrator'), in: round(), first: 'allowed', again: 'allowed' },
    { who: 'the lead', by: actor('mentor'), in: round(lead), first: 'allowed', again: 'allowed' },
    {
      who: 'a coordinator with people in it',
      by: actor('coordinator'),
      in: round({ hasOwnPeople: true }),
      first: 'forbidden',
      again: 'allowed',
    },
    { who: 'another coordinator', by: actor('coordinator'), in: round(), first: 'hidden', again: 'hidden' },
    { who: 'a viewer', by: actor('viewer'), in: round(), first: 'forbidden', again: 'forbidden' },
    {
      who: 'a mentor of it',
      by: actor('mentor'),
      in: round({ part: 'mentor' }),
      first: 'forbidden',
      again: 'forbidden',
    },
  ])('asks for a plan: $who', ({ by, in: subject, first, again }) => {
    expect(mayAskMatching(by, { ...subject, state: 'open' }).kind).toBe(first);
    expect(mayAskMatching(by, { ...subject, state: 'proposed' }).kind).toBe(again);
    expect(mayAskMatching(by, { ...subject, state: 'consenting' }).kind).toBe(again);
  });

  it('lets everyone speak for herself alone', () => {
    expect(mayTellInMatching(actor('mentor'), round({ part: 'mentor' }), 'mentor').kind).toBe('allowed');
    expect(mayTellInMatching(actor('mentor'), round({ part: 'mentor' }), 'mentee').kind).toBe('forbidden');
    expect(mayTellInMatching(actor('administrator'), round(), 'mentee').kind).toBe('forbidden');
    expect(mayTellInMatching(actor('mentee'), round(), 'mentee').kind).toBe('hidden');
  });

  it('is opened by administrators and by the lead of the studio', () => {
    expect(mayOpenMatching(actor('administrator'), null).kind).toBe('allowed');
    expect(mayOpenMatching(actor('mentor'), asId('me')).kind).toBe('allowed');
    expect(mayOpenMatching(actor('mentor'), asId('other')).kind).toBe('forbidden');
    expect(mayOpenMatching(actor('coordinator'), null).kind).toBe('forbidden');
  });
});
