import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Period } from '../calendar';
import { bells } from '../makers';
import { wallTime } from '../time';
import { candidates } from './cuts';
import { byLeastShift, cleanWindows, windowAt, windowOf, windowsFinder, type Window } from './window';

const signed = (shift: number): string => (shift > 0 ? `+${shift}` : shift < 0 ? `−${-shift}` : '0');
const written = (window: Window): string =>
  `P${window.presentingPeriod}×P${window.receivingPeriod} ${wallTime(window.startsAt)}–${wallTime(window.endsAt)} ` +
  `(${signed(window.presentingShift)}/${signed(window.receivingShift)})`;

describe('the two-bell rule on the demo bells', () => {
  const primary = [
    'P3×P2 10:40–11:20 (+10/−10)',
    'P3×P1 10:10–10:50 (−20/+10)',
    'P4×P2 11:10–11:50 (−10/+20)',
    'P5×P4 13:05–13:45 (−15/+15)',
  ];

  it.each([
    {
      schools: 'primary × primary, summer',
      ours: bells.hangzhouPrimary,
      theirs: bells.aksuPrimarySummer,
      minutes: 40,
      best: primary,
    },
    {
      schools: 'primary × primary, winter',
      ours: bells.hangzhouPrimary,
      theirs: bells.aksuPrimaryWinter,
      minutes: 40,
      best: primary,
    },
    {
      schools: 'junior × secondary, summer',
      ours: bells.hangzhouJunior,
      theirs: bells.aksuSecondarySummer,
      minutes: 45,
      best: ['P8×P5 16:00–16:45 (−5/0)', 'P3×P1 09:50–10:35 (−20/+10)', 'P4×P2 10:55–11:40 (−10/+20)'],
    },
    {
      schools: 'junior × secondary, winter',
      ours: bells.hangzhouJunior,
      theirs: bells.aksuSecondaryWinter,
      minutes: 45,
      best: ['P3×P1 10:05–10:50 (−5/+5)', 'P4×P2 11:00–11:45 (−5/+5)', 'P5×P4 13:10–13:55 (−5/+5)'],
    },
    {
      schools: 'senior × secondary, summer',
      ours: bells.hangzhouSenior,
      theirs: bells.aksuSecondarySummer,
      minutes: 40,
      best: ['P4×P2 10:40–11:20 (−10/+5)', 'P5×P4 12:50–13:30 (−10/+5)', 'P3×P1 09:50–10:30 (−10/+10)'],
    },
    {
      schools: 'senior × secondary, winter',
      ours: bells.hangzhouSenior,
      theirs: bells.aksuSecondaryWinter,
      minutes: 40,
      best: [
        'P3×P1 10:00–10:40 (0/0)',
        'P4×P2 10:50–11:30 (0/−5)',
        'P5×P4 13:00–13:40 (0/−5)',
        'P9×P6 16:25–17:05 (−5/0)',
      ],
    },
  ])('gives $schools its windows', ({ ours, theirs, minutes, best }) => {
    const windows = cleanWindows(ours, theirs, minutes).map(written);
    expect(windows.slice(0, 1)).toEqual(best.slice(0, 1));
    expect(windows).toEqual(expect.arrayContaining(best));
  });

  it('lists less shifted windows first, then more evenly shifted ones, then earlier ones', () => {
    expect(cleanWindows(bells.hangzhouPrimary, bells.aksuPrimarySummer, 40).map(written)).toEqual([
      'P3×P2 10:40–11:20 (+10/−10)',
      'P5×P4 13:05–13:45 (−15/+15)',
      'P3×P1 10:10–10:50 (−20/+10)',
      'P4×P2 11:10–11:50 (−10/+20)',
      'P4×P3 11:40–12:20 (+20/−20)',
    ]);
  });
});

/** Bells without faults, on any minute and with touching periods too. */
const anyBell = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 60 })), { minLength: 0, maxLength: 7 })
  .chain((steps) => fc.integer({ min: 420, max: 700 }).map((start) => ({ steps, start })))
  .map(({ steps, start }) => {
    let at = start;
    return steps.map(([gap, length], index): Period => {
      const startsAt = at + gap;
      at = startsAt + length;
      return { number: index + 1, startsAt, endsAt: at, kind: 'lesson' };
    });
  });
const anyLength = fc.integer({ min: 1, max: 100 });

const touches = (period: Period, from: number, to: number): boolean => period.startsAt < to && from < period.endsAt;

/** The rule as it is written down, asked of every start. */
function cleanAt(periods: readonly Period[], period: Period, span: readonly [number, number]): boolean {
  const [from, to] = span;
  const first = periods[0];
  const last = periods.at(-1);
  return (
    periods.every((other) => touches(other, from, to) === (other === period)) &&
    first !== undefined &&
    last !== undefined &&
    from >= first.startsAt &&
    to <= last.endsAt
  );
}

