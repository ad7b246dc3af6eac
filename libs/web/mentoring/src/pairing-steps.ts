import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PairingView } from '@qinglan/contracts';
import { areNamesMissing } from '@qinglan/domain';
import { Icon } from '@qinglan/web-ui';
import { pathOf } from './pairing-path';

/** The way of a pairing as a line of steps. */
@Component({
  selector: 'mentoring-pairing-steps',
  imports: [Icon, TranslocoPipe],
  template: `
    <ol [attr.aria-label]="'mentoring.pairing.steps' | transloco">
      @for (step of steps(); track step.station) {
        <li [attr.data-standing]="step.standing" [attr.aria-current]="step.standing === 'now' ? 'step' : null">
          <span class="dot" aria-hidden="true">
            @if (step.standing === 'done') {
              <ui-icon name="check" />
            } @else if (step.standing === 'open') {
              <ui-icon name="alert" />
            }
          </span>
          <span class="name">
            @if (step.state) {
              {{ 'words.pairingState.' + step.state | transloco }}
            } @else if (step.standing === 'open') {
              {{ 'mentoring.path.unsigned' | transloco }}
            } @else {
              {{ 'mentoring.path.' + step.station | transloco }}
            }
          </span>
          @if (step.standing === 'done') {
            <span class="visually-hidden">{{ 'mentoring.pairing.stepDone' | transloco }}</span>
          }
        </li>
      }
    </ol>
  `,
  styleUrl: './pairing-steps.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PairingSteps {
  readonly pairing = input.required<Pick<PairingView, 'state' | 'agreementState' | 'signatures'>>();

  protected readonly steps = computed(() => {
    const { state, agreementState, signatures } = this.pairing();
    const isUnsigned = areNamesMissing({ state, agreementState, signatures: signatures.length });
    return pathOf(state, isUnsigned).filter(({ standing }) => standing !== 'left-out');
  });
}
