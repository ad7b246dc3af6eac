import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PairingView } from '@qinglan/contracts';
import { BeijingDateTime } from '@qinglan/web-platform';
import { Badge } from '@qinglan/web-ui';

const parties = ['mentor', 'mentee', 'school'] as const;

/** Which of the three have put their names under a text, and when. */
@Component({
  selector: 'mentoring-agreement-signatures',
  imports: [Badge, BeijingDateTime, TranslocoPipe],
  template: `
    <ul>
      @for (one of rows(); track one.party) {
        <li>
          @if (one.signature) {
            <ui-badge tone="good" icon="check">{{ 'mentoring.agreement.signed' | transloco }}</ui-badge>
          } @else {
            <ui-badge icon="clock">{{ 'mentoring.agreement.unsigned' | transloco }}</ui-badge>
          }
          <span>{{ 'mentoring.agreement.party.' + one.party | transloco }}</span>
          @if (one.signature; as signature) {
            <bdi>{{ signature.person }}</bdi>
            <span class="soft small"
              ><bdi>{{ signature.signedAt | beijingDateTime }}</bdi></span
            >
          }
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      gap: var(--space-2);
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-1) var(--space-3);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AgreementSignatures {
  readonly signatures = input.required<PairingView['signatures']>();

  protected readonly rows = computed(() =>
    parties.map((party) => ({ party, signature: this.signatures().find((one) => one.party === party) ?? null })),
  );
}
