import type { Routes } from '@angular/router';
import { confirmLeave, mayOpen } from '@qinglan/web-platform';

const reports: Routes = [
  {
    path: 'reports',
    title: 'reports.title',
    loadComponent: () => import('./yearly/years.page').then((file) => file.YearsPage),
  },
  {
    path: 'reports/completeness',
    title: 'reports.completeness.title',
    loadComponent: () => import('./completeness/completeness.page').then((file) => file.CompletenessPage),
  },
  {
    path: 'reports/:year',
    title: 'reports.title',
    loadComponent: () => import('./yearly/year.page').then((file) => file.YearPage),
  },
  {
    path: 'reports/:year/draft',
    title: 'reports.draft.name',
    loadComponent: () => import('./yearly/draft.page').then((file) => file.DraftPage),
  },
  {
    path: 'reports/:year/history',
    title: 'reports.history.title',
    loadComponent: () => import('./history/history.page').then((file) => file.HistoryPage),
  },
  {
    path: 'reports/:year/issues/:issueId',
    title: 'reports.issue.name',
    loadComponent: () => import('./yearly/issue.page').then((file) => file.IssuePage),
  },
];

const indicators: Routes = [
  {
    path: 'indicators',
    title: 'reports.indicators.title',
    loadComponent: () => import('./indicators/indicators.page').then((file) => file.IndicatorsPage),
  },
  {
    path: 'indicators/new',
    title: 'reports.form.new',
    canActivate: [mayOpen('administrator')],
    canDeactivate: [confirmLeave],
    loadComponent: () => import('./indicators/indicator-form.page').then((file) => file.IndicatorFormPage),
  },
  {
    path: 'indicators/:key',
    title: 'reports.indicators.one',
    loadComponent: () => import('./indicators/indicator.page').then((file) => file.IndicatorPage),
  },
  {
    path: 'indicators/:key/edit',
    title: 'reports.form.edit',
    canActivate: [mayOpen('administrator')],
    canDeactivate: [confirmLeave],
    loadComponent: () => import('./indicators/indicator-form.page').then((file) => file.IndicatorFormPage),
  },
  {
    path: 'name-lists',
    title: 'reports.nameLists.title',
    canActivate: [mayOpen('administrator')],
    loadComponent: () => import('./names/name-lists.page').then((file) => file.NameListsPage),
  },
  {
    path: 'honours',
    title: 'reports.honours.title',
    loadComponent: () => import('./honours/honours.page').then((file) => file.HonoursPage),
  },
  {
    path: 'statements',
    title: 'reports.statements.title',
    loadComponent: () => import('./statements/statements.page').then((file) => file.StatementsPage),
  },
];

/** What the year comes to, for administrators, viewers and coordinators. */
export const routes: Routes = [...reports, ...indicators];

/** A report by its link, for whoever has it. */
export const sharedRoutes: Routes = [
  {
    path: '',
    title: 'reports.shared.title',
    loadComponent: () => import('./yearly/shared.page').then((file) => file.SharedPage),
  },
];
