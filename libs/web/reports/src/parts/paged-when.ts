import type { Signal } from '@angular/core';
import { paged, type Page, type PagedList } from '@qinglan/web-platform';

/** A cursor-paged list whose question may not be complete yet: it stays awaited, and the next question overtakes it. */
export const pagedWhen = <Asked, T>(
  asked: Signal<Asked | null>,
  load: (asked: Asked, after: string | undefined) => Promise<Page<T>>,
): PagedList<T> =>
  paged((after) => {
    const question = asked();
    return question === null ? undefined : load(question, after);
  });
