import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PairingView } from '@qinglan/contracts';
import { agreementChanges } from '@qinglan/domain';
import { BeijingDateTime } from '@qinglan/web-platform';
import { Badge, Button, Icon } from '@qinglan/web-ui';
import { AgreementSignatures } from './agreement-signatures';
import { ObligationWords } from './obligation-words';
import { SpanWords } from './span-words';

/** A text that waits for three names beside the one in force: what it changes, who signed, and what can be done. */
@Component({
  selector: 'mentoring-agreement-revision',
  imports: [AgreementSignatures, Badge, BeijingDateTime, Button, Icon, RouterLink, TranslocoPipe],
  templateUrl: './agreement-revision.html',
  styleUrl: './agreement-revision.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AgreementRevision {
  private readonly spans = inject(SpanWords);
  private readonly words = inject(ObligationWords);

  readonly pairing = input.required<PairingView>();
  readonly revision = input.required<NonNullable<PairingView['revision']>>();
  readonly isSigning = input(false);
  readonly isWithdrawing = input(false);
  readonly signed = output();
  readonly written = output();
  readonly withdrawn = output();

  protected readonly changes = computed(() => {
    const { added, removed, changed, ...others } = agreementChanges(this.pairing(), this.revision());
    return {
      lines: [
        ...changed.map(({ before, after }) => ({
          how: 'changed' as const,
          before: this.words.sentence(before),
          after: this.words.sentence(after),
        })),
        ...added.map((terms) => ({ how: 'added' as const, before: null, after: this.words.sentence(terms) })),
        ...removed.map((terms) => ({ how: 'removed' as const, before: this.words.sentence(terms), after: null })),
      ],
      isNone: added.length + removed.length + changed.length === 0 && !others.hasOtherDays && !others.hasOtherClauses,
      ...others,
    };
  });
  protected readonly spanOf = (text: Parameters<SpanWords['of']>[0]) => this.spans.of(text);
  protected readonly clauses = computed(() =>
    this.revision()
      .clauses.split('\n')
      .filter((line) => line.trim() !== ''),
  );
}
