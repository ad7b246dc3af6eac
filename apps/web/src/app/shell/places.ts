import { inject } from '@angular/core';
import { Router, type RedirectFunction } from '@angular/router';
import type { Role } from '@qinglan/domain';
import { SessionStore, signInAddress } from '@qinglan/web-platform';
import type { IconName } from '@qinglan/web-ui';

/** A way to go in the bar. */
export interface Place {
  readonly address: string;
  readonly label: string;
  readonly icon: IconName;
}

const week: Place = { address: '/week', label: 'nav.week', icon: 'calendar' };
const mentoring: Place = { address: '/mentoring', label: 'nav.mentoring', icon: 'people' };
const studios: Place = { address: '/studios', label: 'nav.studios', icon: 'studio' };
const proposals: Place = { address: '/proposals', label: 'nav.proposals', icon: 'inbox' };
const series: Place = { address: '/series', label: 'nav.series', icon: 'series' };
const programme: Place = { address: '/programme', label: 'nav.programme', icon: 'list' };
const reports: Place = { address: '/reports', label: 'nav.reports', icon: 'chart' };
const register: Place = { address: '/register', label: 'nav.register', icon: 'register' };

/** Is somebody here for mentoring alone? */
const onlyMentors = (roles: readonly Role[]): boolean =>
  roles.length > 0 && roles.every((role) => role === 'mentor' || role === 'mentee');

/** Reports are for those who look after a school or the whole. */
const reportsOf = (roles: readonly Role[]): readonly Place[] =>
  roles.some((role) => ['administrator', 'viewer', 'coordinator'].includes(role)) ? [reports] : [];

/** The ways to go; who neither proposes nor answers terms of lessons has no use for those, and begins with mentoring. */
export const placesOf = (roles: readonly Role[]): readonly Place[] =>
  onlyMentors(roles)
    ? [mentoring, week, studios, programme, register]
    : [week, proposals, series, mentoring, studios, programme, ...reportsOf(roles), register];

/** Where somebody begins: the mentee who waits, or the week. */
export const toFirstPlace: RedirectFunction = async () => {
  const sessions = inject(SessionStore);
  const router = inject(Router);
  await sessions.ready();
  if (!sessions.session()) return signInAddress(router, '/');
  return placesOf(sessions.roles())[0]?.address ?? week.address;
};
