import type { Routes } from '@angular/router';

/** The one list of routes; every one is lazy. */
export const routes: Routes = [];
