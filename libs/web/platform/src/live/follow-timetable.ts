import { inject } from '@angular/core';
import { timetableChanged, watchTimetable } from '@qinglan/contracts';
import type * as z from 'zod';
import { LiveClient } from './live-client';

type Change = z.output<typeof timetableChanged.body>;

/**
 * Hears of every change in the timetables that this person may see. What happened before the server listened, or while
 * the link was down, was told to nobody: `mayHaveMissed` runs after each connection, to look again.
 */
export function followTimetable(hear: (change: Change) => void, mayHaveMissed: () => unknown): void {
  const live = inject(LiveClient);
  live.listen(timetableChanged, hear);
  // Whoever cannot be told of changes still has a timetable.
  live.eachConnection(() => void live.send(watchTimetable, {}).then(mayHaveMissed, () => undefined));
}
