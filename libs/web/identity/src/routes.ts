import type { Routes } from '@angular/router';

/** Outside the shell: nobody is signed in yet. */
export const signInRoutes: Routes = [
  {
    path: '',
    title: 'identity.signIn.title',
    loadComponent: () => import('./sign-in.page').then((file) => file.SignInPage),
  },
];

/** The own account. */
export const accountRoutes: Routes = [
  {
    path: '',
    title: 'identity.account.title',
    loadComponent: () => import('./account.page').then((file) => file.AccountPage),
  },
];

/** Everybody's accounts, for administrators. */
export const accountsRoutes: Routes = [
  {
    path: '',
    title: 'identity.accounts.title',
    loadComponent: () => import('./accounts.page').then((file) => file.AccountsPage),
  },
];
