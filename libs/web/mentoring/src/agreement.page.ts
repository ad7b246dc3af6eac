import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { asId, type PairingId } from '@qinglan/domain';
import { BeijingWords, Languages } from '@qinglan/web-platform';
import { Button, Icon, Page, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { ObligationWords } from './obligation-words';
import { PairingStore } from './pairing.store';

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
  private readonly words = inject(ObligationWords);

  readonly pairingId = input.required<string>();

  protected readonly sentences = computed(() =>
    (this.store.pairing.value()?.obligations ?? []).map((terms) => this.words.sentence(terms)),
  );
  protected readonly clauses = computed(() =>
    (this.store.pairing.value()?.clauses ?? '').split('\n').filter((line) => line.trim() !== ''),
  );
  protected readonly span = computed(() => {
    const pairing = this.store.pairing.value();
    if (!pairing) return '';
    const from = this.beijing.day(pairing.fromDay, 'full');
    if (!pairing.toDay) return this.languages.say('mentoring.pairing.spanOpen', { from });
    return this.languages.say('mentoring.pairing.span', { from, to: this.beijing.day(pairing.toDay, 'full') });
  });
  protected readonly signatures = computed(() =>
    parties.map((party) => {
      const signature = this.store.pairing.value()?.signatures.find((one) => one.party === party);
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
