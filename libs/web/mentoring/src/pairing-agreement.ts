import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PairingView } from '@qinglan/contracts';
import { BeijingDateTime } from '@qinglan/web-platform';
import { Badge, Button, Icon, Notice } from '@qinglan/web-ui';
import { unreadOf } from './agreement-draft';
import { AgreementRevision } from './agreement-revision';
import { AgreementSignatures } from './agreement-signatures';
import { ObligationWords } from './obligation-words';

/** What was agreed on, by whom it is signed, and what can be done with it. */
@Component({
  selector: 'mentoring-pairing-agreement',
  imports: [
    AgreementRevision,
    AgreementSignatures,
    Badge,
    BeijingDateTime,
    Button,
    Icon,
    Notice,
    RouterLink,
    TranslocoPipe,
  ],
  templateUrl: './pairing-agreement.html',
  styleUrl: './pairing-agreement.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PairingAgreement {
  private readonly words = inject(ObligationWords);

  readonly pairing = input.required<PairingView>();
  readonly isSigning = input(false);
  readonly written = output();
  readonly isWithdrawing = input(false);
  readonly signed = output();
  readonly withdrawn = output();

  protected readonly sentences = computed(() => this.pairing().obligations.map((terms) => this.words.sentence(terms)));
  protected readonly clauses = computed(() => linesOf(this.pairing().clauses));
  protected readonly unread = computed(() => unreadOf(this.pairing()).join('；'));
  /** Words that nobody has said anew yet, not even in a revision. */
  protected readonly asks = computed(() => {
    const { agreementState, words, revision } = this.pairing();
    return agreementState === 'asks' && words !== null && revision === null;
  });
  /** Where a revision waits, that is what is signed, further down. */
  protected readonly signsHere = computed(() => (this.pairing().revision ? null : this.pairing().maySignFor));
}

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
