import type { Routes } from '@angular/router';
import { confirmLeave, mayOpen } from '@qinglan/web-platform';
import { RegisterContext } from './register-context';

const entriesPage = () => import('./entries/entries.page').then((file) => file.EntriesPage);
const bellEditorPage = () => import('./bells/bell-editor.page').then((file) => file.BellEditorPage);

/** The pages that are a list and a form and nothing else; which one, the page learns from its route. */
const lists: Routes = ['organisations', 'classrooms', 'classes', 'people', 'partnerships'].map((list) => ({
  path: list,
  title: `register.${list}.title`,
  data: { list },
  loadComponent: entriesPage,
}));

const bells: Routes = [
  {
    path: 'bells',
    title: 'register.bells.title',
    loadComponent: () => import('./bells/bells.page').then((file) => file.BellsPage),
  },
  {
    path: 'bells/new',
    title: 'register.bells.addHeading',
    canActivate: [mayOpen('administrator')],
    canDeactivate: [confirmLeave],
    loadComponent: bellEditorPage,
  },
  {
    path: 'bells/:bellScheduleId',
    title: 'register.bells.editHeading',
    canActivate: [mayOpen('administrator')],
    canDeactivate: [confirmLeave],
    loadComponent: bellEditorPage,
  },
];

export const routes: Routes = [
  {
    path: '',
    providers: [RegisterContext],
    loadComponent: () => import('./register-frame').then((file) => file.RegisterFrame),
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'organisations' },
      ...lists,
      ...bells,
      {
        path: 'terms',
        title: 'register.terms.title',
        loadComponent: () => import('./terms/terms.page').then((file) => file.TermsPage),
      },
      {
        path: 'calendar',
        title: 'register.calendar.title',
        loadComponent: () => import('./calendar/calendar.page').then((file) => file.CalendarPage),
      },
      {
        path: 'import',
        title: 'register.import.title',
        canActivate: [mayOpen('administrator')],
        canDeactivate: [confirmLeave],
        loadComponent: () => import('./import/import.page').then((file) => file.ImportPage),
      },
    ],
  },
];
