import type { Routes } from '@angular/router';

export const routes: Routes = [
  {
    path: 'pairings/:pairingId/growth',
    title: 'growth.title',
    loadComponent: () => import('./growth.page').then((file) => file.GrowthPage),
  },
  {
    path: 'panels',
    title: 'growth.panels.title',
    loadComponent: () => import('./panels.page').then((file) => file.PanelsPage),
  },
  {
    path: 'panels/:openLessonId',
    title: 'growth.panels.one',
    loadComponent: () => import('./panel.page').then((file) => file.PanelPage),
  },
  {
    path: 'cohorts',
    title: 'growth.cohorts.title',
    loadComponent: () => import('./cohorts.page').then((file) => file.CohortsPage),
  },
  {
    path: 'cohorts/:cohort',
    title: 'growth.cohorts.one',
    loadComponent: () => import('./cohort.page').then((file) => file.CohortPage),
  },
];
