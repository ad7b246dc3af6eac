import { DestroyRef, inject } from '@angular/core';
import { followTimetable } from '@qinglan/web-platform';

const quiet = 400;

/** Runs the task some moments after a change to a proposal that concerns it; changes in a burst count as one. */
export function followProposals(concerns: (proposalId: string) => boolean, task: () => void): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(task, quiet);
  };
  followTimetable(({ proposalId }) => {
    if (proposalId !== null && concerns(proposalId)) soon();
  }, soon);
  inject(DestroyRef).onDestroy(() => clearTimeout(waiting));
}
