import { ChangeDetectionStrategy, Component, computed, effect, inject, input, untracked } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { asId, itemCategories, itemCategoryFacts, itemCertainties, type ItemId } from '@qinglan/domain';
import { Languages, ProblemText, warnBeforeUnload } from '@qinglan/web-platform';
import {
  Button,
  type Choice,
  Confirm,
  Control,
  Field,
  Icon,
  Notice,
  Page,
  ProblemNotice,
  SearchSelect,
  Toast,
  Waiting,
} from '@qinglan/web-ui';
import { ItemWords } from '../item-words';
import { OrganisationSearch } from '../organisation-search';
import type { ItemDraft } from './item-draft';
import { ItemFormStore } from './item-form.store';

/** Writes an item down, or revises it; what nobody knows is left empty. */
@Component({
  selector: 'programme-item-form-page',
  imports: [
    Button,
    Control,
    Field,
    FormsModule,
    Icon,
    Notice,
    Page,
    ProblemNotice,
    SearchSelect,
    TranslocoPipe,
    Waiting,
  ],
  providers: [ItemFormStore, OrganisationSearch],
  templateUrl: './item-form.page.html',
  styleUrl: './item-form.page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ItemFormPage {
  protected readonly store = inject(ItemFormStore);
  protected readonly search = inject(OrganisationSearch);
  protected readonly words = inject(ItemWords);
  protected readonly problems = inject(ProblemText);
  private readonly confirm = inject(Confirm);
  private readonly languages = inject(Languages);
  private readonly router = inject(Router);
  private readonly toast = inject(Toast);

  readonly itemId = input<string>();
  readonly year = input<string>();
  readonly category = input<string>();

  protected readonly categories = itemCategories;
  protected readonly certainties = itemCertainties;
  /** Which item is revised. */
  protected readonly title = computed(() => {
    const item = this.store.item.value();
    return item ? this.words.title(item) : null;
  });
  protected readonly isStated = computed(() =>
    [this.store.draft().certainty, this.store.draft().numbersCertainty].includes('stated'),
  );
  protected readonly isOff = computed(() => this.store.item.value()?.state === 'cancelled');
  protected readonly numbers = ['people', 'enrolled', 'attended', 'completed'] as const;
  protected readonly counter = computed(() => itemCategoryFacts[this.store.draft().category].counter);
  /** What was found, and what is chosen already. */
  protected readonly organisations = computed<readonly Choice[]>(() => {
    const item = this.store.item.value();
    const chosen = [item?.sender, item?.host].filter((one) => one !== null && one !== undefined);
    const known = chosen.map(({ id, name }) => ({ value: id as string, label: name }));
    const found = this.search.found();
    return [...found, ...known.filter((one) => !found.some(({ value }) => value === one.value))];
  });

  constructor() {
    effect(() => {
      const [itemId, year, category] = [this.itemId(), this.year(), this.category()];
      untracked(() => {
        if (itemId) this.store.itemId.set(asId<ItemId>(itemId));
        else this.store.begin(year, category);
      });
    });
    effect(() => {
      const item = this.store.item.value();
      if (item) untracked(() => this.store.take(item));
    });
    warnBeforeUnload(() => this.store.isDirty());
  }

  protected set<Name extends keyof ItemDraft>(name: Name, value: ItemDraft[Name]): void {
    this.store.fill({ [name]: value } as Partial<ItemDraft>);
  }

  protected organisation(name: 'senderId' | 'hostId', value: string | null): void {
    this.store.fill({ [name]: value } as Partial<ItemDraft>);
  }

  protected fault(name: keyof ItemDraft): string | null {
    const fault = this.store.shownFaults()[name];
    return fault ? this.words.say(`fault.${fault}`) : null;
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.store.isSending()) return;
    const saved = await this.store.save();
    if (!saved) return;
    this.toast.say(this.languages.say('ui.saved'));
    await this.router.navigate(['/programme', saved.id], { replaceUrl: true });
  }

  async mayLeave(): Promise<boolean> {
    if (!this.store.isDirty()) return true;
    const yes = await this.confirm.ask({
      heading: this.languages.say('ui.leaveUnsaved'),
      text: this.languages.say('ui.leaveUnsavedText'),
      act: this.languages.say('ui.leave'),
      dismissal: this.languages.say('ui.stay'),
      look: 'danger',
    });
    return yes !== null;
  }
}
