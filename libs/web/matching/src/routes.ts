import type { Routes } from '@angular/router';

/** Rounds of matching, and one round as its reader needs it. */
export const routes: Routes = [
  {
    path: 'matching',
    pathMatch: 'full',
    title: 'matching.title',
    loadComponent: () => import('./rounds.page').then((file) => file.RoundsPage),
  },
  {
    path: 'matching/:roundId',
    title: 'matching.round.title',
    loadComponent: () => import('./round.page').then((file) => file.RoundPage),
  },
];
