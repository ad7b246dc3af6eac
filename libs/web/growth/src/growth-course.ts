import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { assessPairing, decidePetition, endPairing, type GrowthView, petitionPairing } from '@qinglan/contracts';
import { asId, type EndAct, isResult, type PetitionId, Temporal } from '@qinglan/domain';
import { BeijingDay, Languages, uuid } from '@qinglan/web-platform';
import { Badge, Button, Confirm, Dialogs, Icon } from '@qinglan/web-ui';
import { Acting } from './acting';
import { EndDialog } from './end-dialog';
import type { EndChoice, EndGiven } from './end-given';
import { bodyOf } from './end-body';
import { GrowthStore } from './growth.store';
import { pairWords } from './pair-words';
import { PauseDialog } from './pause-dialog';

type Petition = GrowthView['petitions'][number];

/** What becomes of the pairing: pauses, petitions, the assessment, and every end that the reader may give it. */
@Component({
  selector: 'growth-course',
  imports: [Badge, BeijingDay, Button, Icon, TranslocoPipe],
  templateUrl: './growth-course.html',
  styleUrl: './section.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GrowthCourse {
  protected readonly acting = inject(Acting);
  private readonly store = inject(GrowthStore);
  private readonly confirm = inject(Confirm);
  private readonly dialogs = inject(Dialogs);
  private readonly languages = inject(Languages);

  readonly growth = input.required<GrowthView>();

  private readonly at = computed(() => {
    const { id, version } = this.growth().pairing;
    return { params: { pairingId: id }, version };
  });
  protected readonly state = computed(() => this.growth().pairing.state);
  /** Results first, and what ends badly last. */
  protected readonly acts = computed(() => this.growth().ends);
  protected readonly isAsked = computed(() => this.growth().petitions.some(({ decidedAt }) => decidedAt === null));
  protected readonly isClosed = (act: EndAct) => act === 'complete' && this.growth().next !== null;
  protected readonly isResult = (act: EndAct) => isResult(act, this.state());

  protected async assess(begins: boolean): Promise<void> {
    const yes = await this.ask(begins ? 'assess' : 'breakOff');
    if (!yes) return;
    await this.acting.run(
      () => this.store.change(assessPairing, { ...this.at(), body: { begins } }),
      begins ? 'growth.course.assessDone' : 'growth.course.breakOffDone',
    );
  }

  protected async pause(): Promise<void> {
    await this.dialogs.open(PauseDialog, { growth: this.growth(), store: this.store }, 'narrow');
  }

  protected async end(act: EndAct): Promise<void> {
    const { pairing, today } = this.growth();
    const given: EndGiven = {
      act,
      of: pairWords(this.languages, pairing),
      count: 1,
      today,
      toDay: Temporal.PlainDate.from(today).add({ years: 1 }).toString(),
      isLeaving: false,
      send: (choice: EndChoice) => this.store.change(endPairing, { ...this.at(), body: bodyOf(act, choice) }),
    };
    await this.dialogs.open(EndDialog, given, 'usual');
  }

  protected async petition(): Promise<void> {
    const yes = await this.ask('petition', { reason: 'needed' });
    if (!yes) return;
    const params = { pairingId: this.growth().pairing.id, petitionId: asId<PetitionId>(uuid()) };
    await this.acting.run(
      () => this.store.change(petitionPairing, { params, body: { reason: yes.reason } }),
      'growth.course.petitionDone',
    );
  }

  protected async decide(petition: Petition, grants: boolean): Promise<void> {
    const yes = await this.ask(grants ? 'grant' : 'decline', {
      reason: 'needed',
      reasonLabel: this.languages.say('growth.course.answer'),
      ...(grants && { look: 'danger' as const }),
    });
    if (!yes) return;
    const { params, version } = this.at();
    const call = { params: { ...params, petitionId: petition.id }, version, body: { grants, answer: yes.reason } };
    await this.acting.run(() => this.store.change(decidePetition, call), 'growth.course.answered');
  }

  private ask(what: string, more: Partial<Parameters<Confirm['ask']>[0]> = {}) {
    return this.confirm.ask({
      heading: this.languages.say(`growth.course.${what}Ask`),
      text: this.languages.say(`growth.course.${what}Text`),
      act: this.languages.say(`growth.course.${what}`),
      ...more,
    });
  }
}
