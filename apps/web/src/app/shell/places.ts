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

/** Pages that lie behind a way although their address begins with another word. */
const behind: Readonly<Record<string, string>> = {
  '/activities': studios.address,
  '/agreement-templates': mentoring.address,
  '/cohorts': mentoring.address,
  '/honours': mentoring.address,
  '/indicators': reports.address,
  '/lessons': week.address,
  '/matching': mentoring.address,
  '/name-lists': reports.address,
  '/observations': mentoring.address,
  '/pairings': mentoring.address,
  '/panels': mentoring.address,
  '/statements': reports.address,
  '/tracking': mentoring.address,
};

/** The way that leads to a page, by the first word of its address. */
export const wayTo = (first: string): string => behind[`/${first}`] ?? `/${first}`;

/** How many ways the bar of a phone has room for, the word for the others included. */
const room = 5;

/** What the bar of a phone shows, and what lies under a word. */
export interface PhoneBar {
  readonly shown: readonly Place[];
  readonly others: readonly Place[];
}

/** Where one is stays in view: it takes the room of the series, beside which nothing is ever counted. */
export function phoneBar(places: readonly Place[], address: string): PhoneBar {
  if (places.length <= room) return { shown: places, others: [] };
  const first = places.slice(0, room - 1);
  const here = places.slice(room - 1).find((place) => place.address === address);
  const shown = here ? first.map((place) => (place === series ? here : place)) : first;
  return { shown, others: places.filter((place) => !shown.includes(place)) };
}

/** Where somebody begins: the mentee who waits, or the week. */
export const toFirstPlace: RedirectFunction = async () => {
  const sessions = inject(SessionStore);
  const router = inject(Router);
  await sessions.ready();
  if (!sessions.session()) return signInAddress(router, '/');
  return placesOf(sessions.roles())[0]?.address ?? week.address;
};
