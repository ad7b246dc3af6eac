import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PairingView } from '@qinglan/contracts';
import { BeijingDateTime } from '@qinglan/web-platform';
import { Badge, Button, Icon, Notice } from '@qinglan/web-ui';
import { unreadOf } from './agreement-draft';
import { ObligationWords } from './obligation-words';

const parties = ['mentor', 'mentee', 'school'] as const;

/** What was agreed on, by whom it is signed, and what can be done with it. */
@Component({
  selector: 'mentoring-pairing-agreement',
  imports: [Badge, BeijingDateTime, Button, Icon, Notice, RouterLink, TranslocoPipe],
  templateUrl: './pairing-agreement.html',
  styleUrl: './pairing-agreement.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PairingAgreement {
  private readonly words = inject(ObligationWords);

  readonly pairing = input.required<PairingView>();
  readonly isSigning = input(false);
  readonly written = output();
  readonly signed = output();

  protected readonly sentences = computed(() => this.pairing().obligations.map((terms) => this.words.sentence(terms)));
  protected readonly clauses = computed(() => linesOf(this.pairing().clauses));
  protected readonly unread = computed(() => unreadOf(this.pairing()).join('；'));
  protected readonly asks = computed(() => this.pairing().agreementState === 'asks' && this.pairing().words !== null);
  protected readonly parties = computed(() =>
    parties.map((party) => ({
      party,
      signature: this.pairing().signatures.find((one) => one.party === party) ?? null,
    })),
  );
}

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
