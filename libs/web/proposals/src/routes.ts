import type { Routes } from '@angular/router';
import { confirmLeave, mayOpen } from '@qinglan/web-platform';

const proposers = mayOpen('teacher', 'coordinator');

/** Series, single lessons and proposals. `series/new` is a series that has no id yet, so that saving keeps the page. */
export const routes: Routes = [
  {
    path: 'series',
    pathMatch: 'full',
    title: 'proposals.list.title',
    loadComponent: () => import('./series-list.page').then((file) => file.SeriesListPage),
  },
  {
    path: 'series/:seriesId',
    title: 'proposals.series.title',
    canDeactivate: [confirmLeave],
    loadComponent: () => import('./series.page').then((file) => file.SeriesPage),
  },
  {
    path: 'lesson/new',
    title: 'proposals.lesson.title',
    canActivate: [proposers],
    canDeactivate: [confirmLeave],
    loadComponent: () => import('./lesson.page').then((file) => file.LessonPage),
  },
  {
    path: 'proposals',
    pathMatch: 'full',
    title: 'proposals.inbox.title',
    loadComponent: () => import('./inbox.page').then((file) => file.InboxPage),
  },
  {
    path: 'proposals/:proposalId',
    title: 'proposals.proposal.title',
    canDeactivate: [confirmLeave],
    loadComponent: () => import('./proposal.page').then((file) => file.ProposalPage),
  },
];
