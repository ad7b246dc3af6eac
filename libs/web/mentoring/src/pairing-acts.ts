import { inject, Injectable, signal } from '@angular/core';
import type { PairingView } from '@qinglan/contracts';
import type { CreditId } from '@qinglan/domain';
import { Languages, ProblemText } from '@qinglan/web-platform';
import { Confirm, Dialogs, Toast } from '@qinglan/web-ui';
import { AgreementDialog } from './agreement-dialog';
import { PairingStore } from './pairing.store';

/** An act that is under way. */
type Act = 'consent' | 'sign' | 'withdraw' | 'share' | 'credit';

/** What is done with a pairing: each act asks first, and says afterwards what came of it. */
@Injectable()
export class PairingActs {
  private readonly store = inject(PairingStore);
  private readonly confirm = inject(Confirm);
  private readonly dialogs = inject(Dialogs);
  private readonly languages = inject(Languages);
  private readonly problems = inject(ProblemText);
  private readonly toast = inject(Toast);

  /** Which act is under way. */
  readonly busy = signal<Act | null>(null);

  async consent(other: string): Promise<void> {
    const yes = await this.confirm.ask({
      heading: this.say('consent.ask', { name: other }),
      text: this.say('consent.askText'),
      act: this.say('consent.yes'),
    });
    if (yes) await this.run('consent', 'consent.done', () => this.store.consent({ consents: true }));
  }

  async decline(): Promise<void> {
    const no = await this.confirm.ask({
      heading: this.say('consent.refuse'),
      text: this.say('consent.refuseText'),
      act: this.say('consent.refuse'),
      look: 'danger',
      reason: 'needed',
    });
    if (no) await this.run('consent', 'consent.refused', () => this.store.consent({ consents: false, ...no }));
  }

  async sign({ signatures, state, maySignFor, revision }: PairingView): Promise<void> {
    if (!maySignFor) return;
    const yes = await this.confirm.ask({
      heading: this.say(revision ? 'revision.signAsk' : 'agreement.signAsk'),
      text: this.say(revision ? 'revision.signText' : 'agreement.signText'),
      act: this.say(`agreement.sign.${maySignFor}`),
    });
    const isLast = (revision ?? { signatures }).signatures.length === 2;
    const start = state === 'agreed' ? 'agreement.signedStart' : 'agreement.signedDone';
    const last = revision ? 'revision.inForce' : start;
    if (yes) await this.run('sign', isLast ? last : 'agreement.signedDone', () => this.store.sign());
  }

  /** Takes back what waits for signatures; what is in force stays. */
  async withdraw(): Promise<void> {
    const yes = await this.confirm.ask({
      heading: this.say('revision.withdrawAsk'),
      text: this.say('revision.withdrawText'),
      act: this.say('revision.withdraw'),
      look: 'danger',
    });
    if (yes) await this.run('withdraw', 'revision.withdrawn', () => this.store.withdrawRevision());
  }

  share(shares: boolean): Promise<void> {
    return this.run('share', shares ? 'sharing.on' : 'sharing.off', () => this.store.share(shares));
  }

  /** Takes back what was counted wrongly, with the reason. */
  async takeBack(creditId: CreditId, title: string): Promise<void> {
    const said = await this.confirm.ask({
      heading: this.say('credits.takeBackAsk', { title }),
      text: this.say('credits.takeBackText'),
      act: this.say('credits.takeBack'),
      look: 'danger',
      reason: 'needed',
    });
    if (said) await this.run('credit', 'credits.takenBack', () => this.store.takeBack(creditId, said.reason));
  }

  /** Opens the agreement to write; what was saved meanwhile by others is shown where it was stale. */
  async write(pairing: PairingView): Promise<void> {
    const saved = await this.dialogs.open<PairingView>(AgreementDialog, pairing, 'wide');
    if (!saved) return this.store.reload();
    this.store.pairing.put(saved);
    this.toast.say(this.say(saved.revision ? 'revision.saved' : 'agreement.saved'));
    await this.store.history.reload();
  }

  private async run(act: Act, done: string, ask: () => Promise<void>): Promise<void> {
    this.busy.set(act);
    try {
      await ask();
      this.toast.say(this.say(done));
    } catch (error) {
      this.toast.warn(this.problems.of(error));
    } finally {
      this.busy.set(null);
    }
  }

  private say(key: string, values: Readonly<Record<string, string>> = {}): string {
    return this.languages.say(`mentoring.${key}`, values);
  }
}
