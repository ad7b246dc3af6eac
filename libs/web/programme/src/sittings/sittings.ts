import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { cancelSitting, type ItemView, moveSitting, type SittingView } from '@qinglan/contracts';
import {
  ApiClient,
  BeijingDay,
  beijingNow,
  BeijingTime,
  fieldTimeOf,
  momentOf,
  ProblemText,
  RefusalWords,
  SecondClock,
} from '@qinglan/web-platform';
import { Badge, Button, Confirm, Dialogs, Icon, MoveDialog, type MoveQuestion, Toast } from '@qinglan/web-ui';
import { ItemWords } from '../item-words';
import { lengths } from './sitting-form.store';

type MovedTo = Parameters<MoveQuestion['send']>[0];

/** When and where an item takes place; administrators add, move and call off. */
@Component({
  selector: 'programme-sittings',
  imports: [Badge, BeijingDay, BeijingTime, Button, Icon, RouterLink, SecondClock, TranslocoPipe],
  templateUrl: './sittings.html',
  styleUrl: './sittings.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Sittings {
  private readonly api = inject(ApiClient);
  private readonly confirm = inject(Confirm);
  private readonly dialogs = inject(Dialogs);
  private readonly problems = inject(ProblemText);
  private readonly refusals = inject(RefusalWords);
  private readonly toast = inject(Toast);
  private readonly words = inject(ItemWords);

  readonly item = input.required<ItemView>();
  readonly changed = output<ItemView>();

  protected async move(sitting: SittingView): Promise<void> {
    const moved = await this.dialogs.open<boolean, MoveQuestion>(MoveDialog, {
      heading: this.words.say('sitting.moveHeading'),
      act: this.words.say('sitting.move'),
      ...{ from: fieldTimeOf(sitting), today: beijingNow().day, lengths },
      send: (to) => this.refusals.unless(this.sendMove(sitting, to)),
    });
    if (moved) this.toast.say(this.words.say('sitting.moved'));
  }

  private async sendMove({ id: sittingId, version }: SittingView, to: MovedTo): Promise<void> {
    const { minutes, reason } = to;
    const body = { startsAt: momentOf(to.day, to.time) ?? '', minutes, reason };
    this.changed.emit(await this.api.call(moveSitting, { params: { sittingId }, version, body }));
  }

  protected async cancel({ id, version }: SittingView): Promise<void> {
    const yes = await this.confirm.ask({
      heading: this.words.say('sitting.ask'),
      text: this.words.say('sitting.askText'),
      act: this.words.say('sitting.cancel'),
      dismissal: this.words.say('cancel.keep'),
      look: 'danger',
      reason: 'needed',
    });
    if (!yes) return;
    try {
      const body = { reason: yes.reason };
      this.changed.emit(await this.api.call(cancelSitting, { params: { sittingId: id }, version, body }));
      this.toast.say(this.words.say('sitting.cancelled'));
    } catch (error) {
      this.toast.warn(this.problems.of(error));
    }
  }
}
