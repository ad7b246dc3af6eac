import { ChangeDetectionStrategy, Component, computed, effect, inject, input, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ObservationRequestView } from '@qinglan/contracts';
import { Languages, ProblemText } from '@qinglan/web-platform';
import { Button, Confirm, Icon, Nothing, Page, ProblemNotice, Toast, Waiting } from '@qinglan/web-ui';
import { ObservationCard } from './observation-card';
import { ObservationOutbox } from './observation-outbox';
import { ObservationsStore, tabs, type Tab } from './observations.store';
import { RequestCard } from './request-card';

/** My observations: what waits for me, what waits for others, what is done, what was asked; or those of one pairing. */
@Component({
  selector: 'observations-list-page',
  imports: [
    Button,
    Icon,
    Nothing,
    ObservationCard,
    Page,
    ProblemNotice,
    RequestCard,
    RouterLink,
    TranslocoPipe,
    Waiting,
  ],
  templateUrl: './observations.page.html',
  styleUrl: './observations.page.scss',
  providers: [ObservationOutbox, ObservationsStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ObservationsPage {
  protected readonly store = inject(ObservationsStore);
  private readonly confirm = inject(Confirm);
  private readonly languages = inject(Languages);
  private readonly problems = inject(ProblemText);
  private readonly toast = inject(Toast);

  /** `?box=done`. */
  readonly box = input<string>();
  /** `?pairing=<id>`: what was heard in one pairing, for whoever may read it. */
  readonly pairing = input<string>();

  protected readonly tabs = tabs;
  protected readonly current = computed<Tab>(() => tabs.find((tab) => tab === this.box()) ?? 'todo');

  constructor() {
    effect(() => {
      const [tab, pairing] = [this.current(), this.pairing()];
      untracked(() => {
        this.store.tab.set(tab);
        this.store.pairingId.set(pairing ?? null);
      });
    });
  }

  protected accept(request: ObservationRequestView): Promise<void> {
    return this.say('observations.request.accepted', () => this.store.answer(request, true, ''));
  }

  protected async decline(request: ObservationRequestView): Promise<void> {
    const yes = await this.ask('decline', 'needed');
    if (yes) await this.say('observations.request.declined', () => this.store.answer(request, false, yes.reason));
  }

  protected async withdraw(request: ObservationRequestView): Promise<void> {
    const isAccepted = request.state === 'accepted';
    const yes = await this.ask(isAccepted ? 'callOff' : 'takeBack', isAccepted ? 'needed' : 'optional');
    if (yes) await this.say('observations.request.withdrawn', () => this.store.withdraw(request, yes.reason));
  }

  private ask(act: 'decline' | 'callOff' | 'takeBack', reason: 'needed' | 'optional') {
    return this.confirm.ask({
      heading: this.languages.say(`observations.request.${act}Ask`),
      act: this.languages.say(`observations.request.${act}`),
      reason,
    });
  }

  private async say(done: string, act: () => Promise<void>): Promise<void> {
    try {
      await act();
      this.toast.say(this.languages.say(done));
    } catch (error) {
      this.toast.warn(this.problems.of(error));
    }
  }
}
