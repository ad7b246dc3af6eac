import { describe, expect, it } from '@jest/globals';
import { at, day, schoolOf, term } from '../makers';
import { minuteOf } from '../time';
import { isPlaced, type Choice, type SeriesPlace } from './occurrence';
import { placeSeries } from './place-series';
import { decideSeriesProposal, isPast, type SeriesFacts } from './propose-series';
import { askedAt, everyone, heldBy, partners } from './makers';

const place = (more: Partial<SeriesPlace> = {}): SeriesPlace => ({
  term: term('hangzhou'),
  weekday: 2,
  period: 8,
  weeks: [3, 4, 5, 6, 7],
  hasClass: true,
  ...more,
});
const series = (choices: readonly Choice[] = []) => ({
  occurrences: placeSeries(place({ choices }), schoolOf('HZ-CH'), schoolOf('AK-M4')),
  parties: everyone,
});
const seriesFacts = (more: Partial<SeriesFacts> = {}): SeriesFacts => ({
  partnership: partners,
  holds: [],
  now: askedAt,
  ...more,
});

describe('a term of lessons', () => {
  it('is proposed with its placed weeks alone', () => {
    const decided = decideSeriesProposal(series(), seriesFacts());
    expect(decided.ok && decided.value.lessons.map((one) => one.week)).toEqual([3, 4, 5]);
  });

  it('leaves weeks already past out, unless written down late', () => {
    const later = { now: at('2026-09-22', '16:00') };
    const decided = decideSeriesProposal(series(), seriesFacts(later));
    expect(decided.ok && decided.value.lessons.map((one) => one.week)).toEqual([5]);
    expect(decided.ok && decided.value.past.map((one) => one.week)).toEqual([3, 4]);
    const late = decideSeriesProposal(series(), seriesFacts({ ...later, includesPast: true }));
    expect(late.ok && late.value.lessons).toHaveLength(3);
  });

  it('tells all its clashes at once, with a way out for each week (B06 and B07 share a teacher and a room)', () => {
    const seventh = placeSeries(place({ weeks: [4, 6] }), schoolOf('HZ-CH'), schoolOf('AK-M6')).filter(isPlaced);
    const holds = seventh.flatMap((one) => [
      heldBy('presenter', one.slot, 'B07'),
      heldBy('presenting-classroom', one.slot, 'B07'),
    ]);
    const decided = decideSeriesProposal(series(), seriesFacts({ holds }));
    expect(decided).toMatchObject({
      ok: false,
      refusal: {
        kind: 'party-taken',
        clashes: [
          { rule: 'teacher-taken', week: 4, inTheWay: { lessonId: 'B07' } },
          { rule: 'classroom-taken', week: 4, inTheWay: { lessonId: 'B07' } },
        ],
        moves: [{ week: 4, moves: expect.arrayContaining([expect.objectContaining({ presentingPeriod: 3 })]) }],
      },
    });
    const moved = decideSeriesProposal(series([{ week: 4, startsAt: minuteOf('09:50') }]), seriesFacts({ holds }));
    expect(moved.ok && moved.value.lessons).toHaveLength(3);
  });

  it.each([
    { kind: 'nothing-placed', wanted: series(), given: seriesFacts({ now: at('2027-01-31', '08:00') }) },
    { kind: 'party-missing', wanted: { ...series(), parties: everyone.slice(1) }, given: seriesFacts() },
    {
      kind: 'partnership-ended',
      wanted: series(),
      given: seriesFacts({ partnership: { firstDay: day('2015-03-01'), lastDay: day('2026-09-22') } }),
    },
  ])('is refused: $kind', ({ kind, wanted, given }) => {
    expect(decideSeriesProposal(wanted, given)).toMatchObject({ ok: false, refusal: { kind } });
  });

  it('is past in a week from the very start of its lesson', () => {
    const [third] = series().occurrences.filter(isPlaced);
    expect(third && [isPast(third, at('2026-09-15', '15:59')), isPast(third, at('2026-09-15', '16:00'))]).toEqual([
      false,
      true,
    ]);
  });
});