function everyCleanStart(ours: readonly Period[], theirs: readonly Period[], minutes: number): readonly Window[] {
  const found: Window[] = [];
  for (let start = 0; start <= 1440; start += 5) {
    for (const p of ours.filter((one) => cleanAt(ours, one, [start, start + minutes]))) {
      for (const q of theirs.filter((one) => cleanAt(theirs, one, [start, start + minutes])))
        found.push(windowOf(start, minutes, [p, q]));
    }
  }
  return found;
}

function byBruteForce(ours: readonly Period[], theirs: readonly Period[], minutes: number): readonly Window[] {
  const sorted = [...everyCleanStart(ours, theirs, minutes)].sort(byLeastShift);
  const isFirst = (window: Window, at: number): boolean =>
    sorted.findIndex(
      (other) => other.presentingPeriod === window.presentingPeriod && other.receivingPeriod === window.receivingPeriod,
    ) === at;
  return sorted.filter(isFirst);
}

describe('the two-bell rule on any bells', () => {
  it('finds what trying every start finds, in the same order', () => {
    fc.assert(
      fc.property(anyBell, anyBell, anyLength, (ours, theirs, minutes) => {
        expect(cleanWindows(ours, theirs, minutes)).toEqual(byBruteForce(ours, theirs, minutes));
      }),
      { numRuns: 500 },
    );
  });

  it('takes a chosen start when and only when it is clean', () => {
    fc.assert(
      fc.property(anyBell, anyBell, anyLength, (ours, theirs, minutes) => {
        const starts = new Map(everyCleanStart(ours, theirs, minutes).map((window) => [window.startsAt, window]));
        for (let startsAt = 400; startsAt < 1300; startsAt += 1)
          expect(windowAt(ours, theirs, { startsAt, minutes })).toEqual(starts.get(startsAt) ?? null);
      }),
      { numRuns: 50 },
    );
  });

  it('mirrors: who presents changes the sides, not the starts', () => {
    fc.assert(
      fc.property(anyBell, anyBell, anyLength, (ours, theirs, minutes) => {
        const starts = (windows: readonly Window[]): readonly number[] =>
          windows.map((window) => window.startsAt).sort((a, b) => a - b);
        expect(starts(cleanWindows(ours, theirs, minutes))).toEqual(starts(cleanWindows(theirs, ours, minutes)));
      }),
    );
  });
});

describe('a finder that remembers', () => {
  it('answers as the rule does, with the very same list the second time', () => {
    const find = windowsFinder();
    const first = find(bells.hangzhouSenior, bells.aksuSecondarySummer, 40);
    expect(first).toEqual(cleanWindows(bells.hangzhouSenior, bells.aksuSecondarySummer, 40));
    expect(find(bells.hangzhouSenior, bells.aksuSecondarySummer, 40)).toBe(first);
    expect(find(bells.hangzhouSenior, bells.aksuSecondarySummer, 45)).not.toBe(first);
    expect(find(bells.hangzhouSenior, bells.aksuSecondaryWinter, 40)).not.toEqual(first);
  });
});

describe('starts that are not clean', () => {
  it('say which periods they cut and by how many minutes', () => {
    const found = candidates({
      presenting: bells.hangzhouJunior,
      receiving: bells.aksuSecondaryWinter,
      minutes: 45,
      presentingPeriod: 8,
    });
    expect(found.slice(0, 2).map((one) => [written(one), one.cuts])).toEqual([
      ['P8×P6 16:15–17:00 (+10/−10)', [{ end: 'presenting', period: null, minutes: 10 }]],
      [
        'P8×P5 15:45–16:30 (−20/+15)',
        [
          { end: 'presenting', period: 7, minutes: 10 },
          { end: 'receiving', period: 6, minutes: 5 },
        ],
      ],
    ]);
  });

  it('count minutes outside the day as cut from no period', () => {
    const [ours, theirs] = [bells.hangzhouPrimary.slice(0, 1), bells.aksuPrimarySummer.slice(0, 1)];
    expect(candidates({ presenting: ours, receiving: theirs, minutes: 40 })).toEqual([]);
    const early = candidates({ presenting: ours, receiving: bells.hangzhouJunior.slice(0, 1), minutes: 40 });
    expect(early.map((one) => [written(one), one.cuts])).toEqual([
      [
        'P1×P1 08:15–08:55 (−15/+15)',
        [
          { end: 'presenting', period: null, minutes: 15 },
          { end: 'receiving', period: null, minutes: 10 },
        ],
      ],
    ]);
  });

  it('cut nothing exactly where a clean window exists, and then lie there', () => {
    fc.assert(
      fc.property(anyBell, anyBell, fc.integer({ min: 5, max: 60 }), (ours, theirs, minutes) => {
        const clean = candidates({ presenting: ours, receiving: theirs, minutes }).filter(
          (one) => one.cutMinutes === 0,
        );
        const windows = clean.map(({ cuts: _cuts, cutMinutes: _cutMinutes, ...window }) => window);
        expect(windows).toEqual(cleanWindows(ours, theirs, minutes));
      }),
      { numRuns: 200 },
    );
  });
});
