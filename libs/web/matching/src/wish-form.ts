import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MatchingRoundView } from '@qinglan/contracts';
import { asId, mostChoices, type PersonId } from '@qinglan/domain';
import { BeijingDateTime } from '@qinglan/web-platform';
import { Button, Icon, Notice } from '@qinglan/web-ui';
import { Acting } from './acting';
import { ChoosePeople } from './choose-people';
import { isSame, namedBefore, told } from './told';
import type { Ranked } from './ranking';
import { RoundStore } from './round.store';
import { WordsField } from './words-field';

/** A mentee names up to three mentors, and says what help is wanted with. */
@Component({
  selector: 'matching-wish-form',
  imports: [BeijingDateTime, Button, ChoosePeople, Icon, Notice, TranslocoPipe, WordsField],
  template: `
    <section class="stack" aria-labelledby="wish">
      <h2 id="wish">{{ 'matching.wish.title' | transloco }}</h2>
      @if (round().mine?.toldAt; as at) {
        <ui-notice tone="good"
          ><bdi>{{
            (round().mayTell ? 'matching.wish.told' : 'matching.toldAt') | transloco: { at: (at | beijingDateTime) }
          }}</bdi></ui-notice
        >
      }
      <p class="soft">
        <bdi>{{ 'matching.wish.hint' | transloco }}</bdi>
      </p>
      <matching-choose-people
        [chosen]="named()"
        [most]="most"
        [disabled]="!round().mayTell"
        [empty]="'matching.wish.empty' | transloco"
        (changed)="named.set($event)"
      />
      @if (round().mayTell) {
        <matching-words-field
          [words]="words()"
          [label]="'matching.wish.needs' | transloco"
          [hint]="'matching.wish.needsHint' | transloco"
          [suggestions]="round().specialities"
          [offered]="'matching.wish.offered' | transloco"
          (changed)="words.set($event)"
        />
        <div class="send">
          <button uiButton="strong" type="button" [busy]="acting.isBusy()" (click)="send()">
            <ui-icon name="send" />{{ 'matching.wish.send' | transloco }}
          </button>
          @if (isChanged()) {
            <span class="soft small">{{ 'matching.unsent' | transloco }}</span>
          }
        </div>
      }
    </section>
  `,
  styleUrl: './telling.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WishForm {
  private readonly store = inject(RoundStore);
  protected readonly acting = inject(Acting);
  protected readonly most = mostChoices;

  readonly round = input.required<MatchingRoundView>();

  private readonly before = told(() => namedBefore(this.round()));
  private readonly wordsBefore = told<readonly string[]>(() => this.round().mine?.specialities ?? []);
  protected readonly named = linkedSignal(() => this.before());
  protected readonly words = linkedSignal(() => this.wordsBefore());
  protected readonly isChanged = computed(
    () => !isSame(idsOf(this.named()), idsOf(this.before())) || !isSame(this.words(), this.wordsBefore()),
  );

  protected async send(): Promise<void> {
    const body = {
      choices: this.named().map(({ id }) => asId<PersonId>(id)),
      specialities: [...this.words()],
    };
    await this.acting.do(() => this.store.wish(this.round(), body), 'wish');
  }
}

const idsOf = (people: readonly Ranked[]): readonly string[] => people.map(({ id }) => id);
