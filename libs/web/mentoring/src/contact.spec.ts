import { describe, expect, it } from '@jest/globals';
import { contactOf } from './contact';

const card = { state: 'active', waitingSince: '2026-11-01', lastContactOn: '2026-11-01', toDay: null } as const;

describe('how long one waits', () => {
  it.each([
    { today: '2026-11-01', words: 'today', days: 0, isSilent: false, tone: 'neutral' },
    { today: '2026-11-21', words: 'ago', days: 20, isSilent: false, tone: 'neutral' },
    { today: '2026-11-22', words: 'days', days: 21, isSilent: true, tone: 'warn' },
  ])('on $today it is $days days, said as $words', ({ today, ...look }) => {
    expect(contactOf(card, today)).toMatchObject(look);
  });

  it('is said as never where the two have not met since it began, amber after the same 21 days', () => {
    const never = { ...card, lastContactOn: null };
    expect(contactOf(never, '2026-11-05')).toMatchObject({ words: 'never', days: 4, isSilent: false });
    expect(contactOf(never, '2026-11-30')).toMatchObject({ words: 'never', days: 29, isSilent: true, tone: 'warn' });
  });

  it('is not asked past the last day', () => {
    expect(contactOf({ ...card, toDay: '2026-11-30' }, '2026-11-30')).not.toBeNull();
    expect(contactOf({ ...card, toDay: '2026-11-30' }, '2026-12-01')).toBeNull();
  });

  it.each(['nominated', 'consenting', 'agreed', 'completed', 'dissolved'] as const)(
    'is not asked of a pairing that is %s',
    (state) => expect(contactOf({ ...card, state }, '2026-12-31')).toBeNull(),
  );
});
