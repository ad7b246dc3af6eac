import type { Routes } from '@angular/router';
import { confirmLeave, mayOpen } from '@qinglan/web-platform';

const administrator = [mayOpen('administrator')];
const form = () => import('./form/item-form.page').then((file) => file.ItemFormPage);

export const routes: Routes = [
  {
    path: 'programme',
    title: 'programme.title',
    loadComponent: () => import('./list/programme.page').then((file) => file.ProgrammePage),
  },
  {
    path: 'programme/new',
    title: 'programme.form.new',
    canActivate: administrator,
    canDeactivate: [confirmLeave],
    loadComponent: form,
  },
  {
    path: 'programme/certificates/:certificateId',
    title: 'programme.certificate.title',
    loadComponent: () => import('./certificates/certificate.page').then((file) => file.CertificatePage),
  },
  {
    path: 'programme/:itemId',
    title: 'programme.item.title',
    loadComponent: () => import('./item/item.page').then((file) => file.ItemPage),
  },
  {
    path: 'programme/:itemId/edit',
    title: 'programme.form.edit',
    canActivate: administrator,
    canDeactivate: [confirmLeave],
    loadComponent: form,
  },
  {
    path: 'programme/:itemId/attendance',
    title: 'programme.attendance.title',
    loadComponent: () => import('./attendance/attendance.page').then((file) => file.AttendancePage),
  },
  {
    path: 'programme/:itemId/certificates',
    title: 'programme.certificate.all',
    loadComponent: () => import('./certificates/certificates.page').then((file) => file.CertificatesPage),
  },
  {
    path: 'programme/:itemId/sittings/new',
    title: 'programme.sitting.new',
    canActivate: administrator,
    loadComponent: () => import('./sittings/sitting-form.page').then((file) => file.SittingFormPage),
  },
];

const verify = () => import('./certificates/verify.page').then((file) => file.VerifyPage);

/** Open to everybody, outside the shell. */
export const verifyRoutes: Routes = [
  { path: '', pathMatch: 'full', title: 'programme.verify.title', loadComponent: verify },
  { path: ':code', title: 'programme.verify.title', loadComponent: verify },
];
