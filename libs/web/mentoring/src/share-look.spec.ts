import { describe, expect, it } from '@jest/globals';
import { asId, type ObligationId } from '@qinglan/domain';
import { barOf, looksOf, owedLines, sumsOf, type ShareView, worstOf } from './share-look';

const obligationId = asId<ObligationId>('4f1a1d2e-0000-4000-8000-000000000001');
const share = (change: Partial<ShareView> = {}): ShareView => ({
  obligationId,
  owedBy: 'mentor',
  kind: 'mentor-hears',
  per: 'term',
  number: 7,
  firstDay: '2026-09-01',
  lastDay: '2026-12-31',
  due: 7,
  done: 0,
  ...change,
});
const [autumn, midTerm, december] = ['2026-09-10', '2026-11-10', '2026-12-20'] as const;

describe('how a share is drawn', () => {
  it.each([
    { done: 0, today: autumn, tone: 'accent' },
    { done: 1, today: midTerm, tone: 'warn' },
    { done: 3, today: midTerm, tone: 'accent' },
    { done: 2, today: december, tone: 'bad' },
    { done: 7, today: autumn, tone: 'good' },
  ])('$done of 7 on $today is $tone', ({ done, today, tone }) => {
    expect(looksOf([share({ done })], today)[0]?.tone).toBe(tone);
  });

  it('leaves out a period that owes nothing', () => {
    expect(looksOf([share({ due: 0 })], midTerm)).toEqual([]);
  });

  it('never draws a bar beyond its end, and puts the line where today stands', () => {
    const [look] = looksOf([share({ done: 9 })], midTerm);
    expect(look && barOf(look)).toEqual({ filled: 100, mark: 57 });
  });

  it('counts what one of the two still owes', () => {
    const looks = looksOf([share({ done: 1 }), share({ owedBy: 'mentee', kind: 'mentee-hears', done: 5 })], midTerm);
    expect(owedLines(looks, 'mentor')).toEqual([{ kind: 'mentor-hears', per: 'term', owed: 6 }]);
  });

  it('says how many stand worst: behind, or else slow, and nothing where all is well', () => {
    const slow = share({ per: 'year', firstDay: '2026-06-01', lastDay: '2027-05-31', done: 1 });
    const [behind, well] = [share({ done: 2 }), share({ done: 6 })];
    const told = (...shares: readonly ShareView[]) => worstOf(looksOf(shares, december));
    expect(told(slow, slow, behind, well)).toEqual({ tone: 'red', n: 1 });
    expect(told(slow, slow, well)).toEqual({ tone: 'amber', n: 2 });
    expect(told(well)).toBe(null);
  });

  it('adds up what one owes of one kind and period, and nothing of different ones', () => {
    const mentee = { owedBy: 'mentee', kind: 'mentee-hears', done: 5 } as const;
    const shares = [
      share(mentee),
      share({ ...mentee, done: 6 }),
      share({ ...mentee, kind: 'paper', per: 'year', done: 0 }),
    ];
    const done = share({ ...mentee, kind: 'discussion', done: 7 });
    expect(owedLines(looksOf([...shares, done], midTerm), 'mentee')).toEqual([
      { kind: 'mentee-hears', per: 'term', owed: 3 },
      { kind: 'paper', per: 'year', owed: 7 },
    ]);
  });
});

describe('the sum of an obligation', () => {
  const obligations = [{ id: obligationId, kind: 'discussion', owedBy: 'mentor', number: 2, per: 'month' }] as const;
  const month = (firstDay: string, lastDay: string, done: number) =>
    share({ kind: 'discussion', per: 'month', firstDay, lastDay, due: 2, done });
  const shares = [
    month('2026-11-01', '2026-11-30', 1),
    month('2026-09-01', '2026-09-30', 3),
    month('2026-10-01', '2026-10-31', 0),
    month('2026-12-01', '2026-12-31', 0),
  ];

  it('tells the period of today from what is owed to date and on the whole; a good month pays no bad one', () => {
    const [sum] = sumsOf(obligations, shares, '2026-11-20');
    expect(sum?.current?.firstDay).toBe('2026-11-01');
    expect(sum?.toDate).toEqual({ due: 5, done: 4, behind: 2 });
    expect(sum?.whole).toEqual({ due: 8, done: 4, owed: 5 });
    expect([sum?.isAhead, sum?.isOver]).toEqual([false, false]);
  });

  it('shows the next period before it begins, and the last one when all are over', () => {
    const [before] = sumsOf(obligations, shares, '2026-08-20');
    expect([before?.current?.firstDay, before?.isAhead, before?.toDate.due]).toEqual(['2026-09-01', true, 0]);
    const [after] = sumsOf(obligations, shares, '2027-02-01');
    expect([after?.current?.firstDay, after?.isOver]).toEqual(['2026-12-01', true]);
  });

  it('has no period where the calendar knows none', () => {
    expect(sumsOf(obligations, [], '2026-11-20')[0]).toMatchObject({ current: null, isAhead: false, isOver: false });
  });
});
