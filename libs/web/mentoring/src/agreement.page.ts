import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { asId, type PairingId } from '@qinglan/domain';
import { BeijingWords, Languages } from '@qinglan/web-platform';
import { Button, Icon, Page, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { ObligationWords } from './obligation-words';
import { PairingStore } from './pairing.store';
import { SpanWords } from './span-words';

const parties = ['mentor', 'mentee', 'school'] as const;

/** The agreement as a sheet of A4 that the three can sign with ink, as they may have signed it here already. */
@Component({
  selector: 'mentoring-agreement-page',
  imports: [Button, Icon, Page, ProblemNotice, TranslocoPipe, Waiting],
  providers: [PairingStore],
  templateUrl: './agreement.page.html',
  styleUrl: './agreement.page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AgreementPage {
  protected readonly store = inject(PairingStore);
  private readonly beijing = inject(BeijingWords);
  private readonly languages = inject(Languages);
  private readonly spans = inject(SpanWords);
  private readonly words = inject(ObligationWords);

  readonly pairingId = input.required<string>();
  /** `?text=revision`: the text that waits for signatures, where there is one. */
  readonly text = input<string>();

  /** What is printed. */
  private readonly printed = computed(() => {
    const pairing = this.store.pairing.value();
    return (this.text() === 'revision' ? pairing?.revision : null) ?? pairing ?? null;
  });
  protected readonly isRevision = computed(() => this.text() === 'revision' && !!this.store.pairing.value()?.revision);
  protected readonly sentences = computed(() =>
    (this.printed()?.obligations ?? []).map((terms) => this.words.sentence(terms)),
  );
  protected readonly clauses = computed(() =>
    (this.printed()?.clauses ?? '').split('\n').filter((line) => line.trim() !== ''),
  );
  protected readonly span = computed(() => {
    const text = this.printed();
    return text ? this.spans.of(text) : '';
  });
  protected readonly signatures = computed(() =>
    parties.map((party) => {
      const signature = this.printed()?.signatures.find((one) => one.party === party);
      const values = signature && { name: signature.person, day: this.beijing.day(signature.signedAt, 'full') };
      return { party, said: values ? this.languages.say('mentoring.sheet.signedAt', values) : null };
    }),
  );

  constructor() {
    effect(() => this.store.pairingId.set(asId<PairingId>(this.pairingId())));
  }

  protected print(): void {
    globalThis.print();
  }
}
