import type { Routes } from '@angular/router';

export const routes: Routes = [
  {
    path: 'lessons/:lessonId/room',
    title: 'live.room.title',
    loadComponent: () => import('./room.page').then((file) => file.RoomPage),
  },
  {
    path: 'lessons/:lessonId/record',
    title: 'live.record.title',
    loadComponent: () => import('./record.page').then((file) => file.RecordPage),
  },
];
