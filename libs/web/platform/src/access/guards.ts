import { inject } from '@angular/core';
import { RedirectCommand, Router, type CanActivateFn, type CanDeactivateFn, type UrlTree } from '@angular/router';
import type { Role } from '@qinglan/domain';
import { SessionStore } from './session-store';

/** Leads whoever is not signed in to the sign-in page, and back here afterwards. */
export const signedIn: CanActivateFn = async (_, state) => {
  const session = inject(SessionStore);
  const router = inject(Router);
  await session.ready();
  if (session.session()) return true;
  return signInAddress(router, state.url);
};

/** The sign-in page that returns to an address of ours. */
export const signInAddress = (router: Router, backTo: string): UrlTree =>
  router.createUrlTree(['/sign-in'], backTo === '/' ? {} : { queryParams: { back: backTo } });

/** Opens a route to these roles and shows everybody else a page that says so. */
export const mayOpen =
  (...roles: readonly Role[]): CanActivateFn =>
  () => {
    const router = inject(Router);
    if (inject(SessionStore).hasRole(...roles)) return true;
    return new RedirectCommand(router.parseUrl('/not-for-you'), { skipLocationChange: true });
  };

/** A page with something unsaved: it answers, possibly after asking the person. */
export interface AsksBeforeLeaving {
  mayLeave(): boolean | Promise<boolean>;
}

/** Asks the page before leaving it: `canDeactivate: [confirmLeave]`. */
export const confirmLeave: CanDeactivateFn<AsksBeforeLeaving> = (page) => page.mayLeave();
