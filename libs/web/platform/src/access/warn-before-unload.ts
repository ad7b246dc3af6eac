import { DestroyRef, DOCUMENT, inject } from '@angular/core';

/** Lets the browser ask before the tab is closed while something is unsaved; call it in a page's constructor. */
export function warnBeforeUnload(isUnsaved: () => boolean): void {
  const view = inject(DOCUMENT).defaultView;
  const ask = (event: Event) => (isUnsaved() ? event.preventDefault() : undefined);
  view?.addEventListener('beforeunload', ask);
  inject(DestroyRef).onDestroy(() => view?.removeEventListener('beforeunload', ask));
}
