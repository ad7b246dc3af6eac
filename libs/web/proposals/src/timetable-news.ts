import { DestroyRef, inject } from '@angular/core';
import { timetableChanged, watchTimetable } from '@qinglan/contracts';
import { LiveClient } from '@qinglan/web-platform';

const quiet = 400;

/** Runs the task some moments after a change to a proposal that concerns it; changes in a burst count as one. */
export function followProposals(concerns: (proposalId: string) => boolean, task: () => void): void {
  const live = inject(LiveClient);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  live.listen(timetableChanged, ({ proposalId }) => {
    if (proposalId === null || !concerns(proposalId)) return;
    clearTimeout(waiting);
    waiting = setTimeout(task, quiet);
  });
  live.eachConnection(() => void live.send(watchTimetable, {}).catch(() => undefined));
  inject(DestroyRef).onDestroy(() => clearTimeout(waiting));
}
