import type { Routes } from '@angular/router';

const week = () => import('./week.page').then((file) => file.WeekPage);

export const routes: Routes = [
  { path: 'week', title: 'timetable.week.title', loadComponent: week },
  { path: 'week/:monday', title: 'timetable.week.title', loadComponent: week },
  {
    path: 'lessons/:lessonId',
    title: 'timetable.lesson.title',
    loadComponent: () => import('./lesson.page').then((file) => file.LessonPage),
  },
];
