import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MatchingRoundView } from '@qinglan/contracts';
import { asId, type PersonId, roomOf } from '@qinglan/domain';
import { BeijingDateTime } from '@qinglan/web-platform';
import { Button, Control, Field, Icon, Notice } from '@qinglan/web-ui';
import { Acting } from './acting';
import { ChoosePeople } from './choose-people';
import { RoundStore } from './round.store';
import { namedBefore, told } from './told';
import { WordsField } from './words-field';

/** An order of mentees may be long, and need not be. */
const mostInOrder = 30;

/** A mentor says how many mentees, how many hours, what in, and, where wished, in which order. */
@Component({
  selector: 'matching-offer-form',
  imports: [
    BeijingDateTime,
    Button,
    ChoosePeople,
    Control,
    Field,
    FormsModule,
    Icon,
    Notice,
    TranslocoPipe,
    WordsField,
  ],
  templateUrl: './offer-form.html',
  styleUrl: './telling.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OfferForm {
  private readonly store = inject(RoundStore);
  protected readonly acting = inject(Acting);
  protected readonly most = mostInOrder;

  readonly round = input.required<MatchingRoundView>();

  protected readonly capacity = linkedSignal(() => this.round().mine?.capacity ?? 1);
  protected readonly hours = linkedSignal<number | null>(() => this.round().mine?.hoursPerWeek ?? null);
  private readonly wordsBefore = told<readonly string[]>(() => this.round().mine?.specialities ?? []);
  private readonly namedBefore = told(() => namedBefore(this.round()));
  protected readonly words = linkedSignal(() => this.wordsBefore());
  protected readonly named = linkedSignal(() => this.namedBefore());
  protected readonly room = computed(() =>
    roomOf({ mentees: this.capacity(), hoursPerWeek: this.hours() }, this.round().hoursPerMentee),
  );
  protected readonly isSound = computed(() => {
    const [capacity, hours] = [this.capacity(), this.hours()];
    const isCount = Number.isInteger(capacity) && capacity >= 0 && capacity <= 30;
    return isCount && (hours === null || (hours >= 0 && hours <= 60));
  });

  protected async send(): Promise<void> {
    const hours = this.hours();
    const body = {
      capacity: this.capacity(),
      hoursPerWeek: hours === null ? null : Math.round(hours * 10) / 10,
      specialities: [...this.words()],
      order: this.named().map(({ id }) => asId<PersonId>(id)),
    };
    await this.acting.do(() => this.store.offer(this.round(), body), 'offer');
  }
}
