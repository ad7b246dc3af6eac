import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { asId, type ItemId } from '@qinglan/domain';
import { beijingNow, PeopleSearch, RefusalWords } from '@qinglan/web-platform';
import {
  Button,
  Control,
  Field,
  Icon,
  Page,
  Refusal,
  SearchMany,
  SearchSelect,
  TimeFields,
  Toast,
} from '@qinglan/web-ui';
import { ItemWords } from '../item-words';
import { lengths, SittingFormStore } from './sitting-form.store';

/** Gives an item a time and place: when, where, and whose time is held. */
@Component({
  selector: 'programme-sitting-form-page',
  imports: [
    Button,
    Control,
    Field,
    FormsModule,
    Icon,
    Page,
    Refusal,
    SearchMany,
    SearchSelect,
    TimeFields,
    TranslocoPipe,
  ],
  providers: [PeopleSearch, SittingFormStore],
  templateUrl: './sitting-form.page.html',
  styleUrl: './sitting-form.page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SittingFormPage {
  protected readonly store = inject(SittingFormStore);
  protected readonly search = inject(PeopleSearch);
  private readonly refusals = inject(RefusalWords);
  private readonly router = inject(Router);
  private readonly toast = inject(Toast);
  private readonly words = inject(ItemWords);

  readonly itemId = input.required<string>();

  protected readonly lengths = lengths;
  protected readonly today = beijingNow().day;
  protected readonly refusal = computed(() => {
    const problem = this.store.problem();
    return problem && this.refusals.of(problem);
  });
  protected readonly subtitle = computed(() => {
    const item = this.store.item.value();
    return item ? this.words.name(item) : null;
  });

  constructor() {
    effect(() => this.store.itemId.set(asId<ItemId>(this.itemId())));
  }

  protected async send(event?: Event): Promise<void> {
    event?.preventDefault();
    if (this.store.isSending() || !this.store.isReady()) return;
    const item = await this.store.send();
    if (!item) return;
    this.toast.say(this.words.say('sitting.done'));
    await this.router.navigate(['/programme', item.id], { replaceUrl: true });
  }

  /** A start that the answer proposed: one tap takes it. */
  protected async take(time: string): Promise<void> {
    this.store.fill({ time });
    await this.send();
  }
}
