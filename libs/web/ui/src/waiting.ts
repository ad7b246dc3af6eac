import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

/** Grey lines in the place of what is being fetched; they appear only when it takes a while. */
@Component({
  selector: 'ui-waiting',
  imports: [TranslocoPipe],
  template: `
    <span class="visually-hidden">{{ label() || ('ui.waiting' | transloco) }}</span>
    @for (width of widths(); track $index) {
      <span class="line" [style.inline-size.%]="width"></span>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-3);
      padding-block: var(--space-3);
      animation: appear 0.2s 0.15s both;
    }
    .line {
      block-size: 1rem;
      border-radius: var(--radius-small);
      background: var(--surface-sunken);
      animation: breathe 1.6s ease-in-out infinite alternate;
    }
    @keyframes appear {
      from {
        opacity: 0;
      }
    }
    @keyframes breathe {
      to {
        opacity: 0.45;
      }
    }
    @media (prefers-reduced-motion: reduce) {
      .line {
        animation: none;
      }
    }
  `,
  host: { role: 'status' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Waiting {
  readonly label = input('');
  readonly lines = input(4);

  private readonly pattern = [92, 76, 84, 58, 88, 70];
  protected readonly widths = computed(() =>
    Array.from({ length: this.lines() }, (_, at) => this.pattern[at % this.pattern.length]),
  );
}
