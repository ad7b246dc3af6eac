import type { Routes } from '@angular/router';

export const routes: Routes = [
  {
    path: 'studios',
    title: 'studios.list.title',
    loadComponent: () => import('./studios.page').then((file) => file.StudiosPage),
  },
  {
    path: 'studios/:studioId',
    title: 'studios.studio.title',
    loadComponent: () => import('./studio.page').then((file) => file.StudioPage),
  },
  {
    path: 'studios/:studioId/activities/new',
    title: 'studios.arrange.title',
    loadComponent: () => import('./arrange.page').then((file) => file.ArrangePage),
  },
  {
    path: 'activities/:activityId',
    title: 'studios.activity.title',
    loadComponent: () => import('./activity.page').then((file) => file.ActivityPage),
  },
];
