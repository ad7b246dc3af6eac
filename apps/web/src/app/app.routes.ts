import { inject } from '@angular/core';
import type { CanMatchFn, Routes } from '@angular/router';
import { Languages, mayOpen, messagesOf, signedIn } from '@qinglan/web-platform';
import { toFirstPlace } from './shell/places';

/** Only addresses that begin so are a feature's; without it the router would fetch every feature to look. */
const begins =
  (...words: readonly string[]): CanMatchFn =>
  (_, segments) =>
    words.includes(segments[0]?.path ?? '');

/** Asks for a feature's messages while its routes are still on their way; the resolver waits for the same answer. */
const speaks =
  (feature: string): CanMatchFn =>
  () => {
    inject(Languages)
      .need(feature)
      .catch(() => undefined);
    return true;
  };

/** The lesson room and the record hang below a lesson but belong to another feature than its page. */
const isRoomOrRecord: CanMatchFn = (_, segments) => ['room', 'record'].includes(segments[2]?.path ?? '');

/** What a pairing grows towards, and its end, hang below a pairing but belong to another feature than its page. */
const isGrowth: CanMatchFn = (_, segments) => segments[2]?.path === 'growth';

const mentoring: Routes = [
  {
    path: '',
    canMatch: [begins('pairings'), isGrowth],
    resolve: { messages: messagesOf('growth') },
    loadChildren: () => import('@qinglan/web-growth').then((feature) => feature.routes),
  },
  {
    path: '',
    canMatch: [begins('cohorts', 'panels')],
    resolve: { messages: messagesOf('growth') },
    loadChildren: () => import('@qinglan/web-growth').then((feature) => feature.routes),
  },
  {
    path: '',
    canMatch: [begins('mentoring', 'pairings', 'agreement-templates'), speaks('mentoring')],
    resolve: { messages: messagesOf('mentoring') },
    loadChildren: () => import('@qinglan/web-mentoring').then((feature) => feature.routes),
  },
  {
    path: '',
    canMatch: [begins('observations'), speaks('observations')],
    resolve: { messages: messagesOf('observations') },
    loadChildren: () => import('@qinglan/web-observations').then((feature) => feature.routes),
  },
  {
    path: '',
    canMatch: [begins('studios', 'activities')],
    resolve: { messages: messagesOf('studios') },
    loadChildren: () => import('@qinglan/web-studios').then((feature) => feature.routes),
  },
  {
    path: '',
    canMatch: [begins('matching')],
    resolve: { messages: messagesOf('matching') },
    loadChildren: () => import('@qinglan/web-matching').then((feature) => feature.routes),
  },
  {
    path: '',
    canMatch: [begins('tracking')],
    resolve: { messages: messagesOf('tracking') },
    loadChildren: () => import('@qinglan/web-tracking').then((feature) => feature.routes),
  },
];

const reports: Routes = [
  {
    path: '',
    canMatch: [begins('reports', 'indicators', 'statements', 'honours', 'name-lists')],
    canActivate: [mayOpen('administrator', 'viewer', 'coordinator')],
    resolve: { messages: messagesOf('reports') },
    loadChildren: () => import('@qinglan/web-reports').then((feature) => feature.routes),
  },
];

const features: Routes = [
  ...mentoring,
  ...reports,
  {
    path: '',
    canMatch: [begins('lessons'), isRoomOrRecord],
    resolve: { messages: messagesOf('live') },
    loadChildren: () => import('@qinglan/web-live').then((feature) => feature.routes),
  },
  {
    path: '',
    canMatch: [begins('week', 'lessons')],
    resolve: { messages: messagesOf('timetable') },
    loadChildren: () => import('@qinglan/web-timetable').then((feature) => feature.routes),
  },
  {
    path: '',
    canMatch: [begins('series', 'lesson', 'proposals')],
    resolve: { messages: messagesOf('proposals') },
    loadChildren: () => import('@qinglan/web-proposals').then((feature) => feature.routes),
  },
  {
    path: '',
    canMatch: [begins('programme')],
    resolve: { messages: messagesOf('programme') },
    loadChildren: () => import('@qinglan/web-programme').then((feature) => feature.routes),
  },
  {
    path: 'register/accounts',
    canActivate: [mayOpen('administrator')],
    resolve: { messages: messagesOf('identity') },
    loadChildren: () => import('@qinglan/web-identity').then((feature) => feature.accountsRoutes),
  },
  {
    path: 'register',
    resolve: { messages: messagesOf('register') },
    loadChildren: () => import('@qinglan/web-register').then((feature) => feature.routes),
  },
  {
    path: 'account',
    resolve: { messages: messagesOf('identity') },
    loadChildren: () => import('@qinglan/web-identity').then((feature) => feature.accountRoutes),
  },
];

/** The one list of routes; every one is lazy. */
export const routes: Routes = [
  {
    path: 'sign-in',
    resolve: { messages: messagesOf('identity') },
    loadChildren: () => import('@qinglan/web-identity').then((feature) => feature.signInRoutes),
  },
  {
    // Whoever holds a certificate may check it, without an account.
    path: 'verify',
    resolve: { messages: messagesOf('programme') },
    loadChildren: () => import('@qinglan/web-programme').then((feature) => feature.verifyRoutes),
  },
  {
    path: 'shared-report',
    resolve: { messages: messagesOf('reports') },
    loadChildren: () => import('@qinglan/web-reports').then((feature) => feature.sharedRoutes),
  },
  {
    path: '',
    canActivate: [signedIn],
    loadComponent: () => import('./shell/shell').then((file) => file.Shell),
    children: [
      { path: '', pathMatch: 'full', redirectTo: toFirstPlace },
      ...features,
      {
        path: 'not-for-you',
        title: 'page.notForYou',
        loadComponent: () => import('./pages/not-for-you.page').then((file) => file.NotForYouPage),
      },
      {
        path: '**',
        title: 'page.notFound',
        loadComponent: () => import('./pages/not-found.page').then((file) => file.NotFoundPage),
      },
    ],
  },
];
