import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { PairingCard } from '@qinglan/contracts';
import type { Part } from './visit-draft';

/** With whom something is done: the other of the two, and where they teach. */
@Component({
  selector: 'mentoring-with-whom',
  template: `
    <strong
      ><bdi>{{ other().name }}</bdi></strong
    >
    <span class="soft"
      ><bdi>{{ other().school.shortName }}</bdi></span
    >
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 var(--space-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WithWhom {
  readonly card = input.required<PairingCard>();
  readonly part = input.required<Part>();

  protected readonly other = computed(() => (this.part() === 'mentor' ? this.card().mentee : this.card().mentor));
}
