/** Leads to the first field that is missing or wrong, once it is drawn. */
export function focusFirstFault(host: HTMLElement): void {
  setTimeout(() => {
    const field = host.querySelector<HTMLElement>('[aria-invalid="true"], fieldset[aria-describedby$="-fault"] input');
    field?.focus();
  });
}
