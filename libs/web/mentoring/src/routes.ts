import type { Routes } from '@angular/router';

/** The pairings of a person, one pairing with its agreement, and the templates that agreements begin from. */
export const routes: Routes = [
  {
    path: 'mentoring',
    title: 'mentoring.title',
    loadComponent: () => import('./mentoring.page').then((file) => file.MentoringPage),
  },
  {
    path: 'pairings/:pairingId',
    pathMatch: 'full',
    title: 'mentoring.pairing.title',
    loadComponent: () => import('./pairing.page').then((file) => file.PairingPage),
  },
  {
    path: 'pairings/:pairingId/agreement',
    title: 'mentoring.sheet.heading',
    loadComponent: () => import('./agreement.page').then((file) => file.AgreementPage),
  },
  {
    path: 'agreement-templates',
    title: 'mentoring.templates.title',
    loadComponent: () => import('./templates.page').then((file) => file.TemplatesPage),
  },
];
