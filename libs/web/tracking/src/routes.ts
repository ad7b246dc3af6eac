import type { Routes } from '@angular/router';

export const routes: Routes = [
  {
    path: 'tracking',
    title: 'tracking.title',
    loadComponent: () => import('./tracking.page').then((file) => file.TrackingPage),
  },
];
