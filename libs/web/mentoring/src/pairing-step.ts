import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PairingView } from '@qinglan/contracts';
import { BeijingDay, beijingNow, Languages } from '@qinglan/web-platform';
import { Button, Icon, Notice } from '@qinglan/web-ui';
import { awaitedNames } from './awaited-names';
import { isOverdue, stateLook, waitingFor } from './standing';

/** What comes next in a sentence, and the answer that is asked. */
@Component({
  selector: 'mentoring-pairing-step',
  imports: [BeijingDay, Button, Icon, Notice, RouterLink, TranslocoPipe],
  template: `
    <ui-notice [tone]="look().tone" [icon]="look().icon">
      <p>
        <bdi>{{ 'mentoring.pairing.step.' + sentence() | transloco: { who: awaited() } }}</bdi>
      </p>
      @for (name of given(); track name) {
        <p class="soft">
          <bdi>{{ 'mentoring.consent.given' | transloco: { name } }}</bdi>
        </p>
      }
      @if (pairing().outcome; as outcome) {
        <p>
          {{ 'mentoring.pairing.outcome' | transloco }}{{ 'mentoring.colon' | transloco
          }}<strong>{{ 'words.outcome.' + outcome | transloco }}</strong>
        </p>
      }
      @if (pairing().reason; as reason) {
        <p>
          {{ 'ui.reason' | transloco }}{{ 'mentoring.colon' | transloco }}<bdi>{{ reason }}</bdi>
        </p>
      }
      @if (pairing().endedOn; as day) {
        <p class="soft">
          <bdi>{{ 'mentoring.pairing.endedOn' | transloco: { day: (day | beijingDay: 'full') } }}</bdi>
        </p>
      }
      <div class="row">
        @if (pairing().mayConsent) {
          <button uiButton="strong" type="button" [busy]="isBusy()" (click)="consented.emit()">
            <ui-icon name="check" />{{ 'mentoring.consent.yes' | transloco }}
          </button>
          <button uiButton type="button" (click)="declined.emit()">{{ 'mentoring.consent.no' | transloco }}</button>
        }
        @if (isAgreementOpen()) {
          <a uiButton [routerLink]="[]" fragment="agreement">
            <ui-icon name="edit" />{{ 'mentoring.pairing.toAgreement' | transloco }}
          </a>
        }
        @if (isOverdue() && (pairing().part || pairing().mayKeep)) {
          <a uiButton="strong" [routerLink]="['/pairings', pairing().id, 'growth']">
            <ui-icon name="arrow" />{{ 'mentoring.pairing.growth' | transloco }}
          </a>
        }
        @if (pairing().continuesId; as earlier) {
          <a uiButton="quiet" [routerLink]="['/pairings', earlier]">{{ 'mentoring.pairing.continues' | transloco }}</a>
        }
        @if (pairing().continuedById; as later) {
          <a uiButton="quiet" [routerLink]="['/pairings', later]">{{ 'mentoring.pairing.continuedBy' | transloco }}</a>
        }
      </div>
    </ui-notice>
  `,
  styles: `
    p {
      margin: 0;
      overflow-wrap: anywhere;
    }
    p + p {
      margin-block-start: var(--space-1);
    }
    .row:not(:empty) {
      margin-block-start: var(--space-3);
    }
    .row:empty {
      display: none;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PairingStep {
  private readonly languages = inject(Languages);

  readonly pairing = input.required<PairingView>();
  readonly isBusy = input(false);
  readonly consented = output();
  readonly declined = output();

  /** Who has still to sign a revision. */
  protected readonly awaited = computed(() => awaitedNames(this.languages, this.pairing()));
  /** The words of the register want somebody to say the rest. */
  protected readonly asksWords = computed(() => waitingFor(this.pairing()) === 'asks');
  protected readonly isAgreementOpen = computed(
    () => this.asksWords() || this.pairing().state === 'agreed' || this.pairing().revision !== null,
  );
  protected readonly isOverdue = computed(() => isOverdue(this.pairing(), beijingNow().day));
  protected readonly look = computed(() => {
    const look = stateLook[this.pairing().state];
    return this.isOverdue() || this.asksWords() || this.pairing().revision
      ? { ...look, tone: 'warn' as const, icon: 'alert' as const }
      : look;
  });

  protected readonly sentence = computed(() => {
    const { state, mayConsent, part, revision } = this.pairing();
    if (state === 'consenting') return mayConsent ? 'consentingMe' : part ? 'consentingOne' : 'consenting';
    if (this.isOverdue()) return 'overdue';
    if (revision) return this.pairing().maySignFor ? 'revisionSign' : 'revision';
    if (this.asksWords()) return 'asks';
    return state === 'agreed' ? this.agreed() : state;
  });

  /** What an agreement that is not in force yet waits for. */
  private agreed(): string {
    const { obligations, maySignFor, mayWriteAgreement } = this.pairing();
    if (obligations.length === 0) return mayWriteAgreement ? 'agreedWrite' : 'agreed';
    return maySignFor ? 'agreedSign' : 'agreed';
  }

  /** Who has said yes already, while the two are asked. */
  protected readonly given = computed(() => {
    const { state, mentor, mentee, mentorConsentedAt, menteeConsentedAt } = this.pairing();
    if (state !== 'consenting') return [];
    return [mentorConsentedAt ? mentor.name : null, menteeConsentedAt ? mentee.name : null].filter(
      (name) => name !== null,
    );
  });
}
