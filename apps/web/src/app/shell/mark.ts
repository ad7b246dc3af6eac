import { ChangeDetectionStrategy, Component } from '@angular/core';

/** The mark: an arch between two cities, and under it the leaf that outgrows the older one. */
@Component({
  selector: 'app-mark',
  template: `
    <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="#0b7083" />
      <path d="M7 25.5V16a9 9 0 0 1 18 0v9.5" fill="none" stroke="#fff" stroke-width="2.6" stroke-linecap="round" />
      <path d="M16 25.5c-.4-6 1.2-9.3 5-11.3.3 5.4-1.2 9.1-5 11.3Z" fill="#bff0dc" />
      <path d="M15.2 25.5c.2-3.8-.9-6.1-3.7-7.6-.2 3.7 1 6.2 3.7 7.6Z" fill="#8fdfe8" />
    </svg>
  `,
  styles: `
    :host {
      display: inline-flex;
      inline-size: 2rem;
      block-size: 2rem;
    }
    svg {
      inline-size: 100%;
      block-size: 100%;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Mark {}
