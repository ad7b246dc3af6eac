import type { Routes } from '@angular/router';

export const routes: Routes = [
  {
    path: 'observations',
    title: 'observations.list.title',
    loadComponent: () => import('./observations.page').then((file) => file.ObservationsPage),
  },
  {
    path: 'observations/new',
    title: 'observations.new.title',
    loadComponent: () => import('./new-observation.page').then((file) => file.NewObservationPage),
  },
  {
    path: 'observations/visit',
    title: 'observations.visit.title',
    loadComponent: () => import('./visit.page').then((file) => file.VisitPage),
  },
  {
    path: 'observations/ask',
    title: 'observations.ask.title',
    loadComponent: () => import('./ask.page').then((file) => file.AskPage),
  },
  {
    path: 'observations/:observationId',
    title: 'observations.title',
    loadComponent: () => import('./observation.page').then((file) => file.ObservationPage),
  },
];
