import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

/** A round sign with the last letters of a name: people are numbered, or called by their given name. */
@Component({
  selector: 'studios-avatar',
  template: `<span aria-hidden="true">{{ letters() }}</span>`,
  styles: `
    :host {
      display: inline-grid;
      place-items: center;
      flex: none;
      inline-size: 2.5rem;
      block-size: 2.5rem;
      border-radius: 50%;
      background: var(--accent-surface);
      color: var(--accent-text);
      font-size: var(--size-small);
      font-weight: 600;
    }
    :host(.small) {
      inline-size: 1.875rem;
      block-size: 1.875rem;
      background: var(--lane-two-surface);
      color: var(--lane-two-text);
      font-size: var(--size-tiny);
    }
  `,
  host: { '[class.small]': 'small()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Avatar {
  readonly name = input.required<string>();
  readonly small = input(false);

  protected readonly letters = computed(() => {
    const signs = [...this.name().replace(/[\s·・‧•]/g, '')];
    return signs.slice(-2).join('');
  });
}
