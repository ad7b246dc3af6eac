import { ChangeDetectionStrategy, Component, computed, input, model } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ObservablePairing } from '@qinglan/contracts';
import { Field, SearchSelect } from '@qinglan/web-ui';

/** Chooses the other of a pairing; with one pairing there is nothing to choose. */
@Component({
  selector: 'observations-pairing-choice',
  imports: [Field, SearchSelect, TranslocoPipe],
  template: `
    @if (pairings().length === 1) {
      <p>
        <span class="soft">{{ 'observations.pairing.with' | transloco }}</span>
        <strong>
          <bdi>{{ choices()[0]?.label }}</bdi>
        </strong>
        <span class="soft small">{{ choices()[0]?.hint }}</span>
      </p>
    } @else {
      <ui-field [label]="'observations.pairing.with' | transloco">
        <ui-search-select [choices]="choices()" [(value)]="chosen" />
      </ui-field>
    }
  `,
  styles: `
    p {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-1) var(--space-3);
      margin: 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PairingChoice {
  readonly pairings = input.required<readonly ObservablePairing[]>();
  readonly chosen = model<string | null>(null);

  protected readonly choices = computed(() =>
    this.pairings().map(({ pairingId, other, otherSchool }) => ({
      value: pairingId as string,
      label: other.name,
      hint: otherSchool,
    })),
  );
}
