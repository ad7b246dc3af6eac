interface Text {
  readonly text: string;
  readonly parts: number;
}

/** The entry for a run of weeks that all follow at one distance; null where they do not or no such entry exists. */
function entryOf(run: readonly number[]): string | null {
  const [first = 0, second = first + 1] = run;
  const last = run.at(-1) ?? first;
  const step = second - first;
  if (step > 2 || last - first !== step * (run.length - 1)) return null;
  if (run.length === 1) return String(first);
  const isEven = run.every((week, at) => week === first + at * step);
  if (!isEven) return null;
  return step === 1 ? `${first}-${last}` : `${first}-${last}${first % 2 === 1 ? '单' : '双'}`;
}

// Of equally good texts the one whose last entry begins latest: 1-4,6-10双 rather than 1-3,4-10双.
const isAsShort = (a: Text, b: Text | null): boolean =>
  !b || a.text.length < b.text.length || (a.text.length === b.text.length && a.parts <= b.parts);

/** The shortest text whose entries follow each other, fewest entries among equals: the inverse of parseWeeks. */
export function formatWeeks(numbers: readonly number[]): string {
  const weeks = [...new Set(numbers)].sort((a, b) => a - b);
  const best: Text[] = [{ text: '', parts: 0 }];
  for (let end = 1; end <= weeks.length; end += 1) {
    let shortest: Text | null = null;
    for (let start = 0; start < end; start += 1) {
      const entry = entryOf(weeks.slice(start, end));
      const earlier = best[start];
      if (entry === null || !earlier) continue;
      const text = { text: earlier.parts === 0 ? entry : `${earlier.text},${entry}`, parts: earlier.parts + 1 };
      if (isAsShort(text, shortest)) shortest = text;
    }
    best.push(shortest ?? { text: '', parts: 0 });
  }
  return best.at(-1)?.text ?? '';
}
