import { DOCUMENT, inject, Injectable, type Type } from '@angular/core';
import { NavigationEnd, Router, type ActivatedRouteSnapshot } from '@angular/router';
import { filter } from 'rxjs';

const attempts = 40;

/** Moves the focus to the heading of a page that was just opened, so that screen readers tell where one is. */
@Injectable({ providedIn: 'root' })
export class Arrival {
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);
  private last: Type<unknown> | string | null | undefined;

  /** Begins to follow the router; the first page is announced by the browser itself. */
  follow(): void {
    this.last = this.deepest().component;
    this.router.events.pipe(filter((event) => event instanceof NavigationEnd)).subscribe(() => this.arrive());
  }

  private arrive(): void {
    const now = this.deepest().component;
    // The next week of the same page is no new page: the focus stays on the button.
    if (now === this.last) return;
    const isFirst = this.last === null || this.last === undefined;
    this.last = now;
    if (!isFirst) this.focusHeading(attempts);
  }

  private focusHeading(left: number): void {
    const heading = this.document.querySelector<HTMLElement>('main h1');
    if (heading) return heading.focus({ preventScroll: true });
    if (left > 0) this.document.defaultView?.requestAnimationFrame(() => this.focusHeading(left - 1));
  }

  private deepest(): ActivatedRouteSnapshot {
    let route = this.router.routerState.snapshot.root;
    while (route.firstChild) route = route.firstChild;
    return route;
  }
}
