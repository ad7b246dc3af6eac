import { inject, Injectable } from '@angular/core';
import { answerObservationRequest, type PairingCard } from '@qinglan/contracts';
import { asId } from '@qinglan/domain';
import { ApiClient, Languages, ProblemText } from '@qinglan/web-platform';
import { Dialogs, Toast } from '@qinglan/web-ui';
import { AskDialog } from './ask-dialog';
import { VisitDialog, type VisitDone, type VisitGiven } from './visit-dialog';
import type { Part } from './visit-draft';

/** What the two do with each other from week to week. */
@Injectable()
export class MentoringActs {
  private readonly api = inject(ApiClient);
  private readonly dialogs = inject(Dialogs);
  private readonly languages = inject(Languages);
  private readonly problems = inject(ProblemText);
  private readonly toast = inject(Toast);

  /** Writes down what happened; true when something was written. */
  async visit(card: PairingCard, part: Part): Promise<boolean> {
    const done = await this.dialogs.open<VisitDone, VisitGiven>(VisitDialog, { card, part }, 'narrow');
    if (!done) return false;
    const heard = part === 'mentor' ? 'visit.savedHears' : 'visit.savedHearsAsMentee';
    this.say({ heard, counted: 'visit.saved', noted: 'visit.noted' }[done]);
    return true;
  }

  /** Asks for an observation; true when the asking went out. */
  async ask(card: PairingCard, part: Part): Promise<boolean> {
    const done = await this.dialogs.open<'asked', VisitGiven>(AskDialog, { card, part }, 'narrow');
    if (done) this.say(part === 'mentor' ? 'ask.sentToMentee' : 'ask.sent');
    return done !== undefined;
  }

  /** Says yes to what the other asked. */
  async accept({ asked }: PairingCard): Promise<void> {
    if (!asked) return;
    const given = { body: { accepts: true, reason: '' }, version: asked.version };
    try {
      await this.api.call(answerObservationRequest, { params: { requestId: asId(asked.id) }, ...given });
      this.say('asked.accepted');
    } catch (error) {
      this.toast.warn(this.problems.of(error));
    }
  }

  private say(key: string): void {
    this.toast.say(this.languages.say(`mentoring.${key}`));
  }
}
