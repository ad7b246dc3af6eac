import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { asId, type ItemId, type PersonId } from '@qinglan/domain';
import { beijingNow, ProblemText } from '@qinglan/web-platform';
import { Button, Control, Field, Icon, IconButton, Notice, Page, SearchSelect, Toast } from '@qinglan/web-ui';
import { ItemWords } from '../item-words';
import { PeopleSearch } from '../people-search';
import { SittingClashes } from './sitting-clashes';
import { SittingFormStore } from './sitting-form.store';
import { lengths } from './sitting-time';

/** Gives an item a time and place: when, where, and whose time is held. */
@Component({
  selector: 'programme-sitting-form-page',
  imports: [
    Button,
    Control,
    Field,
    FormsModule,
    Icon,
    IconButton,
    Notice,
    Page,
    SearchSelect,
    SittingClashes,
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
  protected readonly problems = inject(ProblemText);
  private readonly router = inject(Router);
  private readonly toast = inject(Toast);
  private readonly words = inject(ItemWords);

  readonly itemId = input.required<string>();

  protected readonly lengths = lengths;
  protected readonly today = beijingNow().day;
  protected readonly person = signal<PersonId | null>(null);
  protected readonly subtitle = computed(() => {
    const item = this.store.item.value();
    return item ? this.words.name(item) : null;
  });

  constructor() {
    effect(() => this.store.itemId.set(asId<ItemId>(this.itemId())));
    effect(() => {
      const found = this.search.found().find(({ value }) => value === this.person());
      if (!found) return;
      untracked(() => {
        this.store.add(found);
        this.person.set(null);
      });
    });
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
